import { expect, test } from 'vitest';
import { renderMail } from '#emails/layout.tsx';

const mail = renderMail({
  locale: 'fr',
  appUrl: 'https://reseau.example',
  subject: 'Sujet',
  preview: 'Aperçu',
  blocks: [
    { kind: 'heading', text: 'Titre' },
    { kind: 'paragraph', text: 'Une ligne\n<script>alert(1)</script>' },
    { kind: 'facts', rows: [{ term: 'Quand', lines: ['lundi 20 juin 2022', '16 h 30 – 18 h'] }] },
    { kind: 'button', label: 'Répondre', href: 'https://reseau.example/answers/x?a=1&b=2' },
    { kind: 'quote', text: 'Faire ensemble.', source: 'Inès Robledo' },
  ],
  reason: 'Vous êtes membre du groupe.',
});

test('the text of a mail says everything that its HTML says, links in full', () => {
  for (const said of [
    'Titre',
    'Quand',
    '16 h 30 – 18 h',
    'Répondre\nhttps://reseau.example/answers/x?a=1&b=2',
    '> Faire ensemble.',
    'Vous êtes membre du groupe.',
  ])
    expect(mail.text).toContain(said);
});

test('what people write stays text in the HTML', () => {
  expect(mail.html).not.toContain('<script>');
  expect(mail.html).toContain('&lt;script&gt;');
});

test('a mail loads nothing, runs nothing and tracks nobody', () => {
  expect(mail.html).not.toMatch(/<(?:img|script|link|iframe|object|form)\b|url\(/i);
  expect(Buffer.byteLength(mail.html)).toBeLessThan(100_000);
});

test('a mail says its language', () => {
  expect(mail.html).toContain('<html lang="fr">');
});

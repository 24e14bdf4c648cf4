import axe from 'axe-core';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { locales } from '#app/locale.ts';
import type { RenderedMail } from '#emails/rendered-mail.ts';
import { kindOfTemplate } from '#server/mail-preferences/kinds.ts';
import { previews } from '#server/outbox/previews/previews.ts';
import { isTemplate, samplesOf, wireOf } from '#server/outbox/previews/render-preview.ts';
import { templates } from '#server/outbox/templates.ts';
import { useBrowser } from '#tests/support/browser.ts';

const env = { appUrl: 'https://tertulia.example', mailFrom: 'reunions@tertulia.example' };
const services = { env } as Parameters<typeof samplesOf>[0];
const browser = useBrowser();

test('every mail that can be sent has a sample on the preview page', () => {
  expect(Object.keys(templates).filter((name) => !isTemplate(name))).toEqual([]);
});

const cases = Object.keys(previews)
  .filter(isTemplate)
  .flatMap((name) => locales.map((locale) => ({ name, locale })));

test.each(cases)('$name in $locale: complete in HTML and in plain text, small, and whole over the wire', async ({ name, locale }) => {
  const samples = samplesOf(services, name, locale);
  expect(samples.length).toBeGreaterThan(0);
  for (const mail of samples) {
    expect(mail.subject).toMatch(/^\S[^\r\n]{3,200}$/);
    expect(mail.html).toContain(`<html lang="${locale}"`);
    for (const words of [mail.subject, mail.html, mail.text]) expect(words).not.toMatch(PLACEHOLDER);
    // nothing is fetched when a mail is opened, and nothing runs
    expect(mail.html).not.toMatch(/<(script|link|iframe|form|object|img)\b|url\(|@import|\son\w+=/i);
    expect(linksOf(mail).filter((href) => !/^(https:\/\/|mailto:)/.test(href))).toEqual([]);
    expect(linksOf(mail).filter((href) => !mail.text.includes(href))).toEqual([]);
    expect(wordsOf(mail).filter((words) => !squeeze(mail.text).includes(words))).toEqual([]);
    const raw = await wireOf(services, mail);
    const wire = raw.toString('latin1');
    expect(raw.length).toBeLessThan(100_000);
    expect(wire.split('\r\n').filter((line) => line.length > 998 || /[\r\n]/.test(line))).toEqual([]);
    expect(wire.slice(0, wire.indexOf('\r\n\r\n'))).toMatch(/^[\x20-\x7e\r\n\t]*$/);
    const read = await PostalMime.parse(raw);
    expect(read.subject).toBe(mail.subject);
    expect(squeeze(read.text ?? '')).toBe(squeeze(mail.text));
    expect(squeeze(read.html ?? '')).toBe(squeeze(mail.html));
    expect(Boolean(mail.unsubscribeUrl)).toBe(kindOfTemplate[name] !== 'account');
  }
});

describe.each(locales)('in %s', (language) => {
  test.each(['light', 'dark'] as const)(
    'every mail can be read by everyone, in the %s (axe)',
    async (colorScheme) => {
      const { context, page } = await browser.newVisitor({ bypassCSP: true, colorScheme });
      const faults: string[] = [];
      for (const { name, locale } of cases.filter((one) => one.locale === language)) {
        for (const mail of samplesOf(services, name, locale)) {
          await page.setContent(mail.html);
          await page.evaluate(axe.source);
          const { violations } = await page.evaluate(() =>
            (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] }),
          );
          faults.push(...violations.map((each) => `${name} ${each.id}: ${each.nodes.map((node) => node.html).join(' ')}`));
        }
      }
      await context.close();
      expect([...new Set(faults)]).toEqual([]);
    },
    120_000,
  );
});

const PLACEHOLDER = /\bundefined\b|\bnull\b|\bNaN\b|\[object|Invalid Date|\{\{?\w+\}?\}|\b[a-z]+_[a-z]+_[a-z_]+\b/;

function linksOf({ html }: RenderedMail): string[] {
  return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, href = '']) => unescaped(href));
}

/** What the HTML says to the eye, piece by piece; without the line for the list of mails, and the mark above and below. */
function wordsOf({ html }: RenderedMail): string[] {
  const shown = html.replace(/<(style|title)>.*?<\/\1>/gs, '').replace(/<div style="display:none.*?<\/div>/s, '');
  const pieces = shown.split(/<[^>]+>/).map((piece) => squeeze(unescaped(piece)));
  return pieces.filter((piece) => piece !== '' && piece !== 'tertulia.example');
}

const squeeze = (text: string) => text.replace(/^> ?/gm, '').replace(/\s+/g, ' ').trim();

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': '\u0027' };
const unescaped = (text: string) => text.replace(/&(#x27|amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '');

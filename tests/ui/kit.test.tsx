import { globSync, readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { hueOf, initialsOf, monogramOf } from '#app/ui/avatar.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { ICON_NAMES } from '#app/ui/icon-names.ts';
import { A } from '#app/ui/link.tsx';
import { inLocale } from '#server/http/locale.ts';

describe('icons', () => {
  test('every name has its symbol, and every symbol its name', () => {
    const symbols = [...readFileSync('app/ui/icons.svg', 'utf8').matchAll(/<symbol id="i-([^"]+)"/g)].map(([, name]) => name);
    expect(symbols).toEqual([...ICON_NAMES]);
  });
});

describe('people and organisations', () => {
  test('a person keeps one of eight hues on every page', () => {
    const hues = new Set(Array.from({ length: 200 }, (_, index) => hueOf(`0199-${index}`)));
    expect([...hues].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(hueOf('0199-7')).toBe(hueOf('0199-7'));
  });

  test('initials are those of the first and last name, accents and hyphens included', () => {
    expect(initialsOf('Inès Robledo')).toBe('IR');
    expect(initialsOf('Éloïse Saint-Hubert')).toBe('ÉH');
    expect(initialsOf('Paula')).toBe('P');
    expect(initialsOf('')).toBe('');
  });

  test('a monogram skips the words that say nothing', () => {
    expect(monogramOf('Ville de Bordeaux')).toBe('VB');
    expect(monogramOf('Cités Unies France')).toBe('CU');
    expect(monogramOf('Nantes')).toBe('NA');
  });
});

describe('a field', () => {
  test('names its control, its hint and what to correct for screen readers', () => {
    const html = renderToStaticMarkup(<Field label="Titre" name="title" hint="Court" error="Il manque un titre" defaultValue="x" />);
    expect(html).toContain('<label for="f-title">Titre</label>');
    expect(html).toContain('aria-describedby="f-title-hint f-title-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('id="f-title-error"');
    expect(html).toContain('value="x"');
  });

  test('says nothing of an error when there is none', () => {
    const html = renderToStaticMarkup(<Field label="Titre" name="title" error={undefined} />);
    expect(html).not.toContain('aria-invalid');
    expect(html).not.toContain('aria-describedby');
  });

  test('is linked from the summary, which counts what is to be corrected', () => {
    const html = renderToStaticMarkup(<ErrorSummary faults={[{ id: fieldId('title'), message: 'Il manque un titre' }]} />);
    expect(html).toContain('1 point à corriger');
    expect(html).toContain('href="#f-title"');
    expect(renderToStaticMarkup(<ErrorSummary faults={[]} />)).toBe('');
  });

  test('shows what people typed as text, never as markup', () => {
    const html = renderToStaticMarkup(<Field as="textarea" label="Résumé" name="summary" defaultValue="<script>alert(1)</script>" />);
    expect(html).not.toContain('<script>');
  });
});

describe('a link', () => {
  test('keeps the language of the page, and leaves other sites alone', () => {
    const links = () =>
      renderToStaticMarkup(<A to="/groups/dalc?x=1#members">DALC</A>) + renderToStaticMarkup(<A to="https://example.org/">x</A>);
    expect(inLocale('fr', links)).toBe('<a href="/groups/dalc?x=1#members">DALC</a><a href="https://example.org/">x</a>');
    expect(inLocale('en', links)).toContain('href="/en/groups/dalc?x=1#members"');
  });
});

describe('style sheets', () => {
  test('are all loaded, each once', () => {
    const index = readFileSync('app/ui/styles/index.css', 'utf8');
    const files = globSync('app/ui/styles/*.css').map((file) => file.replaceAll('\\', '/').split('/').at(-1) ?? '');
    for (const file of files.filter((name) => name !== 'index.css')) expect(index.split(`"./${file}"`).length, file).toBe(2);
  });
});

import { describe, expect, test } from 'vitest';
import type { Inline } from '#app/model/notes.ts';
import { cutToFit, isRedactable, MAX_REDACTED, REDACTED, Redaction } from '#app/model/redaction.ts';
import { redactContent } from '#server/minutes/redact-content.ts';
import { contentOf, paragraphOf, sectionOf } from './two-versions.ts';

const words = (inline: Inline[]) => inline.map(({ text }) => text).join('');

describe('words to be redacted', () => {
  const redaction = new Redaction(['Karim Belhadj', 'l’Aude', 'Belhadj']);

  test.each([
    ['Karim Belhadj parle.', `${REDACTED} parle.`],
    ['KARIM\u00A0BELHADJ et karim  belhadj', `${REDACTED} et ${REDACTED}`],
    ['M. Belhadj, de l\u2019Aude ou de l\u0027Aude', `M. ${REDACTED}, de ${REDACTED} ou de ${REDACTED}`],
    ['Karim\u202FBelhadj : « Belhadj »', `${REDACTED} : « ${REDACTED} »`],
  ])('are found in « %s »', (text, redacted) => expect(redaction.text(text)).toBe(redacted));

  test.each(['Les Belhadjis', 'Audela', 'Karim', 'abelhadj'])('are not found in the middle of other words: « %s »', (text) =>
    expect(redaction.text(text)).toBe(text),
  );

  test.each([
    'Jean-Bel\u00ADhadj',
    'J\u200Bean\u2011Belhadj',
    'Jean\u2010\u2060Belhadj',
    'Je\u200Can\u2013Be\u200Dlhadj',
    'JEAN\u2212BELHADJ',
  ])('are found with hyphens and characters that nobody sees: « %s »', (name) => {
    const hyphened = new Redaction(['Jean-Belhadj']);
    expect(hyphened.text(`Avec ${name}.`)).toBe(`Avec ${REDACTED}.`);
    expect(new Redaction([name]).text('Avec Jean-Belhadj.')).toBe(`Avec ${REDACTED}.`);
    expect(hyphened.inline([{ text: 'Avec ' }, { text: name, bold: true }])).toEqual([{ text: `Avec ${REDACTED}` }]);
  });

  test.each([
    ['Cœurdacier', 'Coeurdacier'],
    ['Œil-de-Bœuf', 'OEIL-DE-BO\u00ADEUF'],
    ['Lætitia', 'Laetitia'],
  ])('are found with ligatures and without: « %s », « %s »', (joined, apart) => {
    expect(new Redaction([joined]).text(`${joined}, ${apart}`)).toBe(`${REDACTED}, ${REDACTED}`);
    expect(new Redaction([apart]).text(`${joined}, ${apart}`)).toBe(`${REDACTED}, ${REDACTED}`);
  });

  test('of the greatest length are found in the longest text without going back and forth', () => {
    const sought = new Redaction([`Karim ${'é'.repeat(MAX_REDACTED - 100)}`, 'Jean Karim Belhadj', 'a a a a a b']);
    const hidden = `Jean \u200B${'\u00AD \u200B'.repeat(30_000)}Karim${'\u00AD'.repeat(30_000)}`;
    const from = performance.now();
    expect(sought.touches(hidden + 'a '.repeat(30_000))).toBe(false);
    expect(sought.text(`${hidden} Belhadj`)).toBe(REDACTED);
    expect(sought.text(`Karim ${'É'.repeat(MAX_REDACTED - 100)}.`)).toBe(`${REDACTED}.`);
    expect(performance.now() - from).toBeLessThan(3000);
  });

  test('are taken as they are, whatever they would mean in a pattern', () => {
    const odd = new Redaction(['(a.b)* [c]', '$1 \\d+']);
    expect(odd.text('x (a.b)* [c] y aab c $1 \\d+ 12')).toBe(`x ${REDACTED} y aab c ${REDACTED} 12`);
  });

  test('go from a text in runs, half bold or in a link, and leave the looks of the rest', () => {
    const runs: Inline[] = [
      { text: 'Avec ', italic: true },
      { text: 'Kar', bold: true },
      { text: 'im Bel' },
      { text: 'hadj ici', href: 'https://x.example/' },
    ];
    const redacted = redaction.inline(runs);
    expect(words(redacted)).toBe(`Avec ${REDACTED} ici`);
    expect(redacted.at(0)).toEqual({ text: 'Avec ', italic: true });
    expect(redacted.at(-1)).toEqual({ text: ' ici', href: 'https://x.example/' });
    const address: Inline[] = [{ text: 'Écrire', href: 'mailto:karim%20belhadj@x.example' }];
    expect(redaction.inline(address)).toEqual([{ text: 'Écrire' }]);
  });

  test('with nothing to be recognised by are refused', () => {
    for (const phrase of ['', ' ', 'a', '—', '.']) expect(isRedactable(phrase)).toBe(false);
    expect(() => new Redaction(['a'])).toThrow(RangeError);
    expect(() => new Redaction([])).toThrow(RangeError);
  });
});

describe('a redacted text that its column cannot hold', () => {
  const limit = 30;

  test('is cut, and says so; in characters, not in units of UTF-16', () => {
    expect(cutToFit('😀'.repeat(limit), limit)).toBe('😀'.repeat(limit));
    expect(cutToFit('😀'.repeat(limit + 1), limit)).toBe(`${'😀'.repeat(limit - 1)}…`);
    expect(cutToFit(`${'mot '.repeat(7)}${REDACTED}`, limit)).toBe(`${'mot '.repeat(7).trimEnd()}…`);
  });

  test('never ends with half a mark, wherever the cut falls', () => {
    for (let before = 0; before <= limit; before += 1) {
      const cut = cutToFit(`${'x'.repeat(before)}${REDACTED}${'y'.repeat(limit)}`, limit);
      expect([...cut].length).toBeLessThanOrEqual(limit);
      expect(cut).toMatch(/^x*(\[mention occultée\]y*)?…$/);
    }
  });
});

test('a section whose title is redacted loses the anchor that was made of it, wherever that leads from', () => {
  const content = contentOf({
    agenda: [{ title: 'Le cas Belhadj', anchor: 'le-cas-belhadj', minutes: 10 }],
    sections: [{ ...sectionOf('Le cas Belhadj', [paragraphOf('p1', 'Rien.')]), anchor: 'le-cas-belhadj' }],
    synthesis: [{ title: 'Le cas Belhadj', anchor: 'le-cas-belhadj', takeAways: [] }],
  });
  const redacted = redactContent(content, new Redaction(['Belhadj']));
  expect(JSON.stringify(redacted).toLowerCase()).not.toContain('belhadj');
  expect([redacted.agenda[0]?.anchor, redacted.synthesis[0]?.anchor]).toEqual(['section-1', 'section-1']);
  expect(redacted.sections[0]?.entries).toEqual(content.sections[0]?.entries);
});

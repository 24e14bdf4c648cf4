import { describe, expect, test } from 'vitest';
import type { ReadPart } from '#server/imports/reader/read-fault.ts';
import { compareReturned } from '#server/imports/returned/compare-returned.ts';
import type { KnownParagraph } from '#server/imports/returned/known-paragraphs.ts';
import { matchParagraphs } from '#server/imports/returned/match-paragraphs.ts';

/** Time of the processor, which other programs do not stretch, in milliseconds. */
function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Always other words for another number. */
const sentence = (of: string, n: number) => Array.from({ length: 30 }, (_, at) => `${of}${(n * 31 + at) % 7919}`).join(' ');
const knownOf = (n: number, kind: KnownParagraph['kind'] = 'text') => ({ id: `p${n}`, agendaItemId: 'a', kind, text: sentence('mot', n) });
const partOf = (text: string, kind: ReadPart['kind'] = null): ReadPart => ({
  ...{ shape: 'paragraph', level: 0, ordered: false, inline: [{ text }], cells: [], kind, line: 1 },
});
const ours = new Set<string>();
const known = Array.from({ length: 2000 }, (_, n) => knownOf(n));

describe('a file of 5,000 paragraphs beside notes of 2,000 keeps nobody waiting', () => {
  test('when no words are the same', () => {
    const parts = Array.from({ length: 5000 }, (_, n) => partOf(sentence('autre', n)));
    expect(spent(() => expect(compareReturned(parts, { known, versions: [], ours })).toBeNull())).toBeLessThan(2500);
  });

  test('when every paragraph is somewhat alike', () => {
    const parts = Array.from({ length: 5000 }, (_, n) => partOf(sentence('mot', n).replace(/^(?:\S+ ){12}/, 'tout autre chose ')));
    expect(spent(() => void matchParagraphs(parts, { known, ours }))).toBeLessThan(2500);
  });

  test('when it begins with thousands of lines that may be copies, and there are twenty versions of both editions', () => {
    const decisions = known.map((one) => ({ ...one, kind: 'decision' as const }));
    const versions = Array.from({ length: 40 }, (_, at) => new Map(decisions.map(({ id, text }) => [id, `${text} ${at}`])));
    const copies = Array.from({ length: 3000 }, (_, n) => partOf(`${sentence('mot', n)} et plus`, 'decision'));
    const marked = decisions.map((one) => partOf(one.text, 'decision'));
    expect(spent(() => void compareReturned([...copies, ...marked], { known: decisions, versions, ours }))).toBeLessThan(4000);
  });
});

test('paragraphs are found by their words between titles and tables, whatever their number', () => {
  const rest = known.slice(0, 300);
  const parts = rest.flatMap(({ text }, n) => [
    { ...partOf(`Titre ${n}`), shape: 'heading' as const, level: 2 },
    ...Array.from({ length: 5 }, () => ({ ...partOf(''), shape: 'row' as const, cells: [[{ text: 'x' }]] })),
    partOf(n % 3 === 0 ? `${text} en plus` : text),
  ]);
  const matched = matchParagraphs(parts, { known: rest, ours });
  expect([...matched].sort(([a], [b]) => a - b).map(([at, { id }]) => [at, id])).toEqual(rest.map(({ id }, n) => [n * 7 + 6, id]));
});

import { describe, expect, test } from 'vitest';
import { compareForReading, compareWords } from '#app/model/compare-words.ts';
import { countChanges } from '#app/model/note-history.ts';
import type { NoteBlock, NoteParagraph } from '#app/model/notes.ts';
import { stepsBetween } from '#app/model/sequences.ts';
import { compareBlocks } from '#server/notes/history/compare-blocks.ts';
import { versionsToDrop } from '#server/notes/history/thin-out.ts';
import { randomFrom } from '#tests/support/random.ts';

const paragraph = (id: string, text: string, more: Partial<NoteParagraph> = {}): NoteBlock => ({
  ...{ type: 'paragraph', id, kind: 'text', inline: [{ text }], speakerId: null, assigneeId: null, assignee: '', due: null },
  ...more,
});

/** The fewest removals and additions, by the slow and certain way. */
function distance(a: readonly string[], b: readonly string[]): number {
  const row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, x] of a.entries()) {
    let diagonal = row[0] ?? 0;
    row[0] = i + 1;
    for (const [j, y] of b.entries()) {
      const above = row[j + 1] ?? 0;
      row[j + 1] = x === y ? diagonal : 1 + Math.min(above, row[j] ?? 0);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}

describe('two sequences', () => {
  test('are told apart by the fewest steps, which lead from the one to the other', () => {
    const random = randomFrom(7);
    for (let round = 0; round < 3000; round += 1) {
      const sequence = () => Array.from({ length: random(14) }, () => 'abcd'[random(4)] ?? '');
      const [a, b] = [sequence(), sequence()];
      const steps = stepsBetween(a, b);
      expect(steps.flatMap((step) => (step.change === 'added' ? [] : [a[step.before]]))).toEqual(a);
      expect(steps.flatMap((step) => (step.change === 'removed' ? [] : [b[step.after]]))).toEqual(b);
      expect(steps.filter(({ change }) => change !== 'same')).toHaveLength(distance(a, b));
      for (const step of steps) if (step.change === 'same') expect(a[step.before]).toBe(b[step.after]);
    }
  });

  test('that have nothing in common cost no more for being long', () => {
    const [a, b] = ['a', 'b'].map((letter) => Array.from({ length: 20_000 }, (_, index) => `${letter}${index}`));
    // of the processor, which others may be busy with
    const began = process.cpuUsage();
    expect(stepsBetween(a ?? [], b ?? [])).toHaveLength(40_000);
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(2000);
  });
});

describe('two texts', () => {
  test('are compared word by word, to the letter', () => {
    const [before, after] = ['Le groupe-pays est maintenu.', 'Le groupe-pays Argentine est maintenu, dit-on.'];
    const parts = compareWords(before, after);
    const without = (change: string) => parts.filter((part) => part.change !== change).map(({ text }) => text);
    expect(without('added').join('')).toBe(before);
    expect(without('removed').join('')).toBe(after);
    expect(parts.filter(({ change }) => change === 'removed')).toEqual([]);
  });

  test('read as sentences: several words in place of several are one change', () => {
    expect(compareForReading('Réunion lundi 20 juin à Paris', 'Réunion mardi 21 juillet à Paris')).toEqual([
      { text: 'Réunion ', change: 'same' },
      { text: 'lundi 20 juin', change: 'removed' },
      { text: 'mardi 21 juillet', change: 'added' },
      { text: ' à Paris', change: 'same' },
    ]);
  });
});

describe('two versions of a section', () => {
  test('say what was added, removed, reworded and moved, block by block', () => {
    const before = [
      paragraph('a', 'Ouverture'),
      paragraph('b', 'Le groupe est maintenu'),
      paragraph('c', 'À revoir'),
      paragraph('d', 'Fin'),
    ];
    const after = [
      paragraph('d', 'Fin'),
      paragraph('a', 'Ouverture'),
      paragraph('b', 'Le groupe est dissous', { kind: 'decision' }),
      paragraph('e', 'Neuf'),
    ];
    const compared = compareBlocks(before, after);
    expect(compared.map(({ change, parts }) => [change, parts.map(({ text }) => text).join('|')])).toEqual([
      ['moved', 'Fin'],
      ['same', 'Ouverture'],
      ['changed', 'Le groupe est |maintenu|dissous'],
      ['removed', 'À revoir'],
      ['added', 'Neuf'],
    ]);
    expect(compared[2]?.kind).toEqual({ before: 'text', after: 'decision' });
    expect(countChanges(compared)).toEqual({ added: 1, removed: 1, changed: 2 });
  });

  test('tell who does it, for when, and formats from words', () => {
    const was = paragraph('a', 'Écrire', { kind: 'action', assignee: 'Awa Diop' });
    const [compared] = compareBlocks([was], [paragraph('a', 'Écrire', { kind: 'action', assignee: 'Luis Prieto', due: '2022-09-15' })]);
    expect(compared).toMatchObject({ change: 'changed', assignee: { before: 'Awa Diop', after: 'Luis Prieto' } });
    expect(compared?.due).toEqual({ before: null, after: '2022-09-15' });
    const bold = paragraph('a', 'Écrire', { inline: [{ text: 'Écrire', bold: true }] });
    expect(compareBlocks([paragraph('a', 'Écrire')], [bold])[0]).toMatchObject({ change: 'changed', format: true });
    expect(compareBlocks([was], [was])[0]?.change).toBe('same');
  });

  test('pass over empty lines, but not what became of one', () => {
    const compared = compareBlocks(
      [paragraph('a', ''), paragraph('b', ''), paragraph('c', 'Fin')],
      [paragraph('b', 'Neuf'), paragraph('c', ''), paragraph('d', ''), paragraph('e', '', { kind: 'decision' })],
    );
    expect(compared.map(({ change, parts }) => [change, parts.map(({ text }) => text).join('|')])).toEqual([
      ['changed', 'Neuf'],
      ['changed', 'Fin'],
      ['added', ''],
    ]);
  });

  test('find a line that became an item of a list', () => {
    const compared = compareBlocks(
      [paragraph('a', 'Un')],
      [{ type: 'list', ordered: false, items: [[paragraph('a', 'Un')], [paragraph('b', 'Deux')]] }],
    );
    expect(compared.map(({ change, look }) => [change, look.within])).toEqual([
      ['changed', 'list'],
      ['added', 'list'],
    ]);
  });
});

describe('the versions that are kept', () => {
  const now = Temporal.Instant.from('2022-06-20T18:00:00Z');
  const saved = (minutesAgo: number, reason: 'pause' | 'restored' = 'pause') => ({
    id: `${reason} ${minutesAgo}`,
    savedAt: now.subtract({ seconds: Math.round(minutesAgo * 60) }).toString(),
    reason,
  });

  test('are all of the last hour, then one for ten minutes, then one an hour; those of a restore stay', () => {
    const minutes = [0, 1, 2, 59, 61, 62, 69, 71, 75];
    expect(
      versionsToDrop(
        minutes.map((each) => saved(each)),
        now,
      ),
    ).toEqual(['pause 62', 'pause 69', 'pause 75']);
    expect(versionsToDrop([saved(1600), saved(1610), saved(1611, 'restored')], now)).toEqual(['pause 1610']);
  });

  test('are never more than two hundred', () => {
    const many = Array.from({ length: 260 }, (_, index) => saved(index / 10));
    expect(versionsToDrop(many, now)).toHaveLength(60);
    expect(versionsToDrop(many, now)).not.toContain('pause 0');
  });
});

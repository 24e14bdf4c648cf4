import type { MinutesSection } from '#app/model/minutes-content.ts';
import type { Line } from '#server/notes/history/compare-blocks.ts';

/**
 * For each section after, the one before that it is (its index), or null when it is new: the section that most of its
 * statements were in, else the one of the same title. No two are the same one.
 */
export function pairSections(
  before: readonly MinutesSection[],
  after: readonly MinutesSection[],
  from: readonly (readonly Line[])[],
  to: readonly (readonly Line[])[],
): (number | null)[] {
  const home = new Map(from.flatMap((lines, index) => lines.map(({ key }) => [key, index] as const)));
  const shared = to.flatMap((lines, index) => {
    const counts = new Map<number, number>();
    for (const { key } of lines) {
      const other = home.get(key);
      if (other !== undefined) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    return [...counts].map(([other, count]) => ({ index, other, count }));
  });
  const pairs: (number | null)[] = after.map(() => null);
  const taken = new Set<number>();
  const pair = (index: number, other: number) => {
    if (pairs[index] !== null || taken.has(other)) return;
    pairs[index] = other;
    taken.add(other);
  };
  // a title that both have settles it where as many statements speak for another
  const sameTitle = (index: number, other: number) => (after[index]?.title === before[other]?.title ? 1 : 0);
  shared.sort((a, b) => b.count - a.count || sameTitle(b.index, b.other) - sameTitle(a.index, a.other));
  for (const { index, other } of shared) pair(index, other);
  for (const [index, { title }] of after.entries()) {
    const other = before.findIndex((section, at) => section.title === title && !taken.has(at));
    if (other >= 0) pair(index, other);
  }
  return pairs;
}

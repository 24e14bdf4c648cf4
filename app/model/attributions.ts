import type { AttributionLevel } from './minutes-content.ts';

/** What an organiser chose of how the minutes tell who said what. */
export interface AttributionChoices {
  /** Of the meeting: where nothing else was chosen. */
  byDefault: AttributionLevel;
  /** By paragraph of the notes; what is not here is as its turn, or as the meeting. */
  levels: Record<string, AttributionLevel>;
  /** Paragraphs that go into « L’essentiel »; null: nothing was chosen yet, the product proposes. */
  highlights: string[] | null;
}

/** What was changed on the page between seeing it and sending it. */
export interface AttributionChange {
  byDefault: AttributionLevel | null;
  /** null: as its turn, or as the meeting. */
  levels: Map<string, AttributionLevel | null>;
  highlights: string[] | null;
}

/** Most paragraphs that one form may speak of: as many as notes can hold. */
export const MAX_CHOICES = 20_000;

/** What differs between what the page showed and what was sent; all that was left alone is left to whoever changed it meanwhile. */
export function changeBetween(
  seen: AttributionChoices,
  sent: { byDefault: AttributionLevel; levels: ReadonlyMap<string, AttributionLevel | null>; highlights: string[] },
): AttributionChange {
  const levels = new Map<string, AttributionLevel | null>();
  for (const [blockId, level] of sent.levels) {
    const before = Object.hasOwn(seen.levels, blockId) ? seen.levels[blockId] : null;
    if (before !== level) levels.set(blockId, level);
  }
  return {
    byDefault: sent.byDefault === seen.byDefault ? null : sent.byDefault,
    levels,
    highlights: sameIds(seen.highlights, sent.highlights) ? null : sent.highlights,
  };
}

export function sameIds(a: readonly string[] | null, b: readonly string[] | null): boolean {
  if (a === null || b === null) return a === b;
  const ids = new Set(a);
  return ids.size === new Set(b).size && b.every((id) => ids.has(id));
}

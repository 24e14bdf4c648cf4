import type { AttributionLevel, TakeAway } from '#app/model/minutes-content.ts';

/** Highlights that a reader takes in at a glance when the organiser chose none. */
const HIGHLIGHTS_BY_DEFAULT = 6;

export interface TakeAwayToChoose extends TakeAway {
  /** What the choice names. */
  blockId: string;
  level: AttributionLevel;
  /** Goes into « L’essentiel »; before anything was chosen: it is part of the conclusion. */
  chosen: boolean;
}

/** The organiser's choice; without one, what the conclusion retains, else the first few. */
export function chooseHighlights(takeAways: readonly TakeAwayToChoose[], kept: readonly string[] | null): void {
  if (kept) {
    const ids = new Set(kept);
    for (const each of takeAways) each.chosen = ids.has(each.blockId);
  } else if (takeAways.length <= HIGHLIGHTS_BY_DEFAULT) {
    for (const each of takeAways) each.chosen = true;
  } else if (!takeAways.some((each) => each.chosen)) {
    for (const [index, each] of takeAways.entries()) each.chosen = index < HIGHLIGHTS_BY_DEFAULT;
  }
}

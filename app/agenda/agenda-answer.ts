import type { AgendaItemRow } from './agenda-types.ts';
import type { PointFaults, PointValues } from './parse-point-form.ts';

/** What the page is told after a form of it was sent; null fields do not apply. */
export interface AgendaAnswer {
  /** The point that the fields belong to; null: a new one. */
  itemId: string | null;
  values: PointValues | null;
  faults: PointFaults;
  /** What went wrong with the whole, in a sentence. */
  refused: string | null;
  /** Somebody saved this point meanwhile. */
  saved: AgendaItemRow | null;
  /** What happened, read out. */
  said: string | null;
  removed: { item: AgendaItemRow; before: string | null } | null;
}

export const NO_ANSWER: AgendaAnswer = { itemId: null, values: null, faults: {}, refused: null, saved: null, said: null, removed: null };

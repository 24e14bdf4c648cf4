import { MONDAY_EARLY } from './edition-2023/monday-early.ts';
import { MONDAY_LATE } from './edition-2023/monday-late.ts';
import type { DemoSession } from './edition-2023/session.ts';
import { TUESDAY_EARLY } from './edition-2023/tuesday-early.ts';
import { TUESDAY_LATE } from './edition-2023/tuesday-late.ts';

/**
 * The fourteenth RAICT, 18 and 19 September 2023: titles, slots, summaries and what was said are those of its printed volume,
 * whose slips are put right; people are invented.
 */
export const EDITION = {
  slug: 'raict-2023',
  name: 'RAICT 2023',
  summary:
    'Rencontres de l’action internationale des collectivités territoriales, 14e édition : « Quelle contribution des collectivités territoriales à la résolution des grands enjeux mondiaux ? »',
  place: 'Paris',
  timeZone: 'Europe/Paris',
  startsOn: '2023-09-18',
  endsOn: '2023-09-19',
} as const;

/** The plenary and the fourteen sessions, in the order of the volume. */
export const SESSIONS: readonly DemoSession[] = [...MONDAY_EARLY, ...MONDAY_LATE, ...TUESDAY_EARLY, ...TUESDAY_LATE];

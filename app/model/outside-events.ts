import type { When } from './when.ts';

/** An event of others, as lists show it beside the meetings. */
export interface OutsideEvent {
  id: string;
  title: string;
  /** See app/model/when.ts; local times of `timeZone`. */
  edtf: string;
  timeZone: string;
  /** The instants that it covers (ISO, end exclusive); null when the date is unknown. */
  startsAt: string | null;
  endsAt: string | null;
  place: string;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** '' or an http(s) address. */
  url: string;
  note: string;
  /** Name of the calendar that it was read from; null: entered by hand. */
  source: string | null;
  groupSlug: string;
  groupName: string;
}

/** Longest texts, in characters; the table holds the same (db/migrations/010). */
export const OUTSIDE_EVENT_LIMITS = { title: 300, place: 500, url: 2000, note: 5000, ofAGroup: 500 } as const;

/** What an organiser says of an event of others: cleaned texts within OUTSIDE_EVENT_LIMITS, an existing zone, hours that exist in it. */
export interface OutsideEventPlan {
  title: string;
  when: When;
  timeZone: string;
  place: string;
  country: string | null;
  url: string;
  note: string;
}

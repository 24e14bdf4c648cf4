/** What happens at an hour of an edition: sessions side by side, one session that has the edition to itself, or nothing. */
export const SLOT_KINDS = ['sessions', 'plenary', 'break'] as const;
export type SlotKind = (typeof SLOT_KINDS)[number];

/** Longest values that the tables hold, in characters (db/migrations/012-editions.sql), and how much one edition takes. */
export const EDITION_LIMITS = {
  name: 200,
  summary: 5000,
  place: 200,
  room: 200,
  track: 200,
  label: 200,
  capacity: 100_000,
  days: 14,
  rooms: 40,
  tracks: 40,
  slots: 200,
  sessions: 400,
} as const;

/** What an organiser decides of an edition: cleaned texts within EDITION_LIMITS, an existing zone, days in order. */
export interface EditionPlan {
  name: string;
  summary: string;
  place: string;
  timeZone: string;
  /** Local days, 'YYYY-MM-DD', both included. */
  startsOn: string;
  endsOn: string;
}

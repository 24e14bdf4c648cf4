/** What a phone at a door can note of a badge. */
export const CHECK_KINDS = ['in', 'out'] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** What became of a check: it stands; it waits for the organisers; it was taken back at the door; they refused it. */
export const CHECK_STANDINGS = ['taken', 'held', 'undone', 'rejected'] as const;
export type CheckStanding = (typeof CHECK_STANDINGS)[number];

/** Of a check that stands: it counts; the same person was noted already; the same badge was at two doors that did not know of each other. */
export const CHECK_OUTCOMES = ['counted', 'repeated', 'doubtful'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** What organisers say of a badge that was at two doors. */
export const CHECK_VERDICTS = ['same_person', 'copied'] as const;
export type CheckVerdict = (typeof CHECK_VERDICTS)[number];

/** Limits that the tables hold (db/migrations/018-check-ins.sql), and how much is taken at once. */
export const CHECK_LIMITS = {
  doorName: 100,
  doors: 100,
  /** Phones at one door. */
  phones: 50,
  /** Checks in one batch; a phone sends fewer. */
  batch: 500,
  /** Names on the list of a phone, and badges of one file. */
  people: 5000,
} as const;

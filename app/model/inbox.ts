/** By what door a mail came in: the mailbox that is read, a provider that pushes, the demo's own calendar button. */
export const INBOX_DOORS = ['imap', 'push', 'demo'] as const;
export type InboxDoor = (typeof INBOX_DOORS)[number];

/** What a mail that came in is. */
export const INBOX_KINDS = ['reply', 'counter', 'bounce', 'auto_reply', 'list', 'other'] as const;
export type InboxKind = (typeof INBOX_KINDS)[number];

/** What was done with it. */
export const INBOX_OUTCOMES = [
  /** The answer of a calendar, written down. */
  'recorded',
  /** The same answer as the one that is known. */
  'repeated',
  /** Older than an answer that is known. */
  'late',
  /** Nothing proves that it comes from the person whose answer it gives. */
  'unproven',
  'unknown_meeting',
  /** Nobody on the list has this address. */
  'not_invited',
  'started',
  'cancelled',
  'not_announced',
  /** Sends somebody else: organisers decide. */
  'delegated',
  'unreadable',
  'too_large',
  'bounce_recorded',
  /** For people to read. */
  'kept',
] as const;
export type InboxOutcome = (typeof INBOX_OUTCOMES)[number];

/** What is treated to the end; the rest waits for a person to look at it. */
const SETTLED: ReadonlySet<InboxOutcome> = new Set(['recorded', 'repeated', 'late', 'bounce_recorded']);

export function isSettled(outcome: InboxOutcome): boolean {
  return SETTLED.has(outcome);
}

/** Longest values that the table holds, in characters (db/migrations). */
export const INBOX_LIMITS = { messageId: 998, address: 320, name: 200, subject: 300, excerpt: 2000, detail: 500, comment: 1000 } as const;

/** An answer of a calendar program (RFC 5545, 3.2.12) that means something here. */
export const PARTSTATS = ['ACCEPTED', 'DECLINED', 'TENTATIVE'] as const;
export type Partstat = (typeof PARTSTATS)[number];

/**
 * What becomes of a mail. queued: waits for its turn or its next attempt. sent: the mail server took it. refused: the
 * server said no for good. bounced: it came back after it was taken. dead: given up after the last attempt. withdrawn: no
 * longer wanted when its turn came. held: kept for the digest of its person. declined: its person wants no such mails.
 */
export const MAIL_STATES = ['queued', 'sent', 'refused', 'bounced', 'dead', 'withdrawn', 'held', 'declined'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** Mails that did not arrive, and that an organiser can send once more. */
export const FAILED_STATES = ['refused', 'bounced', 'dead'] as const satisfies readonly MailState[];

export function hasFailed(state: MailState): boolean {
  return (FAILED_STATES as readonly MailState[]).includes(state);
}

/** Why a mail did not arrive, or not yet. '' while nothing is known. */
export const MAIL_FAULTS = [
  '',
  /** Nobody has this address, or it takes no mail. */
  'no_mailbox',
  'mailbox_full',
  /** The other server does not want mail from us: reputation, authentication, a block list. */
  'policy',
  /** It does not want this mail: too big, malformed, taken for spam. */
  'content',
  /** It asked to come back later (a 4yz reply). */
  'later',
  'network',
  /** Our own mail server does not know our name or password. */
  'login',
  /** We could not write the mail. */
  'template',
  /** It was not tried: mails to this address have come back too often. */
  'failing_address',
  'other',
] as const;
export type MailFault = (typeof MAIL_FAULTS)[number];

/** Hard failures after which only mails that the person asked for are still tried. */
export const FAILURES_BEFORE_SUPPRESSION = 2;

/** An address that mails came back from, as organisers see it beside a name. */
export interface FailingAddress {
  address: string;
  failures: number;
  reason: MailFault;
  /** When the last one came back; an instant. */
  lastAt: string;
  /** No further mail is tried, but for the person's own sign-in. */
  suppressed: boolean;
}

/** From so many on, an organiser confirms the number before mails leave. */
const MANY = 10;

/** Whether this number of mails may leave: it is small, or the one that the organiser saw and confirmed. */
export function isConfirmed(count: number, confirmed: number | null): boolean {
  return count < MANY || count === confirmed;
}

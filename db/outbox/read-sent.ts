import { sql } from 'kysely';
import { FAILED_STATES, type MailFault, type MailState } from '#app/model/outbox.ts';
import type { MeetingScope, OutboxScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { mailsWithin } from './within.ts';

/** What organisers see of a mail: never what it says, which may hold a personal link. */
export interface SentMail {
  id: string;
  template: string;
  personId: string | null;
  toName: string;
  toAddress: string;
  state: MailState;
  fault: MailFault;
  /** What the mail server said, in its own words. */
  lastError: string;
  attempts: number;
  /** Instants. */
  createdAt: string;
  settledAt: string | null;
  /** Sent once more already: when. */
  againAt: string | null;
}

const COLUMNS = [
  ...(['outboxMails.id', 'outboxMails.template', 'outboxMails.personId', 'outboxMails.toName', 'outboxMails.toAddress'] as const),
  ...(['outboxMails.state', 'outboxMails.fault', 'outboxMails.lastError', 'outboxMails.attempts'] as const),
  ...(['outboxMails.createdAt', 'outboxMails.settledAt'] as const),
] as const;

const againAt = sql<string | null>`(select max(later.created_at) from outbox_mails later where later.again_of = outbox_mails.id)`;

/** The mails about a meeting, newest first, below `before`; nobody's for who does not organise it. */
export async function listMeetingMails(
  db: Executor,
  { meetingId, can }: MeetingScope,
  { failed, before, limit }: { failed: boolean; before: string | null; limit: number },
): Promise<SentMail[]> {
  if (!can.organise) return [];
  return db
    .selectFrom('outboxMails')
    .select(COLUMNS)
    .select(againAt.as('againAt'))
    .where('outboxMails.meetingId', '=', meetingId)
    .$if(failed, (query) => query.where('outboxMails.state', 'in', FAILED_STATES))
    .$if(before !== null, (query) => query.where('outboxMails.id', '<', before))
    .orderBy('outboxMails.id', 'desc')
    .limit(limit)
    .execute();
}

/** How many mails about a meeting are in each state. */
export async function countMeetingMails(db: Executor, { meetingId, can }: MeetingScope): Promise<{ state: MailState; count: number }[]> {
  if (!can.organise) return [];
  return db
    .selectFrom('outboxMails')
    .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
    .where('meetingId', '=', meetingId)
    .groupBy('state')
    .execute();
}

export interface FailedMail extends SentMail {
  /** The meeting that it is about, if any. */
  meetingTitle: string | null;
  meetingSlug: string | null;
}

/** The mails within the scope that did not arrive, newest first, below `before`. */
export async function listFailedMails(
  db: Executor,
  scope: OutboxScope,
  { before, limit }: { before: string | null; limit: number },
): Promise<FailedMail[]> {
  return db
    .selectFrom('outboxMails')
    .leftJoin('meetings', 'meetings.id', 'outboxMails.meetingId')
    .select(COLUMNS)
    .select([againAt.as('againAt'), 'meetings.title as meetingTitle', 'meetings.slug as meetingSlug'])
    .where('outboxMails.state', 'in', FAILED_STATES)
    .where(mailsWithin(scope))
    .$if(before !== null, (query) => query.where('outboxMails.id', '<', before))
    .orderBy('outboxMails.id', 'desc')
    .limit(limit)
    .execute();
}

/** How many mails within the scope did not arrive, but for those of these templates. */
export async function countFailedMails(
  db: Executor,
  scope: MeetingScope | OutboxScope,
  { but }: { but: readonly string[] },
): Promise<number> {
  const row = await db
    .selectFrom('outboxMails')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', 'in', FAILED_STATES)
    .where(sql<boolean>`template <> all (${sql.val([...but])}::text[])`)
    .where(mailsWithin(scope))
    .executeTakeFirst();
  return row?.count ?? 0;
}

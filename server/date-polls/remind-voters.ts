import { morningFor } from '#app/model/reminders.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Executor, Trx } from '#db/client.ts';
import { type Addressee, listAddressees, lockBallots, markReminded } from '#db/date-polls/voters.ts';
import { inTransaction } from '#db/transaction.ts';
import type { DatePollReminderOccasion } from '#server/outbox/mails.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedPoll } from './access.ts';
import { holdPoll } from './hold-poll.ts';
import { queueToVoters } from './queue-poll-mail.ts';

/** Nobody is written to twice within a day, whoever presses the button; a little less, for jobs never start at the same second. */
const PEACE = { hours: 20 };

export type Reminded =
  /** `written`: mails that leave now; whoever got one in the last day is left in peace. */
  { ok: true; written: number } | { ok: false; reason: 'not_open' };

/** Whom a click reminds now: silent, with an address, in peace for long enough, and not the one who clicks. */
export async function listRemindable(db: Executor, pollId: string, now: Temporal.Instant, except: { voterId: string | null }) {
  const silent = await listAddressees(db, pollId, { silentBefore: now.subtract(PEACE).toString() });
  return silent.filter((voter) => voter.voterId !== except.voterId);
}

/** Writes once more to everybody of whom no answer came. */
export async function remindVoters(services: Services, { viewer, scope }: { viewer: Viewer; scope: OrganisedPoll }): Promise<Reminded> {
  const { pollId } = scope;
  return inTransaction<Reminded>(services.db, async (trx) => {
    const poll = await holdPoll(trx, services, pollId, 'update');
    if (poll.state !== 'open') return { ok: false, reason: 'not_open' };
    await lockBallots(trx, pollId);
    const silent = await listRemindable(trx, pollId, services.clock.now(), scope);
    const written = await queueTo(trx, services, silent, { poll, occasion: 'asked', by: viewer.personId });
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'date_poll.remind', subjectType: 'date_poll', subjectId: pollId },
      detail: { written },
    });
    return { ok: true, written };
  });
}

interface ReminderOf {
  id: string;
  deadline: string;
}

/** Queues a reminder that comes by itself to each silent voter of a poll that is held. */
export async function queueReminders(
  trx: Trx,
  services: Services,
  poll: ReminderOf & { createdBy: string | null },
  { peace = PEACE }: { peace?: Temporal.DurationLike } = {},
): Promise<void> {
  await lockBallots(trx, poll.id);
  const silent = await listAddressees(trx, poll.id, { silentBefore: services.clock.now().subtract(peace).toString() });
  await queueTo(trx, services, silent, { poll, occasion: 'soon', by: poll.createdBy });
}

async function queueTo(
  trx: Trx,
  services: Services,
  silent: readonly Addressee[],
  { poll: { deadline }, occasion, by }: { poll: ReminderOf; occasion: DatePollReminderOccasion; by: string | null },
): Promise<number> {
  const now = services.clock.now();
  await queueToVoters(trx, services, silent, ({ voterId, timeZone }) => ({
    template: 'date-poll-reminder',
    payload: { voterId, by, occasion },
    dedupeKey: `date-poll-reminder:${voterId}:${occasion === 'asked' ? now.toString() : deadline}`,
    // what an organiser asks for leaves at once, what comes by itself not in the voter's night
    notBefore: occasion === 'asked' || !timeZone ? null : (morningFor(now, timeZone)?.toString() ?? null),
  }));
  await markReminded(trx, { voterIds: silent.map((voter) => voter.voterId), now: now.toString() });
  return silent.length;
}

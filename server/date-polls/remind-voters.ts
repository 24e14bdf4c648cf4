import { morningFor } from '#app/model/reminders.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { listAddressees, lockBallots, markReminded } from '#db/date-polls/voters.ts';
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

/** Writes once more to everybody of whom no answer came. */
export async function remindVoters(services: Services, { viewer, scope }: { viewer: Viewer; scope: OrganisedPoll }): Promise<Reminded> {
  const { pollId } = scope;
  return inTransaction<Reminded>(services.db, async (trx) => {
    const poll = await holdPoll(trx, services, pollId, 'update');
    if (poll.state !== 'open') return { ok: false, reason: 'not_open' };
    const written = await queueReminders(trx, services, poll, 'asked', { by: viewer.personId });
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'date_poll.remind', subjectType: 'date_poll', subjectId: pollId },
      detail: { written },
    });
    return { ok: true, written };
  });
}

/** Queues a reminder to each silent voter of a poll that is held, and tells how many. */
export async function queueReminders(
  trx: Trx,
  services: Services,
  { id: pollId, deadline, createdBy }: { id: string; deadline: string; createdBy: string | null },
  occasion: DatePollReminderOccasion,
  { by = createdBy, peace = PEACE }: { by?: string | null; peace?: Temporal.DurationLike } = {},
): Promise<number> {
  const now = services.clock.now();
  await lockBallots(trx, pollId);
  const silent = await listAddressees(trx, pollId, { silentBefore: now.subtract(peace).toString() });
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

import { checkDates, DATE_POLL_LIMITS, dateKey, type PollDate } from '#app/model/date-polls.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { listAddressees } from '#db/date-polls/voters.ts';
import { deleteDate, insertDates, listAllDates, setDateState } from '#db/date-polls/write-dates.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedPoll } from './access.ts';
import { holdPoll } from './hold-poll.ts';
import { queueToVoters } from './queue-poll-mail.ts';

interface Change {
  viewer: Viewer;
  scope: OrganisedPoll;
}

export type AddedDate =
  /** `written`: those who had answered, and are asked about this date; the silent hear of it with the others. */
  | { ok: true; written: number }
  | { ok: false; reason: 'ended' | 'past' | 'before_deadline' | 'there' | 'too_many' | 'unknown' }
  | { ok: false; reason: 'missing_hour'; next: string };

/** Offers another date, and asks about it those who had answered without it. */
export async function addDate(services: Services, { viewer, scope, date }: Change & { date: PollDate }): Promise<AddedDate> {
  return inTransaction<AddedDate>(services.db, async (trx) => {
    const there = (await listAllDates(trx, scope.pollId)).find((option) => dateKey(option) === dateKey(date));
    if (there?.state === 'offered') return { ok: false, reason: 'there' };
    return offer(trx, services, { viewer, scope, date, optionId: there?.id ?? null });
  });
}

/** Offers to everybody a date that a voter asked for. */
export async function takeUpDate(services: Services, { viewer, scope, optionId }: Change & { optionId: string }): Promise<AddedDate> {
  return inTransaction<AddedDate>(services.db, async (trx) => {
    const wanted = (await listAllDates(trx, scope.pollId)).find((option) => option.id === optionId);
    if (!wanted) return { ok: false, reason: 'unknown' };
    return wanted.state === 'offered' ? { ok: true, written: 0 } : offer(trx, services, { viewer, scope, date: wanted, optionId });
  });
}

async function offer(
  trx: Trx,
  services: Services,
  { viewer, scope, date, optionId: known }: Change & { date: PollDate; optionId: string | null },
): Promise<AddedDate> {
  const { pollId } = scope;
  const poll = await holdPoll(trx, services, pollId, 'update');
  if (poll.state === 'settled' || poll.state === 'withdrawn') return { ok: false, reason: 'ended' };
  const now = services.clock.now();
  const [fault] = checkDates([date], poll.timeZone, now);
  if (fault?.fault === 'missing_hour') return { ok: false, reason: 'missing_hour', next: fault.next };
  if (fault) return { ok: false, reason: 'past' };
  if (date.day <= poll.deadline) return { ok: false, reason: 'before_deadline' };
  const offered = (await listAllDates(trx, pollId)).filter((option) => option.state === 'offered');
  if (offered.length >= DATE_POLL_LIMITS.options) return { ok: false, reason: 'too_many' };
  const day = { day: date.day, starts: date.starts };
  const optionId = known ?? (await insertDates(trx, { pollId, dates: [day], state: 'offered', proposedBy: null, now: now.toString() }))[0];
  if (!optionId) return { ok: false, reason: 'there' };
  if (known) await setDateState(trx, { pollId, optionId, state: 'offered' });
  const asked = poll.state === 'open' ? await listAddressees(trx, pollId, { lacking: optionId }) : [];
  const others = asked.filter((voter) => voter.personId !== viewer.personId);
  await queueToVoters(trx, services, others, ({ voterId }) => ({
    template: 'date-poll-invitation',
    payload: { voterId, by: viewer.personId, occasion: 'new_date', optionId },
    dedupeKey: `date-poll-new-date:${voterId}:${optionId}`,
  }));
  await recordAudit(trx, {
    ...{ personId: viewer.personId, action: 'date_poll.add_date', subjectType: 'date_poll', subjectId: pollId },
    detail: { optionId, written: others.length },
  });
  return { ok: true, written: others.length };
}

export type RemovedDate = { ok: true } | { ok: false; reason: 'ended' | 'last' };

/** Takes a date away with what was said of it; a poll keeps one at least. One that is gone already is as good as removed. */
export async function removeDate(services: Services, { viewer, scope, optionId }: Change & { optionId: string }): Promise<RemovedDate> {
  const { pollId } = scope;
  return inTransaction<RemovedDate>(services.db, async (trx) => {
    const poll = await holdPoll(trx, services, pollId, 'update');
    if (poll.state === 'settled' || poll.state === 'withdrawn') return { ok: false, reason: 'ended' };
    const dates = await listAllDates(trx, pollId);
    const one = dates.find((option) => option.id === optionId);
    if (!one) return { ok: true };
    if (one.state === 'offered' && dates.filter((option) => option.state === 'offered').length === 1) return { ok: false, reason: 'last' };
    await deleteDate(trx, { pollId, optionId });
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'date_poll.remove_date', subjectType: 'date_poll', subjectId: pollId },
      detail: { date: dateKey(one) },
    });
    return { ok: true };
  });
}

/** A date that a voter asked for is not taken up; who asked sees it on their page. */
export async function declineDate(services: Services, { viewer, scope, optionId }: Change & { optionId: string }): Promise<void> {
  const { pollId } = scope;
  await inTransaction(services.db, async (trx) => {
    await holdPoll(trx, services, pollId, 'update');
    const one = (await listAllDates(trx, pollId)).find((option) => option.id === optionId);
    if (one?.state !== 'proposed') return;
    await setDateState(trx, { pollId, optionId, state: 'declined' });
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'date_poll.decline_date', subjectType: 'date_poll', subjectId: pollId },
      detail: { optionId },
    });
  });
}

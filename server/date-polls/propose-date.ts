import { checkDates, DATE_POLL_LIMITS, dateKey, type PollDate } from '#app/model/date-polls.ts';
import { recordAudit } from '#db/audit/write.ts';
import { countProposals, insertDates, listAllDates } from '#db/date-polls/write-dates.ts';
import { lockVoter } from '#db/date-polls/write-votes.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { BallotScope } from './access.ts';
import { holdPoll, type NotOpen, notOpen } from './hold-poll.ts';
import { tellOrganisers } from './queue-poll-mail.ts';

export type ProposedDate =
  | { ok: true }
  | { ok: false; reason: 'gone' | 'there' | 'past' | 'before_deadline' | 'too_many' }
  | { ok: false; reason: 'missing_hour'; next: string }
  | NotOpen;

/** A voter asks for another date: organisers are told, and offer it to everybody or not. */
export async function proposeDate(services: Services, scope: BallotScope, date: PollDate): Promise<ProposedDate> {
  const { pollId, voterId } = scope;
  return inTransaction<ProposedDate>(services.db, async (trx) => {
    const poll = await holdPoll(trx, services, pollId, 'update');
    const refused = notOpen(poll.state);
    if (refused) return refused;
    const voter = await lockVoter(trx, { pollId, voterId });
    if (!voter) return { ok: false, reason: 'gone' };
    const now = services.clock.now();
    const [fault] = checkDates([date], poll.timeZone, now);
    if (fault?.fault === 'missing_hour') return { ok: false, reason: 'missing_hour', next: fault.next };
    if (fault) return { ok: false, reason: 'past' };
    if (date.day <= poll.deadline) return { ok: false, reason: 'before_deadline' };
    const there = (await listAllDates(trx, pollId)).some((option) => dateKey(option) === dateKey(date));
    if (there) return { ok: false, reason: 'there' };
    if ((await countProposals(trx, { pollId, voterId })) >= DATE_POLL_LIMITS.proposals) return { ok: false, reason: 'too_many' };
    const [optionId] = await insertDates(trx, { pollId, dates: [date], state: 'proposed', proposedBy: voterId, now: now.toString() });
    if (!optionId) return { ok: false, reason: 'there' };
    await tellOrganisers(trx, services, pollId, {
      template: 'date-poll-proposal',
      payload: { pollId, optionId },
      dedupeKey: `date-poll-proposal:${optionId}`,
    });
    await recordAudit(trx, {
      ...{ personId: voter.personId, action: 'date_poll.propose_date', subjectType: 'date_poll', subjectId: pollId },
      detail: { voterId, optionId },
    });
    return { ok: true };
  });
}

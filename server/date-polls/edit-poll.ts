import { checkDeadline, type DeadlineFault } from '#app/model/date-polls.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { countVoters } from '#db/date-polls/voters.ts';
import { type PollSettings, updatePoll } from '#db/date-polls/write.ts';
import { listAllDates } from '#db/date-polls/write-dates.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedPoll } from './access.ts';
import { holdPoll } from './hold-poll.ts';

export type EditedPoll =
  | { ok: true }
  /** Somebody saved since the form was filled: theirs stays and comes back. */
  | { ok: false; reason: 'conflict'; current: PollSettings & { deadline: string; revision: number } }
  /** Chosen or withdrawn: it stays as it was. */
  | { ok: false; reason: 'ended' }
  | { ok: false; reason: 'deadline'; fault: DeadlineFault }
  | { ok: false; reason: 'more_than_asked'; most: number };

/** Writes an organiser's changes; another deadline opens again a poll that was over or closed. Nobody is written to. */
export async function editPoll(
  services: Services,
  {
    viewer,
    scope,
    revision,
    settings,
    deadline,
  }: { viewer: Viewer; scope: OrganisedPoll; revision: number; settings: PollSettings; deadline: string },
): Promise<EditedPoll> {
  const { pollId } = scope;
  return inTransaction<EditedPoll>(services.db, async (trx) => {
    const poll = await holdPoll(trx, services, pollId, 'update');
    if (poll.state === 'settled' || poll.state === 'withdrawn') return { ok: false, reason: 'ended' };
    if (poll.revision !== revision) return { ok: false, reason: 'conflict', current: poll };
    const moved = deadline !== poll.deadline;
    if (moved) {
      const dates = (await listAllDates(trx, pollId)).filter((option) => option.state === 'offered');
      const fault = checkDeadline({ deadline, dates, timeZone: poll.timeZone }, services.clock.now());
      if (fault) return { ok: false, reason: 'deadline', fault };
    }
    const { organisations, guests } = await countVoters(trx, pollId);
    // guests may still bring organisations that nobody has written down
    if (guests === 0 && settings.minOrganisations > poll.minOrganisations && settings.minOrganisations > organisations)
      return { ok: false, reason: 'more_than_asked', most: organisations };
    await updatePoll(trx, pollId, { ...settings, ...(moved && { deadline, closedAt: null }) });
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'date_poll.edit', subjectType: 'date_poll', subjectId: pollId },
      detail: moved ? { from: poll.deadline, to: deadline } : {},
    });
    return { ok: true };
  });
}

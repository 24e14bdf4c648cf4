import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { listAddressees } from '#db/date-polls/voters.ts';
import { updatePoll } from '#db/date-polls/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedPoll } from './access.ts';
import { holdPoll } from './hold-poll.ts';
import { queueToVoters } from './queue-poll-mail.ts';

type Ended = { ok: true } | { ok: false; reason: 'ended' };
/** `count_changed`: so many would be told, and the organiser has not seen this number. */
export type Withdrawn = Ended | { ok: false; reason: 'count_changed'; count: number };
interface Request {
  viewer: Viewer;
  scope: OrganisedPoll;
}

/** Takes no more votes before the deadline; nobody is written to, the organiser has the result before their eyes. */
export async function closePoll(services: Services, { viewer, scope }: Request): Promise<Ended> {
  const { pollId } = scope;
  return inTransaction<Ended>(services.db, async (trx) => {
    const poll = await holdPoll(trx, services, pollId, 'update');
    if (poll.state === 'settled' || poll.state === 'withdrawn') return { ok: false, reason: 'ended' };
    if (poll.closedAt !== null) return { ok: true };
    await updatePoll(trx, pollId, { closedAt: services.clock.now().toString() });
    await recordAudit(trx, { personId: viewer.personId, action: 'date_poll.close', subjectType: 'date_poll', subjectId: pollId });
    return { ok: true };
  });
}

/**
 * No meeting comes of it: everybody who was asked is told, once. One that was withdrawn before is as good as withdrawn.
 * `confirmed`: how many people that are, as the organiser saw and confirmed it; null: they saw no number yet.
 */
export async function withdrawPoll(
  services: Services,
  { viewer, scope, confirmed }: Request & { confirmed: number | null },
): Promise<Withdrawn> {
  const { pollId } = scope;
  return inTransaction<Withdrawn>(services.db, async (trx) => {
    const poll = await holdPoll(trx, services, pollId, 'update');
    if (poll.state === 'withdrawn') return { ok: true };
    if (poll.state === 'settled') return { ok: false, reason: 'ended' };
    const told = (await listAddressees(trx, pollId)).filter((voter) => voter.personId !== viewer.personId);
    if (told.length !== confirmed) return { ok: false, reason: 'count_changed', count: told.length };
    await updatePoll(trx, pollId, { withdrawnAt: services.clock.now().toString() });
    await queueToVoters(trx, services, told, ({ voterId }) => ({
      template: 'date-poll-settled',
      payload: { voterId, by: viewer.personId },
      dedupeKey: `date-poll-settled:${voterId}`,
    }));
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'date_poll.withdraw', subjectType: 'date_poll', subjectId: pollId },
      detail: { written: told.length },
    });
    return { ok: true };
  });
}

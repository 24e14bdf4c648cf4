import { DATE_POLL_LIMITS } from '#app/model/date-polls.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { countVoters, deleteVoter, insertVoters, listAddressees, setRequired } from '#db/date-polls/voters.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedGroup } from '#server/groups/access.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedPoll } from './access.ts';
import { findPeople, type PeopleToAsk } from './asked-people.ts';
import { invitationTo } from './create-poll.ts';
import { holdPoll } from './hold-poll.ts';
import { queueToVoters } from './queue-poll-mail.ts';

export type AddedVoters = { ok: true; added: number; written: number } | { ok: false; reason: 'not_open' | 'too_many' };

/** Asks more people; whoever is asked already gets no second mail. */
export async function addVoters(
  services: Services,
  request: { viewer: Viewer; scope: OrganisedPoll; group: OrganisedGroup; network: NetworkScope; asked: PeopleToAsk },
): Promise<AddedVoters> {
  const { viewer, scope, group, network, asked } = request;
  const { pollId } = scope;
  return inTransaction<AddedVoters>(services.db, async (trx) => {
    const poll = await holdPoll(trx, services, pollId, 'update');
    if (poll.state !== 'open') return { ok: false, reason: 'not_open' };
    const people = await findPeople(trx, { group, network }, asked);
    const { voters } = await countVoters(trx, pollId);
    if (voters + people.length > DATE_POLL_LIMITS.voters) return { ok: false, reason: 'too_many' };
    const added = await insertVoters(trx, { pollId, voters: people, now: services.clock.now().toString() });
    const addressees = (await listAddressees(trx, pollId, { voterIds: added })).filter((voter) => voter.personId !== viewer.personId);
    await queueToVoters(trx, services, addressees, ({ voterId }) => invitationTo(voterId, viewer.personId));
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'date_poll.ask', subjectType: 'date_poll', subjectId: pollId },
      detail: { added: added.length, written: addressees.length },
    });
    return { ok: true, added: added.length, written: addressees.length };
  });
}

/** Says whether a date suits without somebody; false: the poll is over for good, or there is no such voter. */
export async function requireVoter(
  services: Services,
  { viewer, scope, voterId, required }: { viewer: Viewer; scope: OrganisedPoll; voterId: string; required: boolean },
): Promise<boolean> {
  const { pollId } = scope;
  return inTransaction(services.db, async (trx) => {
    const poll = await holdPoll(trx, services, pollId, 'update');
    if (poll.state === 'settled' || poll.state === 'withdrawn') return false;
    if (!(await setRequired(trx, { pollId, voterId, required }))) return false;
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'date_poll.require', subjectType: 'date_poll', subjectId: pollId },
      detail: { voterId, required },
    });
    return true;
  });
}

/** Takes somebody off the list with what they said: their link ends at once. False: the poll is over for good, or there is no such voter. */
export async function removeVoter(
  services: Services,
  { viewer, scope, voterId }: { viewer: Viewer; scope: OrganisedPoll; voterId: string },
): Promise<boolean> {
  const { pollId } = scope;
  return inTransaction(services.db, async (trx) => {
    const poll = await holdPoll(trx, services, pollId, 'update');
    if (poll.state === 'settled' || poll.state === 'withdrawn') return false;
    if (!(await deleteVoter(trx, { pollId, voterId }))) return false;
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'date_poll.stop_asking', subjectType: 'date_poll', subjectId: pollId },
      detail: { voterId },
    });
    return true;
  });
}

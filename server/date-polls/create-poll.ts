import {
  checkDates,
  checkDeadline,
  DATE_POLL_LIMITS,
  type DateFault,
  type DeadlineFault,
  isPast,
  type PollDate,
} from '#app/model/date-polls.ts';
import { countOrganisations } from '#app/model/rank-dates.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import { slugOf } from '#app/model/text.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Executor, Trx } from '#db/client.ts';
import { insertVoters, listAddressees } from '#db/date-polls/voters.ts';
import { findPollSent, insertPoll, type PollSettings } from '#db/date-polls/write.ts';
import { insertDates } from '#db/date-polls/write-dates.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedGroup } from '#server/groups/access.ts';
import type { Services } from '#server/services.ts';
import { type CountedPeople, countPeople, findPeople, type PeopleToAsk } from './asked-people.ts';
import { queueToVoters } from './queue-poll-mail.ts';

export interface PollDraft extends PollSettings {
  timeZone: string;
  /** ISO day. */
  deadline: string;
  dates: readonly PollDate[];
  asked: PeopleToAsk;
}

export type PollFault =
  | { field: 'dates'; fault: 'none' | 'too_many' }
  | { field: 'date'; date: DateFault }
  | { field: 'deadline'; fault: DeadlineFault }
  | { field: 'voters'; fault: 'nobody' | 'too_many' }
  /** The rule asks for more organisations than are asked; `most` is how many are. */
  | { field: 'minOrganisations'; fault: 'more_than_asked'; most: number };

export type PlannedPoll = { ok: true; people: CountedPeople } | { ok: false; faults: PollFault[] };

interface Request {
  viewer: Viewer;
  scope: OrganisedGroup;
  /** In which groups and meetings the organiser knows people. */
  network: NetworkScope;
  draft: PollDraft;
}

/** What opening a poll would do, for the organiser to confirm, or what is wrong with it. Changes nothing. */
export async function planPoll(
  services: Services,
  { viewer, scope, network, draft }: Request,
  db: Executor = services.db,
): Promise<PlannedPoll> {
  const faults = faultsOfDates(draft, services.clock.now());
  const people = await countPeople(db, { group: scope, network }, draft.asked, viewer.personId);
  if (people.people === 0) faults.push({ field: 'voters', fault: 'nobody' });
  if (people.people > DATE_POLL_LIMITS.voters) faults.push({ field: 'voters', fault: 'too_many' });
  const most = countOrganisations(people.organisationNames.map((organisationName) => ({ organisationName })));
  if (people.people > 0 && draft.minOrganisations > most) faults.push({ field: 'minOrganisations', fault: 'more_than_asked', most });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, people };
}

/** What is wrong with the dates of a draft and with its deadline; a deadline that could not be read (null) is no fault here. */
export function faultsOfDates(
  { dates, timeZone, deadline }: Pick<PollDraft, 'dates' | 'timeZone'> & { deadline: string | null },
  now: Temporal.Instant,
): PollFault[] {
  if (dates.length === 0) return [{ field: 'dates', fault: 'none' }];
  if (dates.length > DATE_POLL_LIMITS.options) return [{ field: 'dates', fault: 'too_many' }];
  const faults: PollFault[] = checkDates(dates, timeZone, now).map((date) => ({ field: 'date', date }));
  if (deadline === null) return faults;
  // a past date comes before every deadline, and says so itself
  const late = checkDeadline({ deadline, dates: dates.filter((date) => !isPast(date, timeZone, now)), timeZone }, now);
  return late ? [...faults, { field: 'deadline', fault: late }] : faults;
}

export type CreatedPoll =
  | { ok: true; slug: string; written: number }
  | { ok: false; reason: 'faults'; faults: PollFault[] }
  /** Members came or went, or addresses changed, since the number was shown. */
  | { ok: false; reason: 'count_changed'; people: CountedPeople };

/**
 * Opens a poll and asks everybody by mail, in one transaction; who opens it needs no mail. `id` comes with the form: the same
 * form sent twice opens one poll. `expected`: how many mails leave, as the organiser confirmed it.
 */
export async function createPoll(services: Services, request: Request & { id: string; expected: number }): Promise<CreatedPoll> {
  const { viewer, scope, network, draft, id, expected } = request;
  return inTransaction<CreatedPoll>(services.db, async (trx) => {
    const before = await sentBefore(trx, request);
    if (before) return before;
    const plan = await planPoll(services, request, trx);
    if (!plan.ok) return { ok: false, reason: 'faults', faults: plan.faults };
    if (plan.people.reachable !== expected) return { ok: false, reason: 'count_changed', people: plan.people };
    const now = services.clock.now().toString();
    const { dates, asked, ...settings } = draft;
    const slug = `${slugOf(draft.title, 60) || 'poll'}-${id.slice(-8)}`;
    if (!(await insertPoll(trx, { ...settings, id, slug, groupId: scope.groupId, createdBy: viewer.personId, createdAt: now }))) {
      // the same form came in at the same moment, and was first
      const other = await sentBefore(trx, request);
      if (other) return other;
      throw new Error('A poll could neither be inserted nor found.');
    }
    await insertDates(trx, { pollId: id, dates, state: 'offered', proposedBy: null, now });
    const voters = await findPeople(trx, { group: scope, network }, asked);
    await insertVoters(trx, { pollId: id, voters, now });
    const addressees = (await listAddressees(trx, id)).filter((voter) => voter.personId !== viewer.personId);
    await queueToVoters(trx, services, addressees, ({ voterId }) => invitationTo(voterId, viewer.personId));
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'date_poll.open', subjectType: 'date_poll', subjectId: id },
      detail: { dates: dates.length, voters: voters.length, written: addressees.length },
    });
    return { ok: true, slug, written: addressees.length };
  });
}

/** What became of a form that was sent before; null: it is new. */
async function sentBefore(trx: Trx, { id, scope }: Pick<Request, 'scope'> & { id: string }): Promise<CreatedPoll | null> {
  const sent = await findPollSent(trx, id);
  if (!sent) return null;
  if (sent.groupId !== scope.groupId) throw new Error('A form brought the id of a poll of another group.');
  return { ok: true, slug: sent.slug, written: 0 };
}

/** The first mail to a voter; `by`: the organiser whose name it carries. */
export function invitationTo(voterId: string, by: string) {
  return {
    template: 'date-poll-invitation' as const,
    payload: { voterId, by, occasion: 'asked' as const },
    dedupeKey: `date-poll-invitation:${voterId}`,
  };
}

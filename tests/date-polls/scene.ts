import type { DateVote } from '#app/model/date-polls.ts';
import { listOptions } from '#db/date-polls/read.ts';
import { type BallotScope, enterPoll, openVoteLink, organisePoll } from '#server/date-polls/access.ts';
import { castVotes } from '#server/date-polls/cast-votes.ts';
import { createPoll, type PollDraft, planPoll } from '#server/date-polls/create-poll.ts';
import { enterNetwork, organiseGroup } from '#server/groups/access.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMembership, makeOrganisation, makePerson, viewerOf } from '#tests/support/factories.ts';
import type { TestServices } from '#tests/support/services.ts';

/**
 * 1 June 2022: Inès organises the group, in which are Karim (Nanterre), Maud (Bordeaux, in Cayenne) and Théo, who has no
 * address. Nothing is open yet; `open` asks them all about three dates in September, until 30 June.
 */
export async function climateGroup({ db }: TestDatabase, services: TestServices) {
  services.clock.set('2022-06-01T08:00:00Z');
  const group = await makeGroup(db);
  const member = async (
    givenName: string,
    familyName: string,
    organisation: string,
    person: object = {},
    role: 'member' | 'organiser' = 'member',
  ) => {
    const { id: organisationId } = await makeOrganisation(db, { name: `${organisation} ${crypto.randomUUID().slice(0, 6)}` });
    const somebody = await makePerson(db, { givenName, familyName, organisationId, ...person });
    await makeMembership(db, { groupId: group.id, personId: somebody.id, role });
    return somebody;
  };
  const ines = await member('Inès', 'Robledo', 'Cités Unies France', {}, 'organiser');
  const karim = await member('Karim', 'Belhadj', 'Ville de Nanterre');
  const maud = await member('Maud', 'Etcheverry', 'Ville de Bordeaux', { timeZone: 'America/Cayenne' });
  const theo = await member('Théo', 'Marchand', 'Ville de Chartres', { email: null });
  const viewer = viewerOf(ines);
  const scope = await organiseGroup(services, viewer, group.slug);
  const network = await enterNetwork(services, viewer);
  const draft = (given: Partial<PollDraft> = {}): PollDraft => ({
    ...{ question: 'Quelle date pour la rencontre climat ?', title: 'Rencontre climat', message: 'En vue de la COP27.' },
    ...{ durationMinutes: 90, timeZone: 'Europe/Paris', placeName: 'Cité des Sciences', placeAddress: '', onlineUrl: '' },
    ...{ deadline: '2022-06-30', minOrganisations: 2, votesShownTo: 'voters' as const, comments: true },
    dates: [
      { day: '2022-09-13', starts: '16:00' },
      { day: '2022-09-20', starts: '16:00' },
      { day: '2022-09-27', starts: null },
    ],
    asked: { personIds: [ines.id, karim.id, maud.id, theo.id], requiredIds: [ines.id], addresses: [] },
    ...given,
  });
  const plan = (given: Partial<PollDraft> = {}) => planPoll(services, { viewer, scope, network, draft: draft(given) });
  const create = (given: Partial<PollDraft> = {}, { id = crypto.randomUUID() as string, expected = 2 } = {}) =>
    createPoll(services, { viewer, scope, network, draft: draft(given), id, expected });
  const open = async (given: Partial<PollDraft> = {}, expected = 2) => {
    const created = await create(given, { expected });
    if (!created.ok) throw new Error(`The poll was refused: ${JSON.stringify(created)}`);
    const poll = await organisePoll(services, viewer, created.slug);
    const options = await listOptions(db, poll);
    return { slug: created.slug, poll, options, ids: options.map((option) => option.id) };
  };
  /** The ballot of somebody who is signed in. */
  const ballotOf = async (slug: string, person: Parameters<typeof viewerOf>[0]) => {
    const entered = await enterPoll(services, viewerOf(person), slug);
    if (!entered.voterId) throw new Error('Not asked.');
    return entered as BallotScope;
  };
  const vote = async (slug: string, person: Parameters<typeof viewerOf>[0], said: Record<string, DateVote>) =>
    castVotes(services, await ballotOf(slug, person), {
      votes: Object.entries(said).map(([optionId, one]) => ({ optionId, vote: one })),
      comment: null,
    });
  /** The ballot behind the link of a mail. */
  const follow = async (link: string | undefined) => openVoteLink(services, link?.split('/votes/')[1] ?? '');
  return { group, ines, karim, maud, theo, viewer, scope, network, draft, plan, create, open, ballotOf, vote, follow };
}

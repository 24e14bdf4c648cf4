import type { Viewer } from '#app/model/viewer.ts';
import { listOptions } from '#db/date-polls/read.ts';
import { listMembersToAsk } from '#db/date-polls/read-form.ts';
import { CLIMATE_CHAIR, CLIMATE_GUESTS, CLIMATE_POLL, CLIMATE_VOTES, climateDates } from '#db/demo/climate-poll.ts';
import { type DemoPersonKey, PEOPLE } from '#db/demo/network.ts';
import { type BallotScope, enterPoll } from '#server/date-polls/access.ts';
import { castVotes } from '#server/date-polls/cast-votes.ts';
import { createPoll, type PollDraft, planPoll } from '#server/date-polls/create-poll.ts';
import { enterNetwork, organiseGroup } from '#server/groups/access.ts';
import type { Services } from '#server/services.ts';

const GROUP = 'dalc';

/** Asked so long ago, so that whoever is silent can be reminded. */
const ASKED = { hours: 24 * 3 };

/** The poll for the climate meeting, open, with the answers of half of those who are asked. */
export async function fillDatePolls(
  present: Services,
  by: Viewer,
  { people, today }: { people: ReadonlyMap<DemoPersonKey, string>; today: Temporal.PlainDate },
): Promise<void> {
  const then = present.clock.now().subtract(ASKED);
  const services: Services = { ...present, clock: { now: () => then } };
  const scope = await organiseGroup(services, by, GROUP);
  const network = await enterNetwork(services, by);
  const members = await listMembersToAsk(services.db, scope, { limit: 100 });
  const guests = CLIMATE_GUESTS.flatMap((key) => people.get(key) ?? []);
  const chair = people.get(CLIMATE_CHAIR);
  const draft: PollDraft = {
    ...{ question: 'Quelle date pour la rencontre climat ?', title: 'Rencontre climat' },
    ...{
      message: 'En vue de la prochaine COP, une heure et demie sur place et à distance.',
      durationMinutes: 90,
      timeZone: 'Europe/Paris',
    },
    ...{ placeName: 'Cités Unies France', placeAddress: '9 rue Christiani, Paris', onlineUrl: 'https://visio.example/climat' },
    ...{ minOrganisations: 6, votesShownTo: 'voters', comments: true, ...climateDates(today) },
    asked: { personIds: [...members.map((member) => member.id), ...guests], requiredIds: chair ? [chair] : [], addresses: [] },
  };
  const request = { viewer: by, scope, network, draft };
  const plan = await planPoll(services, request);
  if (!plan.ok) throw new Error(`The poll of the demo was refused: ${JSON.stringify(plan.faults)}`);
  const created = await createPoll(services, { ...request, id: CLIMATE_POLL, expected: plan.people.reachable });
  if (!created.ok) throw new Error(`The poll of the demo was not opened: ${created.reason}`);
  for (const { key, votes } of CLIMATE_VOTES) {
    const { given: givenName, family: familyName } = PEOPLE[key];
    const voter = { ...by, personId: people.get(key) ?? '', givenName, familyName, networkOrganiser: false };
    const ballot = await enterPoll(services, voter, created.slug);
    const options = await listOptions(services.db, ballot);
    const said = options.flatMap(({ id }, index) => {
      const vote = votes[index];
      return vote ? [{ optionId: id, vote }] : [];
    });
    if (ballot.voterId) await castVotes(services, ballot as BallotScope, { votes: said, comment: null });
  }
}

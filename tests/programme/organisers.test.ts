import { beforeAll, describe, expect, test } from 'vitest';
import { listGroupsToInvite } from '#db/attendance/read.ts';
import { invitePeople } from '#server/attendance/invite-people.ts';
import { followUpsAround } from '#server/follow-ups/access.ts';
import { proposeCarryOver } from '#server/follow-ups/propose-carry-over.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { findMeetingScope, organiseMeeting } from '#server/meetings/access.ts';
import { enterEdition, organiseEdition } from '#server/programme/access.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMeeting, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);
type Viewer = ReturnType<typeof viewerOf>;
let editionOrganiser: Viewer;
let editionMember: Viewer;
let sessionOrganiser: Viewer;
let session: string;
let dalcId: string;

beforeAll(async () => {
  const { db } = database;
  const raict = await makeGroup(db, { slug: 'raict' });
  const dalc = await makeGroup(db, { slug: 'dalc' });
  dalcId = dalc.id;
  await makeMeeting(db, { groupId: dalc.id, visibility: 'members', title: 'Réunion à huis clos' });
  const days = { startsOn: '2023-09-18', endsOn: '2023-09-19' };
  const edition = await db
    .insertInto('editions')
    .values({ slug: 'raict-2023', groupId: raict.id, name: 'RAICT 2023', ...days })
    .returning('id')
    .executeTakeFirstOrThrow();
  session = (await makeMeeting(db, { groupId: dalc.id, editionId: edition.id, kind: 'session', visibility: 'members', slug: 'dalc-2023' }))
    .id;
  const someone = async (groupId: string, role: 'organiser' | 'member') => {
    const person = await makePerson(db);
    await makeMembership(db, { groupId, personId: person.id, role });
    return viewerOf(person);
  };
  editionOrganiser = await someone(raict.id, 'organiser');
  editionMember = await someone(raict.id, 'member');
  sessionOrganiser = await someone(dalc.id, 'organiser');
});

const status = (thrown: unknown) => (thrown instanceof Response ? thrown.status : (thrown as { init?: { status?: number } }).init?.status);

describe('whoever organises the group of an edition', () => {
  test('organises the edition and each of its sessions, those of other groups too', async () => {
    expect((await organiseEdition(services, editionOrganiser, 'raict-2023')).can.organise).toBe(true);
    expect((await findMeetingScope(services, editionOrganiser, { id: session }))?.can.organise).toBe(true);
  });

  test('learns nothing by it of the group that holds a session: neither its members nor its other meetings', async () => {
    const whatIsTold = async (viewer: Viewer) => {
      const scope = await organiseMeeting(services, viewer, 'dalc-2023');
      const network = await enterNetwork(services, viewer);
      const { group } = await followUpsAround(services, viewer, scope);
      const groups = await listGroupsToInvite(database.db, scope, network);
      const { targets } = await proposeCarryOver(services, scope, group);
      const whom = { kind: 'group' as const, groupId: dalcId, expected: -1 };
      const invited = await invitePeople(services, { viewer, scope, network, whom, roles: ['participant'] });
      return {
        groups: groups.map(({ slug }) => slug),
        targets: targets.map(({ title }) => title),
        invited: invited.ok ? '' : invited.reason,
      };
    };
    expect(await whatIsTold(editionOrganiser)).toEqual({ groups: ['raict'], targets: [], invited: 'not_your_group' });
    expect(await whatIsTold(sessionOrganiser)).toEqual({ groups: ['dalc'], targets: ['Réunion à huis clos'], invited: 'count_changed' });
  });

  test('is not its other members: they see no session that is kept to the members of another group', async () => {
    expect(await findMeetingScope(services, editionMember, { id: session })).toBeNull();
    expect((await enterEdition(services, editionMember, 'raict-2023')).can.organise).toBe(false);
    expect(await organiseEdition(services, editionMember, 'raict-2023').then(() => 'in', status)).toBe(404);
  });

  test('is not the organiser of one session, who has that session and no more', async () => {
    expect((await findMeetingScope(services, sessionOrganiser, { id: session }))?.can.organise).toBe(true);
    expect(await organiseEdition(services, sessionOrganiser, 'raict-2023').then(() => 'in', status)).toBe(404);
    expect(await organiseEdition(services, null, 'raict-2023').then(() => 'in', status)).toBe(302);
  });
});

import type { Viewer } from '#app/model/viewer.ts';
import type { Database } from '#db/client.ts';
import { makeGroup, makeMeeting, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';

export interface SmallEdition {
  editionId: string;
  groupId: string;
  sessions: { open: string; same: string; members: string; draft: string; elsewhere: string };
  member: Viewer;
  stranger: Viewer;
}

/** An edition of two public sessions at one hour, one for members, a draft; and a session of another edition. */
export async function makeEdition(db: Database): Promise<SmallEdition> {
  const group = await makeGroup(db, { slug: 'raict', name: 'RAICT' });
  const days = { startsOn: '2023-09-18', endsOn: '2023-09-19', groupId: group.id };
  const [edition, other] = await db
    .insertInto('editions')
    .values([
      { slug: 'raict-2023', name: 'RAICT 2023', ...days },
      { slug: 'raict-2022', name: 'RAICT 2022', ...days },
    ])
    .returning('id')
    .execute();
  const hours = { edtf: '2023-09-18T14:30/2023-09-18T16:00', during: '[2023-09-18T12:30:00Z,2023-09-18T14:00:00Z)' };
  const session = { groupId: group.id, editionId: edition?.id ?? null, kind: 'session' as const, ...hours };
  const make = async (given: Partial<Parameters<typeof makeMeeting>[1]>) => (await makeMeeting(db, { ...session, ...given })).id;
  const sessions = {
    open: await make({ slug: 'outre-mer', title: 'Réunion Outre-mer' }),
    same: await make({ slug: 'afrique', title: 'Afrique' }),
    members: await make({ slug: 'reservee', title: 'Réservée', visibility: 'members' }),
    draft: await make({ slug: 'brouillon', title: 'Brouillon', status: 'draft' }),
    elsewhere: await make({ slug: 'ailleurs', title: 'Ailleurs', editionId: other?.id ?? null }),
  };
  const member = await makePerson(db);
  await makeMembership(db, { groupId: group.id, personId: member.id });
  const stranger = await makePerson(db);
  return { editionId: edition?.id ?? '', groupId: group.id, sessions, member: viewerOf(member), stranger: viewerOf(stranger) };
}

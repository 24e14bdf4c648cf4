import type { NoteBlock } from '#app/model/notes.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { findSealedVersion } from '#db/minutes/read-versions.ts';
import { findMeetingScope } from '#server/meetings/access.ts';
import { readProof } from '#server/minutes/read-proof.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { makeAttendance, makeGroup, makeMeeting, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import type { TestServices } from '#tests/support/services.ts';
import { paragraphOf } from './two-versions.ts';
import type { ServedProof } from './verify-proof.ts';

type Person = Awaited<ReturnType<typeof makePerson>>;

/** A meeting with notes, two who organise it, a member who spoke, a member who was not invited, and a stranger. */
export async function meetingToPublish(services: TestServices) {
  const { db } = services;
  const group = await makeGroup(db);
  const [organiser, other, speaker, member, stranger] = [
    await makePerson(db, { givenName: 'Inès', familyName: 'Robledo' }),
    await makePerson(db, { givenName: 'Hélène', familyName: 'Marsac' }),
    await makePerson(db, { givenName: 'Karim', familyName: 'Belhadj' }),
    await makePerson(db, { givenName: 'Awa', familyName: 'Diop' }),
    await makePerson(db, { givenName: 'Luis', familyName: 'Prieto' }),
  ];
  for (const { id: personId } of [organiser, other]) await makeMembership(db, { groupId: group.id, personId, role: 'organiser' });
  await makeMembership(db, { groupId: group.id, personId: member.id });
  const meeting = await makeMeeting(db, { groupId: group.id });
  const attendance = await makeAttendance(db, { meetingId: meeting.id, personId: speaker.id, answer: 'remote', function: 'Élu' });
  const item = { meetingId: meeting.id, position: 0, title: 'Tour de table', durationMinutes: 30 };
  const { id: point } = await db.insertInto('agendaItems').values(item).returning('id').executeTakeFirstOrThrow();
  const say = async (...blocks: NoteBlock[]) => {
    const said = await appendBlocks(services, meeting.id, point, blocks, organiser.id);
    if (!said.ok) throw new Error(said.reason);
  };
  await say(
    paragraphOf('t1', 'Karim Belhadj', 'turn', { speakerId: attendance.id }),
    paragraphOf('p1', 'Nous coopérons avec Morón depuis 2012.'),
    paragraphOf('d1', 'Le groupe-pays Argentine est maintenu.', 'decision'),
    paragraphOf('a1', 'Envoyer la trame.', 'action', { assignee: 'Inès Robledo' }),
  );
  const scopeOf = async (person: Person): Promise<MeetingScope> => {
    const scope = await findMeetingScope(services, viewerOf(person), { id: meeting.id });
    if (!scope) throw new Error('The meeting is out of sight.');
    return scope;
  };
  return { group, meeting, point, attendance, organiser, other, speaker, member, stranger, say, scopeOf };
}

/** Every version as served to a person (null: a visitor), oldest first: its proof, and its text where that is still there. */
export async function servedChain(services: TestServices, slug: string, scope: MeetingScope, latest: number) {
  const chain: { proof: ServedProof; text: string | null }[] = [];
  for (let number = 1; number <= latest; number += 1) {
    // as it travels: through JSON
    const proof = JSON.parse(JSON.stringify(await readProof(services, null, slug, `${number}`))) as ServedProof;
    chain.push({ proof, text: (await findSealedVersion(services.db, scope, number))?.content ?? null });
  }
  return chain;
}

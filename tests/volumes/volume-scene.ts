import type { NoteBlock } from '#app/model/notes.ts';
import { slugOf } from '#app/model/text.ts';
import { findMeetingScope } from '#server/meetings/access.ts';
import { publishMinutes } from '#server/minutes/publish-minutes.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { bindVolume } from '#server/volumes/bind-volume.ts';
import { paragraphOf } from '#tests/minutes/two-versions.ts';
import {
  makeAttendance,
  makeGroup,
  makeMeeting,
  makeMembership,
  makeOrganisation,
  makePerson,
  viewerOf,
} from '#tests/support/factories.ts';
import type { TestServices } from '#tests/support/services.ts';

let made = 0;

/**
 * An edition of September 2023: a plenary that has it to itself, then two sessions side by side and one after them, each with
 * who spoke. Nothing is published yet.
 */
export async function editionToBind(services: TestServices) {
  const { db } = services;
  made += 1;
  const group = await makeGroup(db);
  const [organiser, member, stranger] = [
    await makePerson(db, { givenName: 'Inès', familyName: 'Robledo' }),
    await makePerson(db),
    await makePerson(db),
  ];
  await makeMembership(db, { groupId: group.id, personId: organiser.id, role: 'organiser' });
  await makeMembership(db, { groupId: group.id, personId: member.id });
  const slug = `rencontres-${made}`;
  const edition = await db
    .insertInto('editions')
    .values({ slug, groupId: group.id, name: 'Rencontres 2023', place: 'Paris', startsOn: '2023-09-18', endsOn: '2023-09-19' })
    .returningAll()
    .executeTakeFirstOrThrow();
  const organisation = await makeOrganisation(db, { name: `Ville de Nanterre ${made}` });
  const session = async (title: string, hours: [string, string], day = '18', visibility: 'public' | 'members' = 'public') => {
    const [from, to] = hours.map((hour) => `2023-09-${day}T${hour}`);
    const meeting = await makeMeeting(db, {
      ...{ groupId: group.id, editionId: edition.id, title, kind: 'session', visibility, edtf: `${from}/${to}` },
      ...{ slug: `${slug}-${slugOf(title)}`, during: `[${from}:00+02:00,${to}:00+02:00)` },
    });
    const speaker = await makePerson(db, { givenName: 'Karim', familyName: `Belhadj ${title}` });
    const attendance = await makeAttendance(db, {
      ...{ meetingId: meeting.id, personId: speaker.id, answer: 'in_person' },
      ...{ organisationName: organisation.name, organisationKind: organisation.kind },
    });
    const { id: point } = await db
      .insertInto('agendaItems')
      .values({ meetingId: meeting.id, position: 0, title: `Échanges de ${title}`, durationMinutes: 30 })
      .returning('id')
      .executeTakeFirstOrThrow();
    const say = async (...blocks: NoteBlock[]) => {
      const said = await appendBlocks(services, meeting.id, point, blocks, organiser.id);
      if (!said.ok) throw new Error(said.reason);
    };
    await say(
      paragraphOf(`t-${meeting.id}`, `Karim Belhadj ${title}`, 'turn', { speakerId: attendance.id }),
      paragraphOf(`p-${meeting.id}`, `Propos tenus pendant ${title}.`),
    );
    const scope = async () => {
      const found = await findMeetingScope(services, viewerOf(organiser), { id: meeting.id });
      if (!found) throw new Error('The session is out of sight.');
      return found;
    };
    let number = 0;
    const publish = async (erratum?: string) => {
      number += 1;
      if (erratum) await say(paragraphOf(`e${number}-${meeting.id}`, erratum));
      const order = erratum ? ({ number, reason: 'erratum', note: erratum } as const) : { number };
      const done = await publishMinutes(services, await scope(), viewerOf(organiser), order);
      if (!done.ok) throw new Error(done.reason);
    };
    return { meeting, say, scope, publish, speaker };
  };
  const sessions = {
    energy: await session('Énergie', ['14:30', '16:00']),
    plenary: await session('Plénière', ['10:00', '12:00']),
    africa: await session('Afrique', ['14:30', '16:00']),
    closing: await session('Clôture', ['09:00', '10:00'], '19'),
  };
  const viewer = viewerOf(organiser);
  const organised = () => organiseEdition(services, viewer, slug);
  const bind = async (number: number) => bindVolume(services, await organised(), viewer, { number });
  return { group, edition, slug, organiser, member, stranger, viewer, session, sessions, organised, bind };
}

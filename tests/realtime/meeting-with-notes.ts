import { makeAttendance, makeGroup, makeMeeting, makeMembership, makePerson } from '#tests/support/factories.ts';
import type { TestServices } from '#tests/support/services.ts';
import { connect, OpenPage, openSocket, type SocketServer, signIn } from '#tests/support/sockets.ts';

/** A meeting with two agenda items, its organiser, somebody who writes, and somebody who may only read. */
export async function meetingWithNotes(services: TestServices) {
  const { db } = services;
  const group = await makeGroup(db);
  const meeting = await makeMeeting(db, { groupId: group.id });
  const items = await db
    .insertInto('agendaItems')
    .values([0, 1].map((position) => ({ meetingId: meeting.id, position, title: `Point ${position + 1}`, durationMinutes: 30 })))
    .returning('id')
    .execute();
  const organiser = await makePerson(db, { givenName: 'Claire', familyName: 'Morel' });
  await makeMembership(db, { groupId: group.id, personId: organiser.id, role: 'organiser' });
  const writer = await makePerson(db, { givenName: 'Awa', familyName: 'Diop' });
  const writerAttendance = await makeAttendance(db, { meetingId: meeting.id, personId: writer.id });
  const reader = await makePerson(db, { givenName: 'Luis', familyName: 'Prieto' });
  await makeAttendance(db, { meetingId: meeting.id, personId: reader.id, notesAccess: 'read' });
  const [first, second] = items.map(({ id }) => id);
  if (!first || !second) throw new Error('Two agenda items were wanted.');
  return { group, meeting, first, second, organiser, writer, writerAttendance, reader };
}

export type MeetingWithNotes = Awaited<ReturnType<typeof meetingWithNotes>>;

/** Opens the notes of a meeting as somebody; throws when they are refused. */
export async function openNotesAs(services: TestServices, server: SocketServer, meetingId: string, personId: string): Promise<OpenPage> {
  const page = await pageOf(services, server, meetingId, personId);
  const answer = await page.open();
  if (!answer.ok) throw new Error(`The notes were not opened: ${answer.reason}.`);
  return page;
}

/** The same without opening the notes. */
export async function pageOf(services: TestServices, server: SocketServer, meetingId: string, personId: string): Promise<OpenPage> {
  const socket = openSocket(server.url, { cookie: await signIn(services, personId) });
  const answer = await connect(socket);
  if (answer !== 'connected') throw new Error(`The connection was refused: ${answer}.`);
  return new OpenPage(socket, meetingId);
}

import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { sectionName } from '#app/model/notes.ts';
import { encodeParts } from '#app/model/notes-frames.ts';
import { action, loader } from '#app/notes/intervention.route.tsx';
import { numberAuthor } from '#db/notes/authors.ts';
import { appendLog } from '#db/notes/log.ts';
import { findMeetingScope } from '#server/meetings/access.ts';
import { nextLogId } from '#server/notes/log-ids.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import { type MeetingWithNotes, meetingWithNotes } from '#tests/realtime/meeting-with-notes.ts';
import { contextOf } from '#tests/support/context.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);

type Person = Parameters<typeof viewerOf>[0];
type Fields = Partial<Record<'id' | 'section' | 'speaker' | 'kind' | 'text' | 'assignee' | 'other' | 'due', string>>;

/** Sends the form as a browser without scripts does. */
async function send({ meeting, first }: MeetingWithNotes, person: Person, fields: Fields): Promise<Answer> {
  const body = new URLSearchParams({ id: crypto.randomUUID(), section: first, kind: 'text', text: 'Une intervention', ...fields });
  const request = new Request('https://tertulia.example/form', { method: 'POST', body });
  const args = { request, params: { meeting: meeting.slug }, context: contextOf(services, viewerOf(person)) };
  return (await action(args as never).catch((thrown: unknown) => thrown)) as Answer;
}

interface Answer {
  /** Of a redirect. */
  status?: number;
  headers?: Headers;
  /** Of the form shown again, and of what was thrown. */
  data?: { id: string; values: Fields; faults: { id?: string; message: string }[] };
  init?: { status: number };
}
const done = ({ status, headers }: Answer) => status === 302 && headers?.get('Location')?.includes('added=') === true;
const faultsOf = ({ init, data }: Answer) => ({ status: init?.status, at: data?.faults.map(({ id }) => id) });

async function blocksOf({ meeting, organiser, first }: MeetingWithNotes) {
  const scope = await findMeetingScope(services, viewerOf(organiser), { id: meeting.id });
  const sections = scope ? await readNotes(services, scope) : [];
  return sections.find(({ agendaItemId }) => agendaItemId === first)?.blocks ?? [];
}

describe('an intervention is added by a plain form', () => {
  test('with who speaks, a block a line, in the name of whoever sends it', async () => {
    const room = await meetingWithNotes(services);
    const { writer, writerAttendance } = room;
    expect(
      done(await send(room, writer, { speaker: writerAttendance.id, kind: 'takeaway', text: ' Garder le groupe\r\n\r\nEt l’ouvrir ' })),
    ).toBe(true);
    expect(await blocksOf(room)).toMatchObject([
      { kind: 'turn', speakerId: writerAttendance.id, inline: [{ text: expect.stringContaining('Awa Diop') }] },
      { kind: 'takeaway', inline: [{ text: 'Garder le groupe' }] },
      { kind: 'takeaway', inline: [{ text: 'Et l’ouvrir' }] },
    ]);
    const authors = await services.db.selectFrom('noteAuthors').select('personId').where('meetingId', '=', room.meeting.id).execute();
    expect(authors).toEqual([{ personId: writer.id }]);
    expect(services.told).toContainEqual({ meetingId: room.meeting.id, topic: 'notes' });
  });

  test('unless the notes hold as much as they may already', async () => {
    const room = await meetingWithNotes(services);
    const author = await numberAuthor(services.db, room.meeting.id, room.organiser.id);
    const doc = new Y.Doc();
    for (let k = 0; k < 17; k += 1) doc.getXmlFragment(sectionName(room.second)).push([new Y.XmlText('x'.repeat(250_000))]);
    const body = encodeParts([{ author, n: 1, update: Y.encodeStateAsUpdate(doc) }]);
    await appendLog(services.db, [{ id: nextLogId(), meetingId: room.meeting.id, body, clients: [{ clientId: doc.clientID, author }] }]);
    expect((await send(room, room.writer, {})).init?.status).toBe(409);
    expect(await blocksOf(room)).toEqual([]);
  });

  test('once, however often it is sent', async () => {
    const room = await meetingWithNotes(services);
    const id = crypto.randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => send(room, room.writer, { id })));
    expect(answers.every(done)).toBe(true);
    expect(await blocksOf(room)).toHaveLength(1);
  });

  test('an action with who does it, and for when; the same fields say nothing of anything else', async () => {
    const room = await meetingWithNotes(services);
    const { writer, writerAttendance } = room;
    await send(room, writer, { kind: 'action', text: 'Recenser', assignee: writerAttendance.id, due: '2022-09-15' });
    await send(room, writer, { kind: 'action', text: 'Écrire', assignee: writerAttendance.id, other: '  Le\u202Esecrétariat ' });
    await send(room, writer, { kind: 'decision', text: 'Adopté', assignee: writerAttendance.id, due: '2022-09-15' });
    expect(await blocksOf(room)).toMatchObject([
      { kind: 'action', assigneeId: writerAttendance.id, assignee: 'Awa Diop', due: '2022-09-15' },
      { kind: 'action', assigneeId: null, assignee: 'Lesecrétariat', due: null },
      { kind: 'decision', assigneeId: null, assignee: '', due: null },
    ]);
  });

  test.each<[string, Fields, string]>([
    ['no text', { text: ' \n\u200F ' }, 'form-text'],
    ['10,001 characters', { text: 'é'.repeat(10_001) }, 'form-text'],
    ['201 lines', { text: 'a\n'.repeat(201) }, 'form-text'],
    ['a point that is not on the agenda', { section: '00000000-0000-7000-8000-000000000000' }, 'form-section'],
    ['a speaker who is not of the meeting', { speaker: '00000000-0000-7000-8000-000000000000' }, 'form-speaker'],
    ['a kind that there is not', { kind: 'turn' }, 'form-kind'],
    ['a day that there is not', { kind: 'action', due: '2022-02-30' }, 'form-due'],
    ['somebody to do it who is not of the meeting', { kind: 'action', assignee: 'x' }, 'form-assignee'],
    ['a name of 201 characters', { kind: 'action', other: 'x'.repeat(201) }, 'form-other'],
  ])('%s is told at its field, with what was typed', async (_what, fields, at) => {
    const room = await meetingWithNotes(services);
    const answer = await send(room, room.writer, fields);
    expect(faultsOf(answer)).toEqual({ status: 422, at: [at] });
    expect(answer.data?.values).toMatchObject(fields);
    expect(await blocksOf(room)).toEqual([]);
  });

  test('not by whoever may only read, nor in a locked point, and the text is given back', async () => {
    const room = await meetingWithNotes(services);
    const reader = await send(room, room.reader, { text: 'Je lis' });
    expect(faultsOf(reader)).toEqual({ status: 409, at: [undefined] });
    expect(reader.data?.values.text).toBe('Je lis');
    await services.db.insertInto('noteLocks').values({ agendaItemId: room.first, lockedAt: '2022-06-20T15:00:00Z' }).execute();
    const locked = await send(room, room.organiser, { text: 'Trop tard' });
    expect(faultsOf(locked)).toEqual({ status: 409, at: ['form-section'] });
    expect(locked.data?.values.text).toBe('Trop tard');
    expect(done(await send(room, room.writer, { section: room.second }))).toBe(true);
    expect(await blocksOf(room)).toEqual([]);
  });

  test('in a closed or cancelled meeting by its organisers only', async () => {
    const room = await meetingWithNotes(services);
    await services.db
      .insertInto('meetingRuns')
      .values({ meetingId: room.meeting.id, startedAt: '2022-06-20T14:30:00Z', closedAt: '2022-06-20T16:00:00Z' })
      .execute();
    expect(faultsOf(await send(room, room.writer, {}))).toEqual({ status: 409, at: [undefined] });
    expect(done(await send(room, room.organiser, {}))).toBe(true);
  });

  test('a stranger finds no such page, and no such form', async () => {
    const room = await meetingWithNotes(services);
    const stranger = await makePerson(services.db);
    expect(await send(room, stranger, {})).toMatchObject({ init: { status: 404 } });
    expect(await send(room, room.writer, { id: 'x' })).toMatchObject({ init: { status: 404 } });
  });

  test('the page proposes the point that the meeting is at, and says to readers that they may not write', async () => {
    const room = await meetingWithNotes(services);
    await services.db
      .insertInto('meetingRuns')
      .values({ meetingId: room.meeting.id, startedAt: '2022-06-20T14:30:00Z', agendaItemId: room.second })
      .execute();
    const open = (person: Person) =>
      loader({
        request: new Request('https://tertulia.example/form'),
        params: { meeting: room.meeting.slug },
        context: contextOf(services, viewerOf(person)),
      } as never);
    expect(await open(room.writer)).toMatchObject({ values: { section: room.second }, faults: [] });
    expect((await open(room.reader)).faults).toHaveLength(1);
  });
});

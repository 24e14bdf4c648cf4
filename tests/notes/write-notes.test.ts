import { afterEach, describe, expect, test } from 'vitest';
import type { NoteBlock } from '#app/model/notes.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { listRecords } from '#db/notes/read.ts';
import { findMeetingScope } from '#server/meetings/access.ts';
import { readNotes } from '#server/notes/read-notes.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { meetingWithNotes, openNotesAs } from '#tests/realtime/meeting-with-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { type OpenPage, until, useSockets } from '#tests/support/sockets.ts';

const database = useDatabase();
const services = useServices(database);
const server = useSockets(services, { idleMs: 20 });

const open: OpenPage[] = [];
const openAs = async (meetingId: string, personId: string) => {
  const page = await openNotesAs(services, server, meetingId, personId);
  open.push(page);
  return page;
};
afterEach(() => {
  for (const page of open.splice(0)) page.close();
});

type Person = Parameters<typeof viewerOf>[0];
async function scopeOf(meetingId: string, person: Person): Promise<MeetingScope> {
  const scope = await findMeetingScope(services, viewerOf(person), { id: meetingId });
  if (!scope) throw new Error('The meeting is not visible.');
  return scope;
}

const block = (id: string, text: string, more: Partial<Extract<NoteBlock, { type: 'paragraph' }>> = {}): NoteBlock => ({
  ...{ type: 'paragraph', id, kind: 'text', inline: [{ text }], speakerId: null, assigneeId: null, assignee: '', due: null },
  ...more,
});

describe('the server adds to the notes', () => {
  test('of a meeting that nobody has open; the same call again adds nothing', async () => {
    const { meeting, first, second, organiser } = await meetingWithNotes(services);
    const blocks: NoteBlock[] = [{ type: 'heading', level: 3, inline: [{ text: 'Synthèse' }] }, block('b1', 'Une'), block('b2', 'Deux')];
    expect(await appendBlocks(services, meeting.id, first, blocks, organiser.id)).toEqual({ ok: true });
    expect(await appendBlocks(services, meeting.id, first, blocks, organiser.id)).toEqual({ ok: true });
    await appendBlocks(services, meeting.id, first, [block('b2', 'Deux'), block('b3', 'Trois')], organiser.id);
    const sections = await readNotes(services, await scopeOf(meeting.id, organiser));
    expect(sections.map(({ agendaItemId }) => agendaItemId)).toEqual([first, second]);
    expect(sections[0]?.blocks).toEqual([...blocks, block('b3', 'Trois')]);
  });

  test('at once from two forms: each is there once', async () => {
    const { meeting, first, organiser, writer } = await meetingWithNotes(services);
    await Promise.all(
      [organiser, writer, organiser].map((person, k) =>
        appendBlocks(services, meeting.id, first, [block(`b${k % 2}`, `Ligne ${k % 2}`)], person.id),
      ),
    );
    const [section] = await readNotes(services, await scopeOf(meeting.id, organiser));
    expect(section?.blocks.map((read) => read.type === 'paragraph' && read.id).sort()).toEqual(['b0', 'b1']);
  });

  test('while people type: they see it, and nothing of theirs is lost', async () => {
    const { meeting, first, organiser, writer } = await meetingWithNotes(services);
    const awa = await openAs(meeting.id, writer.id);
    const line = awa.write(first, 'Awa écrit');
    await until('it is saved', () => awa.unsaved.size === 0);
    const typing = setInterval(() => line.insert(line.length, '.'), 1);
    await appendBlocks(services, meeting.id, first, [block('b1', 'Intervention par formulaire', { kind: 'turn' })], organiser.id);
    await until('Awa sees it', () => awa.text(first).includes('formulaire'));
    clearInterval(typing);
    await until('what Awa typed is saved', () => awa.unsaved.size === 0);
    const claire = await openAs(meeting.id, organiser.id);
    expect(claire.text(first)).toBe(awa.text(first));
    // and goes on from there, under clocks that the room knows
    awa.section(first).delete(1, 1);
    await until('deleted by Awa', () => awa.unsaved.size === 0 && !claire.text(first).includes('formulaire'));
  });

  test('not in a section that the meeting does not have', async () => {
    const { meeting, organiser } = await meetingWithNotes(services);
    const answer = await appendBlocks(services, meeting.id, crypto.randomUUID(), [block('b1', 'x')], organiser.id);
    expect(answer).toEqual({ ok: false, reason: 'section-unknown' });
  });

  test('a new agenda item can be written in as soon as it exists', async () => {
    const { meeting, writer } = await meetingWithNotes(services);
    const awa = await openAs(meeting.id, writer.id);
    const item = await services.db
      .insertInto('agendaItems')
      .values({ meetingId: meeting.id, position: 2, title: 'Divers', durationMinutes: 5 })
      .returning('id')
      .executeTakeFirstOrThrow();
    awa.write(item.id, 'Un point de plus');
    await until('it is saved', () => awa.unsaved.size === 0);
    expect(awa.refusals).toEqual([]);
  });
});

describe('decisions, actions, proposals and take-aways become records', () => {
  test('as they are typed, changed and deleted; open pages are told', async () => {
    const { meeting, first, second, writer, writerAttendance, organiser } = await meetingWithNotes(services);
    const awa = await openAs(meeting.id, writer.id);
    let told = 0;
    awa.socket.on('live:changed', ({ topic }) => {
      told += topic === 'records' ? 1 : 0;
    });
    await awa.socket.timeout(5000).emitWithAck('live:watch', { meetingId: meeting.id });
    const scope = await scopeOf(meeting.id, organiser);
    const records = async () =>
      (await listRecords(services.db, scope)).map(({ kind, body, assignee, dueOn }) => ({ kind, body, assignee, dueOn }));
    awa.write(second, 'Lancer l’appel', { id: 'act', kind: 'action', assigneeId: writerAttendance.id, assignee: 'Awa', due: '2022-09-30' });
    const line = awa.write(first, 'Adopté', { id: 'dec', kind: 'decision' });
    awa.write(first, 'Simple texte', { id: 'txt' });
    await until('both are there, in the order of the agenda', async () => (await records()).length === 2);
    expect(await records()).toEqual([
      { kind: 'decision', body: 'Adopté', assignee: '', dueOn: null },
      { kind: 'action', body: 'Lancer l’appel', assignee: 'Awa Diop', dueOn: '2022-09-30' },
    ]);
    line.insert(line.length, ' à l’unanimité');
    await until('its text follows', async () => (await records())[0]?.body === 'Adopté à l’unanimité');
    awa.section(second).delete(0, 1);
    await until('what is deleted goes', async () => (await records()).length === 1);
    expect(told).toBeGreaterThanOrEqual(3);
  });

  test('by the form too, when nobody has the notes open; and not for whoever may not read the notes', async () => {
    const { meeting, first, organiser } = await meetingWithNotes(services);
    await appendBlocks(
      services,
      meeting.id,
      first,
      [block('p1', 'Une proposition', { kind: 'proposal' }), block('e1', '', { kind: 'decision', inline: [] })],
      organiser.id,
    );
    expect(await listRecords(services.db, await scopeOf(meeting.id, organiser))).toMatchObject([
      { blockId: 'p1', kind: 'proposal', body: 'Une proposition', agendaItemId: first },
    ]);
    const stranger = await scopeOf(meeting.id, await makePerson(services.db));
    expect(await listRecords(services.db, stranger)).toEqual([]);
    expect(await readNotes(services, stranger)).toEqual([]);
  });

  test('typing elsewhere writes no record anew', async () => {
    const { meeting, first, writer } = await meetingWithNotes(services);
    const awa = await openAs(meeting.id, writer.id);
    awa.write(first, 'Adopté', { id: 'dec', kind: 'decision' });
    const stamp = () => services.db.selectFrom('noteRecords').select('updatedAt').where('meetingId', '=', meeting.id).executeTakeFirst();
    await until('it is there', stamp);
    const before = await stamp();
    awa.write(first, 'Suite');
    await until('it is saved', () => awa.unsaved.size === 0);
    awa.close();
    await until(
      'the room is closed',
      async () => (await services.db.selectFrom('noteUpdates').select('id').where('meetingId', '=', meeting.id).execute()).length === 0,
    );
    expect(await stamp()).toEqual(before);
  });
});

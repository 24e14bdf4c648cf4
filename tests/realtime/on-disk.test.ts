import { afterEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { sectionName } from '#app/model/notes.ts';
import { encodeParts } from '#app/model/notes-frames.ts';
import { readLog } from '#db/notes/log.ts';
import { readDocument } from '#server/notes/read-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { type OpenPage, startSockets, until, useSockets } from '#tests/support/sockets.ts';
import { meetingWithNotes, openNotesAs } from './meeting-with-notes.ts';

const database = useDatabase();
const services = useServices(database);
const server = useSockets(services, { idleMs: 20 });

const open: OpenPage[] = [];
const openAs = async (meetingId: string, personId: string, on = server) => {
  const page = await openNotesAs(services, on, meetingId, personId);
  open.push(page);
  return page;
};
afterEach(() => {
  for (const page of open.splice(0)) page.close();
  vi.restoreAllMocks();
});

const logOf = (meetingId: string) => readLog(services.db, meetingId);

describe('notes on disk', () => {
  test('open from a snapshot and two thousand updates since', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const doc = new Y.Doc();
    const block = new Y.XmlElement('paragraph');
    const text = new Y.XmlText();
    block.insert(0, [text]);
    doc.getXmlFragment(sectionName(first)).push([block]);
    text.insert(0, 'Début. ');
    const body = Buffer.from(Y.encodeStateAsUpdate(doc));
    await services.db.insertInto('noteAuthors').values({ meetingId: meeting.id, number: 1, personId: writer.id }).execute();
    await services.db.insertInto('noteClients').values({ meetingId: meeting.id, clientId: doc.clientID, authorNumber: 1 }).execute();
    await services.db
      .insertInto('noteSnapshots')
      .values({ meetingId: meeting.id, upto: 1000, body, stateVector: Buffer.from(Y.encodeStateVector(doc)) })
      .execute();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (let k = 0; k < 2000; k += 1) text.insert(text.length, 'x');
    const rows = Array.from({ length: 400 }, (_, row) => ({
      id: 1001 + row,
      meetingId: meeting.id,
      body: Buffer.from(encodeParts(updates.slice(row * 5, row * 5 + 5).map((update, k) => ({ author: 1, n: row * 5 + k + 1, update })))),
    }));
    await services.db.insertInto('noteUpdates').values(rows).execute();

    const page = await openAs(meeting.id, organiser.id);
    expect(page.text(first)).toBe(`Début. ${'x'.repeat(2000)}`);
    page.write(first, 'et la suite');
    await until('it is saved', () => page.unsaved.size === 0);
    expect(page.refusals).toEqual([]);
  });

  test('are compacted when the last person leaves: one snapshot, no rows, the same text', async () => {
    const { meeting, first, writer } = await meetingWithNotes(services);
    const awa = await openAs(meeting.id, writer.id);
    const line = awa.write(first, 'Une phrase ');
    for (const word of ['et', 'une', 'autre']) line.insert(line.length, `${word} `);
    await until('it is saved', () => awa.unsaved.size === 0);
    awa.close();
    await until('it is compacted', async () => (await logOf(meeting.id)).rows.length === 0);
    expect((await logOf(meeting.id)).snapshot).not.toBeNull();
    const again = await openAs(meeting.id, writer.id);
    expect(again.text(first)).toBe('Une phrase et une autre ');
    again.write(first, 'puis la suite');
    await until('it is saved', () => again.unsaved.size === 0);
    again.close();
    await until('it is compacted again', async () => (await logOf(meeting.id)).rows.length === 0);
    const doc = await readDocument(services.db, meeting.id);
    expect(doc.getXmlFragment(sectionName(first)).toString()).toContain('puis la suite');
  });

  test('are compacted after five thousand updates while people go on typing', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const pages = [await openAs(meeting.id, writer.id), await openAs(meeting.id, organiser.id)];
    const lines = pages.map((page) => page.write(first, ''));
    for (let k = 0; k < 2600; k += 1) for (const line of lines) line.insert(line.length, 'x');
    await until('there is a snapshot', async () => (await logOf(meeting.id)).snapshot !== null, 15);
    await until('everything is saved', () => pages.every((page) => page.unsaved.size === 0), 15);
    const late = await openAs(meeting.id, writer.id);
    for (const page of [...pages, late]) expect((page.text(first).match(/x/g) ?? []).length).toBe(5200);
    late.write(first, 'encore');
    await until('all go on', () => late.unsaved.size === 0 && pages.every((page) => page.text(first) === late.text(first)));
  });

  test('that were deleted really go with the compaction', async () => {
    const { meeting, first, writer } = await meetingWithNotes(services);
    const awa = await openAs(meeting.id, writer.id);
    const line = awa.write(first, 'Public. ');
    line.insert(line.length, 'SECRET-Dupont');
    await until('it is saved', () => awa.unsaved.size === 0);
    line.delete(8, 13);
    await until('the deletion is saved', () => awa.unsaved.size === 0);
    const holds = async () => {
      const { snapshot, rows } = await logOf(meeting.id);
      return [...(snapshot ? [snapshot.body] : []), ...rows.map(({ body }) => body)].some((body) => Buffer.from(body).includes('SECRET'));
    };
    expect(await holds()).toBe(true);
    awa.close();
    await until('it is compacted', async () => (await logOf(meeting.id)).rows.length === 0);
    expect(await holds()).toBe(false);
    const later = await openAs(meeting.id, writer.id);
    expect(later.text(first)).toBe('Public. ');
  });

  test('of a room that twelve people open at the same moment are one document', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const pages = await Promise.all(Array.from({ length: 12 }, (_, k) => openAs(meeting.id, k % 2 ? writer.id : organiser.id)));
    for (const [k, page] of pages.entries()) page.write(first, `Ligne ${k}`);
    await until('all have all', () => pages.every((page) => page.section(first).length === 12 && page.unsaved.size === 0));
    expect(new Set(pages.map((page) => page.text(first))).size).toBe(1);
  });

  test('are saved before the server stops, whatever is under way', async () => {
    const { meeting, first, writer } = await meetingWithNotes(services);
    const own = await startSockets(services);
    const awa = await openAs(meeting.id, writer.id, own);
    const line = awa.write(first, 'A');
    await until('it is saved', () => awa.unsaved.size === 0);
    for (let k = 0; k < 50; k += 1) line.insert(line.length, 'b');
    await until('some of it arrived', () => awa.unsaved.size < 50);
    await own.stop();
    services.live = server.sockets.live;
    await until('the page is told', () => awa.closed === 'going-away');
    const doc = await readDocument(services.db, meeting.id);
    const saved = (doc.getXmlFragment(sectionName(first)).toString().match(/b/g) ?? []).length;
    expect(saved).toBeGreaterThanOrEqual(50 - awa.unsaved.size);
  });
});

describe('when the database fails', () => {
  test('nothing is acknowledged, nothing is lost, and all is saved once it is back', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const [awa, claire] = [await openAs(meeting.id, writer.id), await openAs(meeting.id, organiser.id)];
    const told = vi.spyOn(services.log, 'error').mockImplementation(() => {});
    await database.pool.query('alter table note_updates rename to note_updates_away');
    const line = awa.write(first, 'Pendant la panne');
    await until('the failure is told to the operator', () => told.mock.calls.length >= 2);
    line.insert(line.length, ', et encore');
    expect(awa.unsaved.size).toBeGreaterThan(0);
    expect(claire.received).toEqual([]);
    await database.pool.query('alter table note_updates_away rename to note_updates');
    await until('it is saved', () => awa.unsaved.size === 0);
    await until('and told', () => claire.text(first) === 'Pendant la panne, et encore');
  });

  test('the notes of a meeting that was deleted are closed, and do not hold up those of others', async () => {
    const [gone, other] = [await meetingWithNotes(services), await meetingWithNotes(services)];
    const [awa, claire] = [await openAs(gone.meeting.id, gone.writer.id), await openAs(other.meeting.id, other.organiser.id)];
    vi.spyOn(services.log, 'error').mockImplementation(() => {});
    await services.db.deleteFrom('meetings').where('id', '=', gone.meeting.id).execute();
    awa.write(gone.first, 'Dans le vide');
    claire.write(other.first, 'À côté');
    await until('the others save', () => claire.unsaved.size === 0);
    await until('the notes are closed', () => awa.closed === 'meeting-closed');
    expect(awa.unsaved.size).toBeGreaterThan(0);
  });
});

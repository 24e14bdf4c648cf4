import * as encoding from 'lib0/encoding';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { MAX_UPDATE_BYTES, sectionName } from '#app/model/notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { connect, type OpenPage, until, useSockets } from '#tests/support/sockets.ts';
import { ATTACKS, updateOf } from './hostile-updates.ts';
import { type MeetingWithNotes, meetingWithNotes, openNotesAs } from './meeting-with-notes.ts';

const database = useDatabase();
const services = useServices(database);
const server = useSockets(services);

const open: OpenPage[] = [];
const openAs = async (meetingId: string, personId: string) => {
  const page = await openNotesAs(services, server, meetingId, personId);
  open.push(page);
  return page;
};
afterEach(() => {
  for (const page of open.splice(0)) page.close();
});

/** An honest page with a line in it, and a hostile one that holds the same. */
async function honestAndHostile(): Promise<{ notes: MeetingWithNotes; honest: OpenPage; hostile: OpenPage }> {
  const notes = await meetingWithNotes(services);
  const honest = await openAs(notes.meeting.id, notes.organiser.id);
  honest.write(notes.first, 'Une ligne honnête');
  await until('the line is saved', () => honest.unsaved.size === 0);
  return { notes, honest, hostile: await openAs(notes.meeting.id, notes.writer.id) };
}

/** Sends bytes as the hostile page, and waits for the refusal. */
async function refusalOf(hostile: OpenPage, bytes: Uint8Array): Promise<string | undefined> {
  const n = hostile.send(bytes);
  hostile.unsaved.delete(n);
  await until('it is refused', () => hostile.refusals.some((refusal) => refusal.n === n));
  await hostile.open();
  return hostile.refusals.find((refusal) => refusal.n === n)?.reason;
}

/** The honest page still works, and nothing of the attack reached it. */
async function expectUntouched({ honest, notes }: { honest: OpenPage; notes: MeetingWithNotes }, before: string): Promise<void> {
  expect(honest.text(notes.first)).toBe(before);
  expect(honest.received).toEqual([]);
  expect(honest.socket.connected).toBe(true);
  honest.write(notes.second, 'Et la suite');
  await until('the honest page still saves', () => honest.unsaved.size === 0);
}

describe('what a hostile page sends is refused before anybody else receives it', () => {
  test.each(ATTACKS)('$name', async ({ change }) => {
    const { notes, honest, hostile } = await honestAndHostile();
    const update = updateOf(Y.encodeStateAsUpdate(hostile.doc), sectionName(notes.first), change);
    expect(await refusalOf(hostile, update)).toMatch(/malformed|section-unknown/);
    await expectUntouched({ honest, notes }, 'Une ligne honnête');
  });

  test('an update that is too large', async () => {
    const { notes, honest, hostile } = await honestAndHostile();
    const state = Y.encodeStateAsUpdate(hostile.doc);
    const long = updateOf(state, sectionName(notes.first), (section) => section.push([new Y.XmlElement('paragraph')]));
    expect(await refusalOf(hostile, Buffer.concat([long, Buffer.alloc(MAX_UPDATE_BYTES - long.length + 1)]))).toBe('too-large');
    await expectUntouched({ honest, notes }, 'Une ligne honnête');
  });

  test('more nodes than the notes of a meeting may hold', async () => {
    const { notes, honest, hostile } = await honestAndHostile();
    const add = () => hostile.section(notes.second).push(Array.from({ length: 7000 }, () => new Y.XmlElement('paragraph')));
    for (const _first of [1, 2]) {
      add();
      await until('they are taken', () => hostile.unsaved.size === 0);
    }
    add();
    await until('no more are', () => hostile.refusals[0]?.reason === 'too-large');
    expect(honest.section(notes.second).length).toBe(14_000);
  });

  test('an update that would take Yjs minutes to find its place in, though it is small and well formed', async () => {
    const { notes, honest, hostile } = await honestAndHostile();
    const [below, above] = [placeless(1, 2500, notes.second), placeless(2, 2500, notes.second)];
    hostile.send(below);
    await until('the first is taken', () => hostile.unsaved.size === 0);
    const start = performance.now();
    expect(await refusalOf(hostile, above)).toBe('too-large');
    expect(performance.now() - start).toBeLessThan(2000);
    expect(honest.section(notes.second).length).toBe(2500);
  });

  test('bytes that are no update, an empty one, and one cut short', async () => {
    const { notes, honest, hostile } = await honestAndHostile();
    const whole = updateOf(Y.encodeStateAsUpdate(hostile.doc), sectionName(notes.first), (section) =>
      section.push([new Y.XmlElement('paragraph')]),
    );
    for (const bytes of [new Uint8Array(), new Uint8Array([255, 255, 255]), whole.subarray(0, whole.length - 4)]) {
      expect(await refusalOf(hostile, bytes)).toBe('malformed');
    }
    await expectUntouched({ honest, notes }, 'Une ligne honnête');
  });

  test('an update that leaves a gap, by what it adds or by what it deletes', async () => {
    const { notes, honest, hostile } = await honestAndHostile();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(hostile.doc));
    const section = doc.getXmlFragment(sectionName(notes.first));
    section.push([new Y.XmlElement('paragraph')]);
    const missing = Y.encodeStateVector(doc);
    section.push([new Y.XmlElement('paragraph')]);
    expect(await refusalOf(hostile, Y.encodeStateAsUpdate(doc, missing))).toBe('gap');
    const before = Y.encodeStateVector(doc);
    section.delete(1, 1);
    expect(await refusalOf(hostile, Y.encodeStateAsUpdate(doc, before))).toBe('gap');
    await expectUntouched({ honest, notes }, 'Une ligne honnête');
  });

  test('writing under the client id of somebody else', async () => {
    const { notes, honest, hostile } = await honestAndHostile();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(hostile.doc));
    doc.clientID = honest.doc.clientID;
    const before = Y.encodeStateVector(doc);
    doc.getXmlFragment(sectionName(notes.first)).push([new Y.XmlElement('paragraph')]);
    expect(await refusalOf(hostile, Y.encodeStateAsUpdate(doc, before))).toBe('forged');
    await expectUntouched({ honest, notes }, 'Une ligne honnête');
  });

  test('a page that keeps on is put out, the others are not', async () => {
    const { notes, honest, hostile } = await honestAndHostile();
    for (let k = 0; k < 30 && hostile.socket.connected; k += 1) {
      hostile.socket.emit('notes:update', 1, new Uint8Array([1]));
      await hostile.open().catch(() => null);
    }
    await until('it is put out', () => !hostile.socket.connected);
    expect(hostile.closed).toBe('malformed');
    expect(await connect(hostile.socket)).toBe('too-fast');
    await expectUntouched({ honest, notes }, 'Une ligne honnête');
  });

  test('events that are not of the protocol, and events with other values than the protocol says', async () => {
    const { notes, honest, hostile } = await honestAndHostile();
    const emit = hostile.socket.emit.bind(hostile.socket) as (...event: unknown[]) => void;
    const events: unknown[][] = [
      ['notes:destroy', 1],
      ['notes:update'],
      ['notes:update', 'x', new Uint8Array()],
      ['notes:update', -1, 'x'],
      ['notes:presence', { a: 1 }],
      ['notes:open', { meetingId: 'x' }],
      ['live:watch', null, 3],
    ];
    for (const event of events) emit(...event);
    await until('each is answered', () => hostile.refusals.length === events.length);
    expect(new Set(hostile.refusals.map(({ reason }) => reason))).toEqual(new Set(['malformed']));
    await expectUntouched({ honest, notes }, 'Une ligne honnête');
  });

  test.each([
    ['text that is no packet', 'x'],
    ['JSON that is no packet', '4{"type":2}'],
    ['an event with a name of Socket.IO itself', '4{"type":2,"nsp":"/","data":["disconnect"]}'],
    ['a code that nothing has', Buffer.from([99, 1, 2])],
    ['an update without its number', Buffer.from([1])],
    ['bytes that say they are an object', Buffer.from([255, 118, 255, 255, 255, 255, 15])],
    ['an object as deep as it can be', Buffer.concat([Buffer.from([255]), Buffer.alloc(100_000, Buffer.from([117, 1]))])],
  ])('frames that are none end that connection, and no other: %s', async (_what, frame) => {
    const { notes, honest, hostile } = await honestAndHostile();
    const { engine } = hostile.socket.io;
    const { ws } = engine.transport as unknown as { ws: { send(data: string | Buffer): void } };
    ws.send(frame);
    await until('it is put out', () => !hostile.socket.connected);
    await expectUntouched({ honest, notes }, 'Une ligne honnête');
  });

  test('more than a person can type: refused as too fast, and taken again after a while', async () => {
    const { notes, honest, hostile } = await honestAndHostile();
    const line = hostile.write(notes.second, 'x');
    for (let k = 0; k < 4000; k += 1) line.insert(line.length, 'y');
    await until('it is slowed down', () => hostile.refusals.some(({ reason }) => reason === 'too-fast'));
    expect(hostile.refusals).toHaveLength(1);
    expect(honest.socket.connected).toBe(true);
    expect(hostile.socket.connected).toBe(true);
  });
});

/** Paragraphs of one client that name no neighbours, as if each had been written in an empty section. */
function placeless(client: number, count: number, agendaItemId: string): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, count, client, 0]) encoding.writeVarUint(encoder, number);
    for (let k = 0; k < count; k += 1) {
      // a type (7) in a fragment that is named (1): an XmlElement (3)
      encoding.writeUint8(encoder, 7);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, sectionName(agendaItemId));
      encoding.writeVarUint(encoder, 3);
      encoding.writeVarString(encoder, 'paragraph');
    }
    encoding.writeVarUint(encoder, 0);
  });
}

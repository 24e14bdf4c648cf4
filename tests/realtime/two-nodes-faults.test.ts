import { afterEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { encodeParts } from '#app/model/notes-frames.ts';
import type { Refusal } from '#app/model/notes-protocol.ts';
import { numberAuthor } from '#db/notes/authors.ts';
import { appendLog, readLog, writeSnapshot } from '#db/notes/log.ts';
import { nextLogId } from '#server/notes/log-ids.ts';
import { readDocument } from '#server/notes/read-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { type OpenPage, until } from '#tests/support/sockets.ts';
import { meetingWithNotes } from './meeting-with-notes.ts';
import { endListening, useTwoNodes } from './two-nodes.ts';

const database = useDatabase();
const services = useServices(database);
const { nodes, openOn } = useTwoNodes(database, services, { idleMs: 20 });
afterEach(() => vi.restoreAllMocks());

const quiet = () => vi.spyOn(services.log, 'error').mockImplementation(() => {});

/** Stores something as another process does that nobody hears: no notice, and compacted at once if so wanted. */
async function storeUnheard(meetingId: string, personId: string, section: string, text: string, { compacted = false } = {}): Promise<void> {
  const doc = await readDocument(services.db, meetingId);
  const author = await numberAuthor(services.db, meetingId, personId);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const block = new Y.XmlElement('paragraph');
  doc.transact(() => {
    block.insert(0, [new Y.XmlText(text)]);
    doc.getXmlFragment(`s:${section}`).push([block]);
  });
  const id = nextLogId();
  const body = encodeParts([{ author, n: 0, update: updates[0] ?? new Uint8Array() }]);
  await appendLog(services.db, [{ id, meetingId, body, clients: [{ clientId: doc.clientID, author }] }]);
  if (!compacted) return;
  const { snapshot, rows } = await readLog(services.db, meetingId);
  const state = { body: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) };
  await writeSnapshot(services.db, meetingId, { from: snapshot?.upto ?? null, upto: id, covers: rows.map((row) => row.id), ...state });
}

const textOf = async (meetingId: string, section: string) =>
  (await readDocument(services.db, meetingId)).getXmlFragment(`s:${section}`).toString();
const same = (pages: OpenPage[], section: string) => new Set(pages.map((page) => page.text(section))).size === 1;

describe('a server that does not hear the other', () => {
  test('misses nothing of what is typed there meanwhile, again and again', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    quiet();
    const awa = await openOn(nodes.here, meeting.id, writer.id);
    const claire = await openOn(nodes.there, meeting.id, organiser.id);
    const lines = [awa.write(first, 'a'), claire.write(first, 'b')];
    const typing = setInterval(() => {
      for (const line of lines) line.insert(line.length, '.');
    }, 2);
    for (let k = 0; k < 5; k += 1) {
      const count = awa.n;
      await until('some keys are typed', () => awa.n > count + 40);
      await endListening(database);
    }
    clearInterval(typing);
    await until('everything is saved', () => awa.unsaved.size + claire.unsaved.size === 0);
    await until('both have everything', () => same([awa, claire], first));
    expect((awa.text(first).match(/\./g) ?? []).length).toBe(awa.n + claire.n - 2);
    expect([...awa.refusals, ...claire.refusals]).toEqual([]);
  });

  test('reads what was stored and compacted meanwhile, deletions too', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    quiet();
    const claire = await openOn(nodes.there, meeting.id, organiser.id);
    const line = claire.write(first, 'Connu');
    await until('it is saved', () => claire.unsaved.size === 0);
    await storeUnheard(meeting.id, writer.id, first, 'Jamais entendu', { compacted: true });
    await storeUnheard(meeting.id, writer.id, first, 'Ni cela');
    await endListening(database);
    await until('she has it', () => claire.text(first) === 'Connu\nJamais entendu\nNi cela');
    // and goes on, also after it
    line.insert(5, ' de tous');
    await until('it is saved', () => claire.unsaved.size === 0);
    expect(claire.refusals).toEqual([]);
    const late = await openOn(nodes.there, meeting.id, writer.id);
    expect(late.text(first)).toBe('Connu de tous\nJamais entendu\nNi cela');
  });

  test('asks the log when somebody comes who holds more than it heard of', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const claire = await openOn(nodes.there, meeting.id, organiser.id);
    claire.write(first, 'Connu');
    await until('it is saved', () => claire.unsaved.size === 0);
    await storeUnheard(meeting.id, writer.id, first, 'Jamais entendu');
    const awa = await openOn(nodes.here, meeting.id, writer.id);
    expect(awa.text(first)).toContain('Jamais entendu');
    awa.socket.close();
    // her next words stand beside what that server never heard of
    const block = awa.section(first).get(1);
    if (block instanceof Y.XmlElement) block.setAttribute('kind', 'decision');
    const again = await openOn(nodes.there, meeting.id, writer.id);
    again.send(Y.encodeStateAsUpdate(awa.doc, Y.encodeStateVector(again.doc)));
    await until('it is taken', () => again.unsaved.size === 0);
    await until('and Claire has all of it', () => claire.text(first) === 'Connu\nJamais entendu');
    expect(again.refusals).toEqual([]);
  });

  test('asks everybody’s rights when it hears again', async () => {
    const { meeting, writer } = await meetingWithNotes(services);
    quiet();
    const awa = await openOn(nodes.there, meeting.id, writer.id);
    let ended: Refusal | null = null;
    awa.socket.on('notes:closed', ({ reason }) => {
      ended = reason;
    });
    await services.db.deleteFrom('attendances').where('meetingId', '=', meeting.id).where('personId', '=', writer.id).execute();
    await endListening(database);
    await until('she is put out', () => ended === 'not-allowed');
  });
});

describe('when one of two servers compacts the notes', () => {
  test('the other goes on with what is stored: whoever comes and whoever types there, there and here', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const awa = await openOn(nodes.here, meeting.id, writer.id);
    const claire = await openOn(nodes.there, meeting.id, organiser.id);
    for (let round = 0; round < 4; round += 1) {
      const line = awa.write(first, `Tour ${round} `);
      for (let k = 0; k < 20; k += 1) line.insert(line.length, 'x');
      await until('it is saved', () => awa.unsaved.size === 0);
      const before = (await readLog(services.db, meeting.id)).snapshot?.upto ?? null;
      // she is the last one here: that server compacts, the other has it open
      awa.close();
      await until('there is another snapshot', async () => ((await readLog(services.db, meeting.id)).snapshot?.upto ?? null) !== before);
      claire.write(first, 'Claire ');
      await until('Claire saves', () => claire.unsaved.size === 0);
      const late = await openOn(nodes.there, meeting.id, writer.id);
      expect(late.text(first)).toBe(claire.text(first));
      late.close();
      const again = await openOn(nodes.here, meeting.id, writer.id);
      await until('the same here', () => same([again, claire], first));
      again.close();
      Object.assign(awa, { socket: again.socket });
      const next = await openOn(nodes.here, meeting.id, writer.id);
      awa.moveTo(next.socket);
      await awa.open();
    }
    claire.close();
    awa.close();
    await until('all of it is compacted', async () => (await readLog(services.db, meeting.id)).rows.length === 0);
    const stored = await textOf(meeting.id, first);
    for (let round = 0; round < 4; round += 1) expect(stored).toContain(`Tour ${round} ${'x'.repeat(20)}`);
    expect(stored.match(/Claire/g)).toHaveLength(4);
  });

  test('both may want to at the same moment: one does, and nothing is lost', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const awa = await openOn(nodes.here, meeting.id, writer.id);
    const claire = await openOn(nodes.there, meeting.id, organiser.id);
    const lines = [awa.write(first, ''), claire.write(first, '')];
    for (let k = 0; k < 2700; k += 1) for (const line of lines) line.insert(line.length, 'x');
    await until('there is a snapshot', async () => (await readLog(services.db, meeting.id)).snapshot !== null, 20);
    for (const line of lines) line.insert(line.length, 'y');
    await until('everything is saved', () => awa.unsaved.size + claire.unsaved.size === 0, 20);
    await until('both have everything', () => same([awa, claire], first));
    const late = [await openOn(nodes.here, meeting.id, writer.id), await openOn(nodes.there, meeting.id, organiser.id)];
    for (const page of [awa, claire, ...late]) expect((page.text(first).match(/x/g) ?? []).length).toBe(5400);
    expect((await textOf(meeting.id, first)).match(/x{2700}y/g)).toHaveLength(2);
  });
});

import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { sectionName } from '#app/model/notes.ts';
import { notesSchema } from '#app/notes/editor/schema.ts';
import { normalise } from '#server/notes/normalise.ts';
import { NoteLog } from '#server/notes/note-log.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { type OpenPage, until, useSockets } from '#tests/support/sockets.ts';
import { ATTACKS, updateOf } from './hostile-updates.ts';
import { meetingWithNotes, openNotesAs } from './meeting-with-notes.ts';

const SEED = Number(process.env.FUZZ_SEED ?? Temporal.Now.instant().epochMilliseconds % 2 ** 31);
const FRAMES = Number(process.env.FUZZ_FRAMES ?? 2000);

/** Mulberry32: small, and the same everywhere for the same seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Random = ReturnType<typeof randomFrom>;

/** An update that is cut, has bytes changed, doubled, left out, or is spliced with another. */
function mutate(update: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const bytes = [...update];
  for (let change = 0; change <= random(4); change += 1) {
    const at = random(bytes.length + 1);
    const how = random(6);
    if (how === 0) bytes.splice(at);
    else if (how === 1) bytes.splice(at, random(4));
    else if (how === 2) bytes.splice(at, 0, ...bytes.slice(at, at + random(16)));
    else if (how === 3) bytes.splice(at, random(8), ...other.slice(random(other.length)));
    else if (how === 4) bytes[at] = [0, 1, 127, 128, 255][random(5)] ?? 0;
    else bytes[at] = random(256);
  }
  return Uint8Array.from(bytes);
}

/** Honest and hostile updates to begin from, for somebody who holds `state`. */
function seedsOf(state: Uint8Array, section: string): Uint8Array[] {
  return [
    updateOf(state, section, (fragment) => fragment.push([new Y.XmlElement('paragraph')])),
    updateOf(state, section, (fragment) => fragment.delete(0, 1)),
    updateOf(state, section, (fragment) => {
      const block: unknown = fragment.get(0);
      if (!(block instanceof Y.XmlElement)) return;
      block.setAttribute('kind', 'decision');
      const text: unknown = block.get(0);
      if (text instanceof Y.XmlText) text.insert(1, 'é\u{1F600}', { bold: {} });
    }),
    state,
    ...ATTACKS.map(({ change }) => updateOf(state, section, change)),
  ];
}

const schema = notesSchema();

/** How often the editor's binding, shown this document, would delete from it what it does not know. */
function changesByEditor(page: Y.Doc, section: string): number {
  const editor = new Y.Doc();
  Y.applyUpdate(editor, Y.encodeStateAsUpdate(page));
  let changes = 0;
  editor.on('update', () => {
    changes += 1;
  });
  yXmlFragmentToProseMirrorRootNode(editor.getXmlFragment(section), schema);
  return changes;
}

const database = useDatabase();
const services = useServices(database);
const server = useSockets(services);

describe(`mutated frames (FUZZ_SEED=${SEED})`, () => {
  test(`${FRAMES} of them: whatever is let through applies cleanly in a document like everybody's`, () => {
    const random = randomFrom(SEED);
    const item = '0190a6b2-0000-7000-8000-000000000001';
    const section = sectionName(item);
    const start = new Y.Doc();
    start.clientID = 1;
    const block = new Y.XmlElement('paragraph');
    block.insert(0, [new Y.XmlText('Une ligne honnête')]);
    start.getXmlFragment(section).push([block]);
    const base = Y.encodeStateAsUpdate(start);
    const newLog = () =>
      new NoteLog({ snapshot: { upto: 1, body: base }, rows: [], clients: [{ clientId: 1, author: 1 }], sections: [item] });
    let log = newLog();
    let page = start;
    const seeds = seedsOf(base, section);
    let accepted = 0;
    for (let k = 0; k < FRAMES; k += 1) {
      // a document that was never let near the gate grows old: begin again now and then
      if (k % 100 === 0) {
        log = newLog();
        page = new Y.Doc();
        Y.applyUpdate(page, base);
      }
      const pick = () => seeds[random(seeds.length)] ?? base;
      const frame = mutate(pick(), pick(), random);
      const answer = log.accept(frame, 2);
      if (!answer.ok) continue;
      accepted += 1;
      Y.applyUpdate(page, frame);
      expect(page.store.pendingStructs ?? page.store.pendingDs, `frame ${k}`).toBeNull();
      expect(changesByEditor(page, section), `frame ${k}`).toBe(0);
      expect(() => normalise(page.getXmlFragment(section))).not.toThrow();
    }
    expect(accepted).toBeGreaterThan(FRAMES / 100);
    expect(accepted).toBeLessThan(FRAMES);
  });

  test('sent to a real server: it stays up, and an honest page goes on writing', async () => {
    const random = randomFrom(SEED + 1);
    const { meeting, first, organiser } = await meetingWithNotes(services);
    const honest = await openNotesAs(services, server, meeting.id, organiser.id);
    honest.write(first, 'Une ligne honnête');
    await until('it is saved', () => honest.unsaved.size === 0);
    const seeds = seedsOf(Y.encodeStateAsUpdate(honest.doc), sectionName(first));
    let hostile: OpenPage | null = null;
    for (let k = 0; k < 300; k += 1) {
      // whoever goes on like this is put out for a while: another comes
      if (!hostile?.socket.connected) {
        const person = await makePerson(services.db);
        await makeAttendance(services.db, { meetingId: meeting.id, personId: person.id });
        hostile = await openNotesAs(services, server, meeting.id, person.id);
      }
      const pick = () => seeds[random(seeds.length)] ?? new Uint8Array();
      hostile.socket.emit('notes:update', k + 1, mutate(pick(), pick(), random));
      if (k % 10 === 0) await hostile.open().catch(() => null);
    }
    const line = honest.write(first, 'Et encore une');
    line.insert(0, '… ');
    await until('the honest page still saves', () => honest.unsaved.size === 0);
    const late = await openNotesAs(services, server, meeting.id, organiser.id);
    expect(Y.encodeStateVector(late.doc)).toEqual(Y.encodeStateVector(honest.doc));
    expect(late.text(first)).toBe(honest.text(first));
    for (const page of [honest, late, hostile]) page?.close();
  });
});

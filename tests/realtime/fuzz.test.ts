import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { agendaItemOf, sectionName } from '#app/model/notes.ts';
import { normalise } from '#app/model/read-blocks.ts';
import { NoteLog } from '#server/notes/note-log.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makePerson } from '#tests/support/factories.ts';
import { schema } from '#tests/support/headless-editor.ts';
import { oneOf, type Random, randomFrom, SEED } from '#tests/support/random.ts';
import { useServices } from '#tests/support/services.ts';
import { type OpenPage, until, useSockets } from '#tests/support/sockets.ts';
import { BASES, forge, mutate, seedsOf, sessionOn } from './frame-makers.ts';
import { meetingWithNotes, openNotesAs } from './meeting-with-notes.ts';

/** For each document that is attacked: a hundred thousand in all. */
const FRAMES = Number(process.env.FUZZ_FRAMES ?? 25_000);
/** These get further, so that each takes ten times as long. */
const WELL_FORMED = FRAMES / 10;
const item = '0190a6b2-0000-7000-8000-000000000001';
const section = sectionName(item);

/** What the editor's binding, shown this document, would change in it: nothing, or every open editor does so in its user's name. */
function expectLeftAlone(page: Y.Doc, what: string): void {
  const editor = new Y.Doc();
  Y.applyUpdate(editor, Y.encodeStateAsUpdate(page));
  let changes = 0;
  editor.on('update', () => {
    changes += 1;
  });
  const root = yXmlFragmentToProseMirrorRootNode(editor.getXmlFragment(section), schema);
  expect(changes, what).toBe(0);
  // else the binding puts something else into the editor than what is there
  for (const child of root.children) child.check();
  expect(root.childCount === 0 || root.type.validContent(root.content), what).toBe(true);
}

/** Sends frames to the gate for somebody who holds the document; gives how many it took. */
function attack(base: Y.Doc, frames: number, random: Random, next: (page: Y.Doc) => Uint8Array): number {
  const state = Y.encodeStateAsUpdate(base);
  const clients = [...base.store.clients.keys()].map((clientId) => ({ clientId, author: 1 }));
  const newLog = () => new NoteLog({ snapshot: { upto: 1, body: state }, rows: [], clients, sections: [item] });
  let log = newLog();
  let page = new Y.Doc();
  let accepted = 0;
  const open = () => {
    page = new Y.Doc();
    Y.applyUpdate(page, state, 'server');
    // a page writes as it reads: formats that say nothing are taken out
    page.on('update', (update, origin) => {
      if (origin !== 'server') expect(log.accept(update, 1)).toMatchObject({ ok: true });
    });
  };
  for (let k = 0; k < frames; k += 1) {
    // a document that was never let near the gate grows old: begin again now and then
    if (k % 100 === 0) {
      log = newLog();
      open();
    }
    const frame = next(page);
    const what = `frame ${k}: ${Buffer.from(frame.subarray(0, 400)).toString('hex')}`;
    const answer = log.accept(frame, 2);
    if (!answer.ok) continue;
    accepted += 1;
    Y.applyUpdate(page, frame, 'server');
    expect(page.store.pendingStructs ?? page.store.pendingDs, what).toBeNull();
    expect(
      [...page.share.keys()].filter((name) => agendaItemOf(name) === null),
      what,
    ).toEqual([]);
    if (random(20) === 0) expect(page.getXmlFragment(section).toString(), what).toBe(log.document().doc.getXmlFragment(section).toString());
    expectLeftAlone(page, what);
    expect(() => normalise(page.getXmlFragment(section)), what).not.toThrow();
  }
  return accepted;
}

describe(`frames that no page of ours sends (FUZZ_SEED=${SEED})`, () => {
  describe.each(Object.entries(BASES))('to a document with %s', (_name, baseOf) => {
    test(`${FRAMES} mutated ones: whatever is let through applies cleanly in a document like everybody's`, { timeout: 600_000 }, () => {
      const random = randomFrom(SEED);
      const base = baseOf(item, random);
      const state = Y.encodeStateAsUpdate(base);
      const seeds = [...seedsOf(state, section), ...sessionOn(state, item, random)];
      const accepted = attack(base, FRAMES, random, () => mutate(oneOf(seeds, random), oneOf(seeds, random), random));
      expect(accepted).toBeGreaterThan(FRAMES / 200);
      expect(accepted).toBeLessThan(FRAMES);
    });

    test(`${WELL_FORMED} well-formed ones that say anything`, { timeout: 600_000 }, () => {
      const random = randomFrom(SEED);
      const accepted = attack(baseOf(item, random), WELL_FORMED, random, (page) => forge(page, section, random));
      expect(accepted).toBeGreaterThan(WELL_FORMED / 200);
      expect(accepted).toBeLessThan(WELL_FORMED);
    });
  });
});

const database = useDatabase();
const services = useServices(database);
const server = useSockets(services);

test(`mutated frames to a real server: it stays up, and an honest page goes on writing (FUZZ_SEED=${SEED})`, async () => {
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
    hostile.socket.emit('notes:update', k + 1, mutate(oneOf(seeds, random), oneOf(seeds, random), random));
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

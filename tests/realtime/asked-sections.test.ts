import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { sectionName } from '#app/model/notes.ts';
import { encodeParts } from '#app/model/notes-frames.ts';
import type { LogRow, NoteSections } from '#db/notes/log.ts';
import { SectionHistory } from '#server/notes/history/section-history.ts';
import { NoteLog } from '#server/notes/note-log.ts';
import { type NoteStore, openNoteStore } from '#server/notes/note-store.ts';
import { RecordProjection } from '#server/notes/record-projection.ts';
import { WordRescue } from '#server/notes/word-rescue.ts';
import { Member } from '#server/realtime/member.ts';
import { NoteRoom } from '#server/realtime/note-room.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { until } from '#tests/support/sockets.ts';
import { meetingWithNotes } from './meeting-with-notes.ts';

const services = useServices(useDatabase());

/** A room whose questions of the database are answered when the test says so. */
async function roomWithQuestions() {
  const { meeting, first, second } = await meetingWithNotes(services);
  const meetingId = meeting.id;
  const sections: ((answer: NoteSections) => void)[] = [];
  const rows: ((rows: LogRow[]) => void)[] = [];
  const store: NoteStore = {
    ...openNoteStore(services),
    sectionsOf: () => new Promise((answer) => sections.push(answer)),
    beside: () => new Promise((answer) => rows.push((found) => answer({ rows: found, moved: false, clients: [] }))),
    save() {},
  };
  const log = new NoteLog({ snapshot: null, rows: [], clients: [], sections: [first, second] });
  const nothing = () => {};
  const room = new NoteRoom({
    ...{ meetingId, log, store, logger: services.log, nextSeat: () => 100 },
    wire: { batch: nothing, presence: nothing, people: nothing, elsewhere: nothing, closed: nothing, compacted: nothing },
    records: new RecordProjection(services, meetingId, log),
    rescue: new WordRescue(services, meetingId, log),
    history: new SectionHistory(services, meetingId, log),
  });
  const refusals: string[] = [];
  const awa = new Member({ seat: 1, author: 1, personId: 'awa', name: 'Awa', canWrite: true }, (_n, reason) => refusals.push(reason));
  room.join(awa);
  return { room, first, second, awa, sections, rows, refusals };
}

/** Two updates of one page, the second of which builds upon the first. */
function twoUpdates(agendaItemId: string): [Uint8Array, Uint8Array] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const id of ['b1', 'b2']) {
    doc.transact(() => {
      const block = new Y.XmlElement('paragraph');
      for (const [name, value] of Object.entries({ id, kind: 'text' })) block.setAttribute(name, value);
      doc.getXmlFragment(sectionName(agendaItemId)).push([block]);
    });
  }
  return updates as [Uint8Array, Uint8Array];
}

test('words that wait for the log while sections are being asked about wait for both answers', async () => {
  const { room, first, second, awa, sections, rows, refusals } = await roomWithQuestions();
  const [before, words] = twoUpdates(first);
  room.receive(awa, 2, words);
  await until('the log is read', () => rows.length === 1);
  // two steps of the meeting at that moment: the question is asked, and asked again
  void room.refreshSections();
  const asked = room.refreshSections();
  rows[0]?.([{ id: 1, body: encodeParts([{ author: 1, n: 1, update: before }]) }]);
  for (const place of [0, 1]) {
    await until('the sections are asked', () => sections.length > place);
    sections[place]?.({ all: [first, second], locked: [] });
  }
  await asked;
  await until('they are judged', () => room.hasUnsaved || refusals.length > 0);
  room.stop();
  expect(refusals).toEqual([]);
});

import * as Y from 'yjs';
import { sectionName } from '#app/model/notes.ts';
import { encodeParts } from '#app/model/notes-frames.ts';
import { numberAuthor, readAuthors } from '#db/notes/authors.ts';
import { appendLog, readLog, writeSnapshot } from '#db/notes/log.ts';
import { nextLogId } from '#server/notes/log-ids.ts';
import { NoteLog } from '#server/notes/note-log.ts';
import { readDocument } from '#server/notes/read-notes.ts';
import { rescueWords } from '#server/notes/rescue-words.ts';
import { meetingWithNotes } from '#tests/realtime/meeting-with-notes.ts';
import type { TestServices } from '#tests/support/services.ts';

/** Somebody's document, and what they wrote in it that nobody else has yet. */
export class Writer {
  readonly doc = new Y.Doc();
  unsent: Uint8Array[] = [];
  readonly author: number;
  readonly personId: string;

  constructor(author: number, personId: string) {
    this.author = author;
    this.personId = personId;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'log') this.unsent.push(update);
    });
  }
}

/** A section that Awa and Claire both have, one paragraph a line, and the server's side of it without sockets. */
export async function notesOfTwo(services: TestServices, lines: readonly string[]) {
  const { meeting, first, writer, organiser } = await meetingWithNotes(services);
  const { db } = services;
  const awa = new Writer(await numberAuthor(db, meeting.id, writer.id), writer.id);
  const claire = new Writer(await numberAuthor(db, meeting.id, organiser.id), organiser.id);
  let log = new NoteLog({ snapshot: null, rows: [], clients: [], sections: [first] });
  const section = ({ doc }: Writer) => doc.getXmlFragment(sectionName(first));

  /** As the server takes it: judged, then on disk. Each key by itself unless merged, as after a time without a network. */
  async function send(by: Writer, { merged = false } = {}) {
    const updates = merged ? [Y.mergeUpdates(by.unsent)] : by.unsent;
    by.unsent = [];
    for (const bytes of updates) {
      const judged = log.accept(bytes, by.author);
      if (!judged.ok) throw new Error(`Refused: ${judged.reason}.`);
      const clients = judged.update.newClients.map((clientId) => ({ clientId, author: by.author }));
      const row = { id: nextLogId(), body: encodeParts([{ author: by.author, n: 1, update: bytes }]) };
      await appendLog(db, [{ ...row, meetingId: meeting.id, clients }]);
      log.saved(row, [judged.update]);
    }
  }

  async function text(): Promise<string> {
    const doc = await readDocument(db, meeting.id);
    return doc
      .getXmlFragment(sectionName(first))
      .toString()
      .replace(/<paragraph[^>]*>/g, '|')
      .replace(/<(bulletlist|listitem|heading|blockquote)[^>]*>/gi, '<$1>')
      .replaceAll('</paragraph>', '');
  }

  const start = section(claire);
  claire.doc.transact(() => {
    for (const line of lines) {
      const block = new Y.XmlElement('paragraph');
      block.setAttribute('id', crypto.randomUUID());
      if (line) block.insert(0, [new Y.XmlText(line)]);
      start.push([block]);
    }
  });
  await send(claire);
  const sync = async (writer: Writer) => Y.applyUpdate(writer.doc, Y.encodeStateAsUpdate(await readDocument(db, meeting.id)), 'log');
  await sync(awa);
  async function rescue() {
    const answer = await rescueWords(services, meeting.id);
    const { rows } = await readLog(db, meeting.id);
    for (const row of rows) if (!log.has(row.id)) log.add(row);
    return answer;
  }

  /** One snapshot in place of the rows: what was deleted is gone. */
  async function compact(): Promise<void> {
    const snapshot = log.snapshot();
    if (!snapshot) return;
    if (!(await writeSnapshot(db, meeting.id, snapshot))) throw new Error('The snapshot was not taken.');
    const [stored, { clients }] = await Promise.all([readLog(db, meeting.id), readAuthors(db, meeting.id)]);
    log = new NoteLog({ ...stored, clients, sections: [first] });
  }

  return { meeting, first, awa, claire, log: () => log, section, send, sync, text, rescue, compact };
}

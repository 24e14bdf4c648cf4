import * as Y from 'yjs';
import { encodeParts } from '#app/model/notes-frames.ts';
import type { Trx } from '#db/client.ts';
import { appendLog } from '#db/notes/log.ts';
import { checkUpdate } from './gate.ts';
import { nextLogId } from './log-ids.ts';
import { MAX_NOTES_BYTES } from './note-log.ts';

/** One meeting's notes as they were read, for the server to write in. */
export interface Writing {
  meetingId: string;
  /** Number of whoever it is written for. */
  author: number;
  doc: Y.Doc;
  /** Agenda items of the meeting. */
  sections: readonly string[];
  /** Of the log until now, in bytes. */
  weight: number;
}

/** The one update that a change makes in a document; null: it changes nothing. */
export function updateOf(doc: Y.Doc, change: () => void): Uint8Array | null {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array) => updates.push(update);
  doc.on('update', keep);
  doc.transact(change);
  doc.off('update', keep);
  return updates[0] ?? null;
}

/**
 * Appends to the log an update that was made in the document just now (updateOf); it has to pass the gate that people's own
 * updates pass. The caller holds the lock of the notes (lockNotes).
 */
export async function appendUpdate(trx: Trx, writing: Writing, update: Uint8Array): Promise<'written' | 'too-large'> {
  const { meetingId, author, doc, sections, weight } = writing;
  if (weight + update.length > MAX_NOTES_BYTES) return 'too-large';
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc));
  clocks.delete(doc.clientID);
  const checked = checkUpdate(update, author, { clocks, owners: new Map(), sections: new Set(sections) });
  if (!checked.ok && checked.reason === 'too-large') return 'too-large';
  if (!checked.ok) throw new Error(`The server's own writing does not pass the gate: ${checked.reason}.`);
  const clients = checked.update.newClients.map((clientId) => ({ clientId, author }));
  const row = { id: nextLogId(), meetingId, body: encodeParts([{ author, n: 0, update }]), clients };
  if ((await appendLog(trx, [row])).length > 0) throw new Error('Two rows of the log were given the same id; try again.');
  return 'written';
}

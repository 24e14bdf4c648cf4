import * as Y from 'yjs';
import { seeded, Typist } from './typist.ts';

const AUTHORS = 6;

/** What was written in a meeting of three hours, update by update, and as one. */
export interface Past {
  updates: Uint8Array[];
  whole: Uint8Array;
  stateVector: Uint8Array;
  /** Yjs clients that wrote it. */
  clients: number[];
  characters: number;
}

/** Six people who type by turns, some keys each time, and take back one key in twenty-five. */
export function writePast(section: string, count: number): Past {
  const doc = new Y.Doc();
  const random = seeded(count);
  const clients = Array.from({ length: AUTHORS }, (_, author) => 1000 + author);
  const typists = clients.map((client) => new Typist(doc, section, client));
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  while (updates.length < count) {
    const turn = Math.floor(random() * AUTHORS);
    // one document that several write: each by turns under their own client id
    doc.clientID = clients[turn] ?? 0;
    for (let keys = 1 + random() * 20; keys > 0 && updates.length < count; keys -= 1) {
      if (random() < 0.04) typists[turn]?.erase();
      else typists[turn]?.key();
    }
  }
  const characters = doc.getXmlFragment(section).toString().length;
  return { updates, whole: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc), clients, characters };
}

/** A part of such updates, as one. */
export function merged(updates: readonly Uint8Array[]): Pick<Past, 'whole' | 'stateVector'> {
  const doc = new Y.Doc();
  // in one transaction: Y.mergeUpdates costs a hundred times more
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return { whole: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) };
}

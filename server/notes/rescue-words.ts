import * as Y from 'yjs';
import { sectionName } from '#app/model/notes.ts';
import { encodeParts, type NotePart, PUT_BACK } from '#app/model/notes-frames.ts';
import type { Trx } from '#db/client.ts';
import { readAuthors } from '#db/notes/authors.ts';
import { appendLog, lockNotes, type NoteSections, readLog, readSections } from '#db/notes/log.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { encodeDeletions } from './delete-sets.ts';
import { findLostWords, type LostBlock } from './find-lost-words.ts';
import { nextLogId } from './log-ids.ts';
import { MAX_NOTES_BYTES, weightOf } from './note-log.ts';
import { putWordsBack } from './put-words-back.ts';

/** Most blocks that are put back at once; the others have their turn in the next run. */
const MAX_BLOCKS = 50;

export interface RescueAnswer {
  /** How many blocks' words were put back. */
  putBack: number;
  /** Whether there are others left. */
  more: boolean;
}

/**
 * Puts back what people typed into blocks that colleagues took away at the same moment: nobody deleted those words
 * (find-lost-words.ts). They come back in their author's name. What is written names what it puts back among its deletions,
 * so the same call again, in this process or another, changes nothing. Open pages are told after the commit.
 */
export async function rescueWords(services: Pick<Services, 'db' | 'live'>, meetingId: string): Promise<RescueAnswer> {
  const { db, live } = services;
  const answer = await inTransaction(db, (trx) => rescueIn(trx, meetingId));
  if (answer.putBack > 0) live.changed(meetingId, 'notes');
  return answer;
}

const NOTHING: RescueAnswer = { putBack: 0, more: false };

async function rescueIn(trx: Trx, meetingId: string): Promise<RescueAnswer> {
  await lockNotes(trx, meetingId);
  const stored = await readLog(trx, meetingId);
  const { doc, lost } = findLostWords(stored);
  if (lost.length === 0) return NOTHING;
  const [sections, { clients }] = await Promise.all([readSections(trx, meetingId), readAuthors(trx, meetingId)]);
  const placed = lost.flatMap((block) => {
    const home = homeAmong(doc, block, sections);
    return home ? [{ ...block, home }] : [];
  });
  const { parts, newClients } = write(doc, placed.slice(0, MAX_BLOCKS), new Map(clients.map(({ clientId, author }) => [clientId, author])));
  const weight = parts.reduce((sum, { update }) => sum + update.length, weightOf(stored));
  if (parts.length === 0 || weight > MAX_NOTES_BYTES) return NOTHING;
  const row = { id: nextLogId(), meetingId, body: encodeParts(parts), clients: newClients };
  const taken = await appendLog(trx, [row]);
  if (taken.length > 0) throw new Error('Two rows of the log were given the same id; try again.');
  return { putBack: Math.min(placed.length, MAX_BLOCKS), more: placed.length > MAX_BLOCKS };
}

type PlacedBlock = LostBlock & { home: NonNullable<LostBlock['home']> };

/** One update a block and author, each under one new client id an author, and one that says what has been put back. */
function write(doc: Y.Doc, blocks: readonly PlacedBlock[], authors: ReadonlyMap<number, number>) {
  const parts: NotePart[] = [];
  const newClients = new Map<number, number>();
  const lastAfter = new Map<unknown, Y.XmlElement>();
  let author = 0;
  doc.on('update', (update: Uint8Array) => parts.push({ author, n: PUT_BACK, update }));
  for (const { home, ...block } of blocks) {
    const byAuthor = Map.groupBy(block.pieces, ({ client }) => authors.get(client));
    for (const [number, pieces] of byAuthor) {
      if (number === undefined || pieces.every(({ text }) => text.trim() === '')) continue;
      author = number;
      doc.clientID = newClients.get(author) ?? randomClient();
      newClients.set(author, doc.clientID);
      const place = home.after ?? home.agendaItemId;
      const after = lastAfter.get(place) ?? home.after;
      const last = doc.transact(() => putWordsBack(doc, { ...block, pieces }, { ...home, after }, byAuthor.size === 1));
      if (last) lastAfter.set(place, last);
    }
    parts.push({ author, n: PUT_BACK, update: encodeDeletions(block.ranges) });
  }
  return { parts, newClients: [...newClients].map(([number, clientId]) => ({ clientId, author: number })) };
}

/**
 * Where a block stood, locked since or not: its words came before the lock, and would be compacted away. The end of the
 * first open section when that is known no longer. Null: its section is no more.
 */
function homeAmong(doc: Y.Doc, { home }: LostBlock, { all, locked }: NoteSections): LostBlock['home'] {
  if (home) return all.includes(home.agendaItemId) ? home : null;
  const agendaItemId = all.find((section) => !locked.includes(section)) ?? all[0];
  if (!agendaItemId) return null;
  const last: unknown = doc.getXmlFragment(sectionName(agendaItemId)).toArray().at(-1);
  return { agendaItemId, after: last instanceof Y.XmlElement ? last : null };
}

function randomClient(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

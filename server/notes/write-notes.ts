import * as Y from 'yjs';
import { type NoteBlock, sectionName } from '#app/model/notes.ts';
import { numberAuthor } from '#db/notes/authors.ts';
import { isSectionLocked } from '#db/notes/history.ts';
import { listSections, lockNotes, readLog } from '#db/notes/log.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { appendUpdate, updateOf } from './append-update.ts';
import { elementsOf } from './elements.ts';
import { weightOf } from './note-log.ts';
import { projectRecords } from './project-records.ts';
import { documentOf } from './read-notes.ts';

export type AppendNotesAnswer = { ok: true } | { ok: false; reason: 'section-unknown' | 'section-locked' | 'too-large' };

/**
 * Adds blocks at the end of a section of the notes, in somebody's name, while others type in it or not. Paragraphs whose id
 * the section has already are left out, and with any of them whatever has no id: the same call again changes nothing.
 * The caller has looked whether the person may. Open editors are told after the commit.
 */
export async function appendBlocks(
  services: Pick<Services, 'db' | 'live'>,
  meetingId: string,
  agendaItemId: string,
  blocks: readonly NoteBlock[],
  authorPersonId: string,
): Promise<AppendNotesAnswer> {
  const { db, live } = services;
  const author = await numberAuthor(db, meetingId, authorPersonId);
  const answer = await inTransaction(db, async (trx) => {
    await lockNotes(trx, meetingId);
    const sections = await listSections(trx, meetingId);
    if (!sections.includes(agendaItemId)) return { ok: false, reason: 'section-unknown' } as const;
    if (await isSectionLocked(trx, agendaItemId)) return { ok: false, reason: 'section-locked' } as const;
    const stored = await readLog(trx, meetingId);
    const doc = documentOf(stored);
    const update = writeInto(doc, agendaItemId, blocks);
    if (!update) return { ok: true, doc: null, sections } as const;
    const written = await appendUpdate(trx, { meetingId, author, doc, sections, weight: weightOf(stored) }, update);
    if (written === 'too-large') return { ok: false, reason: 'too-large' } as const;
    return { ok: true, doc, sections } as const;
  });
  if (!answer.ok) return answer;
  if (answer.doc) {
    live.changed(meetingId, 'notes');
    if (await projectRecords(db, meetingId, answer.doc, answer.sections)) live.changed(meetingId, 'records');
  }
  return { ok: true };
}

/** One Yjs update, by direct operations: rewriting a section from a reading of it would erase what is typed meanwhile. */
function writeInto(doc: Y.Doc, agendaItemId: string, blocks: readonly NoteBlock[]): Uint8Array | null {
  const section = doc.getXmlFragment(sectionName(agendaItemId));
  const present = new Set(section.toArray().map((child) => (child instanceof Y.XmlElement ? child.getAttribute('id') : undefined)));
  const known = (block: NoteBlock) => block.type === 'paragraph' && present.has(block.id);
  const again = blocks.some(known);
  const wanted = blocks.filter((block) => !known(block) && (block.type === 'paragraph' || !again));
  if (wanted.length === 0) return null;
  return updateOf(doc, () => section.push(elementsOf(wanted)));
}

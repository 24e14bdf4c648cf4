import type * as Y from 'yjs';
import { plainText } from '#app/model/note-runs.ts';
import { isRecordKind, type NoteBlock, type NoteParagraph, sectionName } from '#app/model/notes.ts';
import { normalise } from '#app/model/read-blocks.ts';
import { cleanLine } from '#app/model/text.ts';
import type { Database } from '#db/client.ts';
import { type RecordToKeep, replaceRecords } from '#db/notes/write.ts';

const MAX_BODY_CHARACTERS = 2000;

/**
 * Makes the records of a meeting (decisions, actions, proposals, take-aways) what its notes say now; the same notes again
 * change nothing. Answers whether anything changed. `sections`: agenda items in their order.
 */
export async function projectRecords(db: Database, meetingId: string, doc: Y.Doc, sections: readonly string[]): Promise<boolean> {
  return replaceRecords(db, meetingId, recordsOf(doc, sections));
}

export function recordsOf(doc: Y.Doc, sections: readonly string[]): RecordToKeep[] {
  const seen = new Set<string>();
  const records: RecordToKeep[] = [];
  for (const agendaItemId of sections) {
    for (const block of paragraphsOf(normalise(doc.getXmlFragment(sectionName(agendaItemId))))) {
      const record = recordOf(block, agendaItemId, records.length);
      // a block pasted into another section keeps its id: the first in the agenda's order is the record
      if (!record || seen.has(record.blockId)) continue;
      seen.add(record.blockId);
      records.push(record);
    }
  }
  return records;
}

function recordOf(block: NoteParagraph, agendaItemId: string, position: number): RecordToKeep | null {
  const body = cleanLine(plainText(block.inline)).slice(0, MAX_BODY_CHARACTERS).toWellFormed();
  // one that is only begun says nothing yet
  if (!isRecordKind(block.kind) || body === '') return null;
  const { id: blockId, kind, assigneeId, assignee, due: dueOn } = block;
  return { blockId, agendaItemId, kind, position, body, assigneeId, assignee, dueOn };
}

/** Every paragraph, whatever it stands in, in order. */
export function paragraphsOf(blocks: readonly NoteBlock[]): NoteParagraph[] {
  return blocks.flatMap((block) => (block.type === 'paragraph' ? [block] : paragraphsOf(innerBlocks(block))));
}

function innerBlocks(block: NoteBlock): NoteBlock[] {
  if (block.type === 'list') return block.items.flat();
  if (block.type === 'quote') return block.blocks;
  return block.type === 'table' ? block.rows.flat().flatMap((cell) => cell.blocks) : [];
}

import { blockText } from '#app/model/minutes-content.ts';
import type { NoteBlock, NoteSection } from '#app/model/notes.ts';
import { readNotesWithin } from '#server/notes/read-notes.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import type { Services } from '#server/services.ts';

/** Most characters that the notes of one meeting take from a file; what they weigh is a small multiple of it. */
export const MOST_IMPORTED = 900_000;
/** What is added at once, in characters and blocks, stays well below what one update may weigh. */
const PIECE = 30_000;
const PIECE_BLOCKS = 150;

/** Writes the blocks of each point that are not there yet, in order. */
export async function importNotes(
  services: Services,
  { meetingId, sections, authorPersonId }: { meetingId: string; sections: readonly NoteSection[]; authorPersonId: string },
): Promise<void> {
  if (sections.length === 0) return;
  const there = idsOf((await readNotesWithin(services.db, meetingId)).flatMap((section) => section.blocks));
  for (const { agendaItemId, blocks } of sections) {
    for (const piece of inPieces(blocks)) {
      if (
        idsOf(piece)
          .values()
          .some((id) => there.has(id))
      )
        continue;
      const written = await appendBlocks(services, meetingId, agendaItemId, piece, authorPersonId);
      if (!written.ok) throw new Error(`The notes of an import could not be written: ${written.reason}.`);
    }
  }
}

function inPieces(blocks: readonly NoteBlock[]): NoteBlock[][] {
  const pieces: NoteBlock[][] = [];
  let room = 0;
  for (const block of blocks) {
    const length = blockText(block).length;
    const last = pieces.at(-1);
    if (!last || length > room || last.length >= PIECE_BLOCKS) {
      pieces.push([block]);
      room = PIECE;
    } else last.push(block);
    room -= length;
  }
  return pieces.filter((piece) => idsOf(piece).size > 0);
}

/** Of all paragraphs, also those in lists and tables: what tells that a piece was written before. */
function idsOf(blocks: readonly NoteBlock[]): Set<string> {
  return new Set(
    blocks.flatMap((block): string[] => {
      switch (block.type) {
        case 'paragraph':
          return [block.id];
        case 'list':
          return [...idsOf(block.items.flat())];
        case 'quote':
          return [...idsOf(block.blocks)];
        case 'table':
          return [...idsOf(block.rows.flat().flatMap((cell) => cell.blocks))];
        default:
          return [];
      }
    }),
  );
}

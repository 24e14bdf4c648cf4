import { plainText } from '#app/model/note-runs.ts';
import type { NoteBlock, NoteParagraph } from '#app/model/notes.ts';
import type { DraftRow } from '#app/model/review-screen.ts';
import { paragraphsOf } from '#server/notes/project-records.ts';

export type SpeakerOf = (turn: NoteParagraph) => DraftRow['speaker'];

/**
 * A point of the notes in rows: another one where a turn begins, and around each block on which there are proposals, so that
 * they stand beside what they are about. `proposalsOn`: their ids, by paragraph.
 */
export function rowsOf(
  blocks: readonly NoteBlock[],
  speakerOf: SpeakerOf,
  proposalsOn: ReadonlyMap<string, readonly string[]>,
): DraftRow[] {
  const rows: DraftRow[] = [];
  let speaker: DraftRow['speaker'] = null;
  /** Of a turn, whose own line stands in the margin. */
  let carried: string[] = [];
  for (const [index, block] of blocks.entries()) {
    const proposals = paragraphsOf([block]).flatMap(({ id }) => proposalsOn.get(id) ?? []);
    if (block.type === 'paragraph' && block.kind === 'turn') {
      speaker = speakerOf(block);
      carried = [...carried, ...proposals];
      const next = blocks[index + 1];
      const alone = !next || (next.type === 'paragraph' && next.kind === 'turn');
      if (alone && carried.length > 0) {
        rows.push({ key: block.id, speaker, blocks: [], proposals: carried });
        [speaker, carried] = [null, []];
      }
      continue;
    }
    const mine = [...carried, ...proposals];
    carried = [];
    if (isBlank(block) && mine.length === 0) continue;
    const last = rows.at(-1);
    if (last && !speaker && mine.length === 0 && last.proposals.length === 0) last.blocks.push(block);
    else rows.push({ key: keyOf(block, index), speaker, blocks: [block], proposals: mine });
    speaker = null;
  }
  return rows;
}

const keyOf = (block: NoteBlock, index: number) => (block.type === 'paragraph' ? block.id : `row-${index}`);

function isBlank(block: NoteBlock): boolean {
  return block.type === 'paragraph' && plainText(block.inline).trim() === '';
}

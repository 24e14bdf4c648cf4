import type { NoteBlock as Block } from '#app/model/notes.ts';
import type { ReviewSection } from '#server/reviews/read-review-page.ts';

export const cellsOf = (table: Block & { type: 'table' }): Block[] => table.rows.flat().flatMap((cell) => cell.blocks);

/** Ids of the paragraphs in a block, however deep. */
export function idsIn(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return [block.id];
    case 'list':
      return block.items.flat().flatMap(idsIn);
    case 'quote':
      return block.blocks.flatMap(idsIn);
    case 'table':
      return cellsOf(block).flatMap(idsIn);
    case 'heading':
    case 'rule':
      return [];
  }
}

export function keyOf(blocks: readonly Block[]): string {
  return blocks.flatMap(idsIn)[0] ?? JSON.stringify(blocks).slice(0, 40);
}

/** What the page has a place for: paragraphs by their id, points of the agenda by theirs. */
export function placesOn(sections: readonly ReviewSection[]): { paragraphs: ReadonlySet<string>; points: ReadonlySet<string> } {
  return {
    paragraphs: new Set(sections.flatMap((section) => section.rows.flatMap((row) => row.blocks.flatMap(idsIn)))),
    points: new Set(sections.flatMap(({ agendaItemId }) => agendaItemId ?? [])),
  };
}

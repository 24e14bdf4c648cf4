import type { NoteBlock } from './notes.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** How many words notes hold; a sign on its own is none. */
export function countWords(blocks: readonly NoteBlock[]): number {
  let words = 0;
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        words +=
          block.inline
            .map(({ text }) => text)
            .join('')
            .match(WORD)?.length ?? 0;
        break;
      case 'list':
        words += countWords(block.items.flat());
        break;
      case 'quote':
        words += countWords(block.blocks);
        break;
      case 'table':
        words += countWords(block.rows.flat().flatMap((cell) => cell.blocks));
        break;
      case 'rule':
        break;
    }
  }
  return words;
}

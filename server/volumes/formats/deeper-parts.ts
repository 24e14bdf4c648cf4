import type { TypstBlock } from '#server/minutes/formats/typst-blocks.ts';
import type { Reference, TypstPart } from '#server/minutes/formats/typst-parts.ts';

/** The parts of minutes one level of headings lower, below the title of their session; their names get a prefix of their own. */
export function deeper(parts: readonly TypstPart[], prefix: string): TypstPart[] {
  const named = <Part extends { a?: string }>(part: Part): Part => (part.a === undefined ? part : { ...part, a: prefix + part.a });
  const led = (item: Reference): Reference => (item.to === undefined ? item : { ...item, to: prefix + item.to });
  const blocksOf = (blocks: readonly TypstBlock[]): TypstBlock[] => blocks.map(blockOf);
  function blockOf(block: TypstBlock): TypstBlock {
    switch (block.type) {
      case 'heading':
        return named({ ...block, level: block.level + 1 });
      case 'list':
        return { ...block, items: block.items.map(blocksOf) };
      case 'quote':
        return { ...block, blocks: blocksOf(block.blocks) };
      case 'table': {
        const rowOf = (row: (typeof block.rows)[number]) => row.map((cell) => ({ ...cell, blocks: blocksOf(cell.blocks) }));
        return { ...block, head: block.head && rowOf(block.head), rows: block.rows.map(rowOf) };
      }
      case 'rule':
        return block;
      default:
        return named(block);
    }
  }
  return parts.map((part) => {
    switch (part.type) {
      case 'gist':
        return { ...part, level: 2, items: part.items.map(led) };
      case 'references':
        return { ...part, items: part.items.map(led) };
      case 'say':
        return named({ ...part, level: part.level + 1, rows: part.rows.map(blocksOf) });
      case 'aside':
        return { ...part, blocks: blocksOf(part.blocks) };
      case 'contents':
        return part;
      default:
        return blockOf(part);
    }
  });
}

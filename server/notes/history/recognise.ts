import * as Y from 'yjs';
import { plainText } from '#app/model/note-runs.ts';
import type { Inline, NoteBlock, NoteParagraph } from '#app/model/notes.ts';
import type { Placed } from '#app/model/read-blocks.ts';
import { paragraphsOf } from '../project-records.ts';

/** What each paragraph of a section was read as (app/model/read-blocks.ts). */
export type Places = ReadonlyMap<Placed, NoteParagraph>;

/**
 * What each node of the document and each wanted block goes by: the same name, the same thing. Two are the same when they
 * have one shape and a paragraph in common; what holds none (a heading, a rule) has its words in the shape.
 */
export function keysOf(now: readonly Y.XmlElement[], wanted: readonly NoteBlock[], places: Places): [string[], string[]] {
  const names = now.map((_, index) => `only now ${index}`);
  const byMark = new Map<string, number[]>();
  for (const [index, element] of now.entries()) {
    for (const mark of marksOf(shapeOfElement(element), idsUnder(element, places))) byMark.set(mark, [...(byMark.get(mark) ?? []), index]);
  }
  const taken = new Set<number>();
  const wantedNames = wanted.map((block, position) => {
    const candidates = marksOf(shapeOf(block), idsOf(block)).flatMap((mark) => byMark.get(mark) ?? []);
    const match = candidates.find((index) => !taken.has(index));
    if (match !== undefined) {
      taken.add(match);
      names[match] = `${position}`;
    }
    return `${position}`;
  });
  return [names, wantedNames];
}

const marksOf = (shape: string, ids: readonly string[]) => (ids.length > 0 ? ids.map((id) => `${shape}\n${id}`) : [shape]);

/** Each paragraph that stands elsewhere by now is given another id, here and below. */
export function renamed(block: NoteBlock, taken: ReadonlySet<string>): NoteBlock {
  const each = (blocks: readonly NoteBlock[]) => blocks.map((inner) => renamed(inner, taken));
  switch (block.type) {
    case 'paragraph':
      return taken.has(block.id) ? { ...block, id: crypto.randomUUID() } : block;
    case 'list':
      return { ...block, items: block.items.map(each) };
    case 'quote':
      return { ...block, blocks: each(block.blocks) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: each(cell.blocks) }))) };
    default:
      return block;
  }
}

export function sameParagraph(now: NoteParagraph | undefined, wanted: NoteParagraph): boolean {
  return now !== undefined && canonical(now) === canonical(wanted);
}

// PostgreSQL gives the keys of an object back in an order of its own
const canonical = ({ kind, inline, speakerId, assigneeId, assignee, due }: NoteParagraph) =>
  JSON.stringify([kind, inline.map(runOf), speakerId, assigneeId, assignee, due]);
const runOf = ({ text, bold, italic, underline, href }: Inline) => [text, bold, italic, underline, href];

const idsOf = (block: NoteBlock) => paragraphsOf([block]).map(({ id }) => id);

function idsUnder(element: Y.XmlElement, places: Places): string[] {
  const own = places.get(element);
  if (own) return [own.id];
  return element.toArray().flatMap((child) => (child instanceof Y.XmlElement ? idsUnder(child, places) : []));
}

function shapeOf(block: NoteBlock): string {
  switch (block.type) {
    case 'heading':
      return `heading ${plainText(block.inline)}`;
    case 'list':
      return block.ordered ? 'orderedList' : 'bulletList';
    case 'table':
      return `table ${block.rows.map((row) => row.map(({ header }) => (header ? 'h' : 'c')).join(''))}`;
    default:
      return block.type;
  }
}

/** The same of a node; the item of a list is asked for as a quote. */
function shapeOfElement(element: Y.XmlElement): string {
  switch (element.nodeName) {
    case 'heading':
      return `heading ${childrenOf(element).map(wordsOf).join('')}`;
    case 'table':
      return `table ${childrenOf(element).map((row) => childrenOf(row).map(letterOf).join(''))}`;
    case 'listItem':
    case 'blockquote':
      return 'quote';
    case 'horizontalRule':
      return 'rule';
    default:
      return element.nodeName;
  }
}

const childrenOf = (node: unknown): unknown[] => (node instanceof Y.XmlElement ? node.toArray() : []);
const letterOf = (cell: unknown) => (cell instanceof Y.XmlElement && cell.nodeName === 'tableHeader' ? 'h' : 'c');

function wordsOf(child: unknown): string {
  if (!(child instanceof Y.XmlText)) return '\n';
  return (child.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}

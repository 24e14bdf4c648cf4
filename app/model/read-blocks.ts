import * as Y from 'yjs';
import { parseIsoDay } from './iso-day.ts';
import { appendText, runsOf } from './note-runs.ts';
import { type BlockKind, type Inline, isBlockKind, MAX_DEPTH, type NoteBlock, type NoteParagraph, type NoteTableCell } from './notes.ts';
import { cleanLine } from './text.ts';

/** Most that is read of one section; the gate keeps documents far below (shadow.ts). */
const MAX_BLOCKS = 20_000;

/** A node, with its place in the document's history. */
export type Placed = Pick<Y.XmlFragment, '_item'>;

interface Reading {
  blocks: number;
  ids: Set<string>;
  /** What each paragraph was read as. */
  places: Map<Placed, NoteParagraph>;
}

/**
 * Reads a section of the shared document as blocks that are always valid, whatever was written: unknown nodes give what they
 * hold, text outside of a block gets one, ids are unique, values that make no sense are left out.
 * It only reads. The binding's own conversion deletes what it does not know, in everybody's document.
 */
export function normalise(section: Y.XmlFragment): NoteBlock[] {
  return normalisePlaced(section).blocks;
}

/** The same, with what each paragraph of the document was read as: under an id that is not always the one it carries. */
export function normalisePlaced(section: Y.XmlFragment): { blocks: NoteBlock[]; places: ReadonlyMap<Placed, NoteParagraph> } {
  const reading: Reading = { blocks: 0, ids: new Set(), places: new Map() };
  return { blocks: blocksOf(section, 1, reading), places: reading.places };
}

/** What one node of a section is read as by itself; with the ids that it gives, which the section must not hold twice. */
export function readNode(node: Y.XmlElement): { blocks: NoteBlock[]; ids: ReadonlySet<string> } {
  const reading: Reading = { blocks: 0, ids: new Set(), places: new Map() };
  return { blocks: blockOf(node, 1, reading), ids: reading.ids };
}

function blocksOf(parent: Y.XmlFragment, depth: number, reading: Reading): NoteBlock[] {
  const blocks: NoteBlock[] = [];
  let loose: Inline[] = [];
  const closeLoose = (at: Placed) => {
    if (loose.length > 0) blocks.push(paragraph(at, loose, {}, reading));
    loose = [];
  };
  for (const child of childrenOf(parent)) {
    reading.blocks += 1;
    if (reading.blocks > MAX_BLOCKS) break;
    if (child instanceof Y.XmlText) loose = joined(loose, runsOf(child));
    else if (child instanceof Y.XmlElement) {
      closeLoose(parent);
      blocks.push(...blockOf(child, depth, reading));
    }
  }
  closeLoose(parent);
  return blocks;
}

function blockOf(element: Y.XmlElement, depth: number, reading: Reading): NoteBlock[] {
  // deeper than the gate lets through: what is said there is kept, its place is not
  if (depth > MAX_DEPTH) return [paragraph(element, textOf(element), {}, reading)];
  const attributes: Record<string, unknown> = element.getAttributes();
  switch (element.nodeName) {
    case 'paragraph':
      return [paragraph(element, inlineOf(element), attributes, reading)];
    case 'heading':
      return [{ type: 'heading', level: Number(attributes.level) === 4 ? 4 : 3, inline: inlineOf(element) }];
    case 'bulletList':
    case 'orderedList':
      return listOf(element, element.nodeName === 'orderedList', depth, reading);
    case 'blockquote': {
      const inner = blocksOf(element, depth + 1, reading);
      return inner.length > 0 ? [{ type: 'quote', blocks: inner }] : [];
    }
    case 'table':
      return tableOf(element, depth, reading);
    case 'horizontalRule':
      return [{ type: 'rule' }];
    case 'hardBreak':
      return [];
    default:
      return blocksOf(element, depth + 1, reading);
  }
}

function listOf(list: Y.XmlElement, ordered: boolean, depth: number, reading: Reading): NoteBlock[] {
  const items = childrenOf(list)
    .map((child) => {
      if (!(child instanceof Y.XmlElement)) return [];
      return child.nodeName === 'listItem' ? blocksOf(child, depth + 2, reading) : blockOf(child, depth + 2, reading);
    })
    .filter((item) => item.length > 0);
  return items.length > 0 ? [{ type: 'list', ordered, items }] : [];
}

function tableOf(table: Y.XmlElement, depth: number, reading: Reading): NoteBlock[] {
  const rows = childrenOf(table)
    .map((row) => (row instanceof Y.XmlElement ? childrenOf(row).flatMap((cell) => cellOf(cell, depth, reading)) : []))
    .filter((cells) => cells.length > 0);
  return rows.length > 0 ? [{ type: 'table', rows }] : [];
}

function cellOf(cell: unknown, depth: number, reading: Reading): NoteTableCell[] {
  if (!(cell instanceof Y.XmlElement)) return [];
  const isCell = cell.nodeName === 'tableHeader' || cell.nodeName === 'tableCell';
  return [
    { header: cell.nodeName === 'tableHeader', blocks: isCell ? blocksOf(cell, depth + 3, reading) : blockOf(cell, depth + 3, reading) },
  ];
}

function paragraph(at: Placed, inline: Inline[], attributes: Record<string, unknown>, reading: Reading): NoteBlock {
  const kind: BlockKind = isBlockKind(attributes.kind) ? attributes.kind : 'text';
  const read: NoteParagraph = {
    type: 'paragraph',
    id: idOf(at, attributes.id, reading),
    kind,
    inline,
    speakerId: uuidOf(attributes.speakerId),
    assigneeId: uuidOf(attributes.assigneeId),
    assignee: typeof attributes.assignee === 'string' ? cleanLine(attributes.assignee).slice(0, 200) : '',
    due: parseIsoDay(attributes.due),
  };
  reading.places.set(at, read);
  return read;
}

/** The block's own id; when it has none, or one that is taken (a split copies it), one from its place in the document's history, which never changes. */
function idOf(at: Placed, given: unknown, { ids }: Reading): string {
  const own = typeof given === 'string' && /^[\w-]{1,64}$/.test(given) && !ids.has(given) ? given : null;
  const { client, clock } = at._item?.id ?? { client: 0, clock: ids.size };
  let id = own ?? `y-${client}-${clock}`;
  while (ids.has(id)) id += '-';
  ids.add(id);
  return id;
}

function uuidOf(value: unknown): string | null {
  return typeof value === 'string' && /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(value) ? value : null;
}

/** Texts and line breaks of a text block. */
function inlineOf(block: Y.XmlElement): Inline[] {
  return childrenOf(block).reduce<Inline[]>((runs, child) => {
    if (child instanceof Y.XmlText) return joined(runs, runsOf(child));
    if (child instanceof Y.XmlElement) return child.nodeName === 'hardBreak' ? joined(runs, [{ text: '\n' }]) : joined(runs, textOf(child));
    return runs;
  }, []);
}

/** All text under a node, however deep: a loop and not a recursion, because depth is what a hostile document has. */
function textOf(element: Y.XmlElement): Inline[] {
  let runs: Inline[] = [];
  const ahead: unknown[] = [element];
  while (ahead.length > 0) {
    const next = ahead.pop();
    if (next instanceof Y.XmlText) runs = joined(runs, runsOf(next));
    else if (next instanceof Y.XmlElement) ahead.push(...childrenOf(next).reverse());
  }
  return runs;
}

function joined(before: Inline[], after: Inline[]): Inline[] {
  for (const run of after) appendText(before, run);
  return before;
}

// a fragment holds whatever was put there, whatever its type says
function childrenOf(parent: Y.XmlFragment): unknown[] {
  return parent.toArray();
}

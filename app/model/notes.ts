/**
 * Version of the schema below. A client with an older one would delete, in everybody's document, what it does not know:
 * it may read, and writes again once its page is loaded anew. Raise it with every change of NODES, MARKS or ATTRIBUTES, or of
 * what the editor's schema bears. 2: bears lists, items, quotes, tables and cells that are empty.
 */
export const SCHEMA_VERSION = 2;

/** What a paragraph is. An attribute and not a type of node: changing it keeps what a colleague types in the block at that moment. */
export const BLOCK_KINDS = ['text', 'turn', 'takeaway', 'question', 'caution', 'agreement', 'decision', 'action', 'proposal'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** Blocks of the notes that become records to follow up. */
export const RECORD_KINDS = ['decision', 'action', 'proposal', 'takeaway'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export function isBlockKind(value: unknown): value is BlockKind {
  return BLOCK_KINDS.some((kind) => kind === value);
}
export function isRecordKind(value: unknown): value is RecordKind {
  return RECORD_KINDS.some((kind) => kind === value);
}

/** Every type of node that the notes hold; inside a paragraph or a heading: text and hardBreak only. */
export const NODES = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'hardBreak',
  'horizontalRule',
] as const;
export type NodeName = (typeof NODES)[number];

/** The nodes that hold text; every other one holds nodes. */
export const TEXT_BLOCKS: readonly NodeName[] = ['paragraph', 'heading'];

/** Formats of text. `link` carries an object of LINK_ATTRIBUTES, the others an empty one. */
export const MARKS = ['bold', 'italic', 'underline', 'link'] as const;
export type MarkName = (typeof MARKS)[number];
export const LINK_ATTRIBUTES = ['href', 'target', 'rel', 'class', 'title'] as const;

/** Attributes that a node may carry; the others carry none. Values are texts, numbers, or (colwidth) lists of numbers. */
export const ATTRIBUTES: Readonly<Partial<Record<NodeName, readonly string[]>>> = {
  paragraph: ['id', 'kind', 'speakerId', 'assigneeId', 'assignee', 'due'],
  heading: ['level'],
  orderedList: ['start', 'type'],
  tableHeader: ['colspan', 'rowspan', 'colwidth', 'align'],
  tableCell: ['colspan', 'rowspan', 'colwidth', 'align'],
};

/** Most that one update may weigh, in bytes; more is sent in several. */
export const MAX_UPDATE_BYTES = 256 * 1024;
/** Most nodes inside one another: nine levels of a list, as Word has them, in a cell of a table. */
export const MAX_DEPTH = 24;
/** Most columns or rows that one cell of a table spans. */
export const MAX_SPAN = 100;
/** Most that one client's presence may weigh, in bytes. */
export const MAX_PRESENCE_BYTES = 1024;

/** Name, in the Yjs document of a meeting, of the XmlFragment that holds an agenda item's notes. */
export function sectionName(agendaItemId: string): string {
  return `s:${agendaItemId}`;
}

/** The agenda item of a fragment's name; null when it is not the name of a section. */
export function agendaItemOf(name: string): string | null {
  return /^s:([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/.exec(name)?.[1] ?? null;
}

/** A run of text; '\n' is a line break within the block. */
export interface Inline {
  text: string;
  bold?: true;
  italic?: true;
  underline?: true;
  /** http:, https:, mailto: or tel: address. */
  href?: string;
}

/** The one block that people type in. */
export interface NoteParagraph {
  type: 'paragraph';
  /** Unique in the meeting's notes. */
  id: string;
  kind: BlockKind;
  inline: Inline[];
  /** Who speaks, of a turn: an attendance of the meeting, when picked from the list. */
  speakerId: string | null;
  /** Who does it, of an action: an attendance of the meeting, when picked from the list. */
  assigneeId: string | null;
  /** The same as written; '' when nobody is named. */
  assignee: string;
  /** Day by which it is due, ISO ('2022-09-30'). */
  due: string | null;
}

/** What notes are made of once read from the shared document (read-blocks.ts): always valid, whatever was written. */
export type NoteBlock =
  | NoteParagraph
  | { type: 'heading'; level: 3 | 4; inline: Inline[] }
  | { type: 'list'; ordered: boolean; items: NoteBlock[][] }
  | { type: 'quote'; blocks: NoteBlock[] }
  | { type: 'table'; rows: NoteTableCell[][] }
  | { type: 'rule' };

export interface NoteTableCell {
  header: boolean;
  blocks: NoteBlock[];
}

/** The notes of one agenda item. */
export interface NoteSection {
  agendaItemId: string;
  blocks: NoteBlock[];
}

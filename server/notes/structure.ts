import * as Y from 'yjs';
import { ATTRIBUTES, isRecordKind, MAX_SPAN, type NodeName } from '#app/model/notes.ts';
import type { Refusal } from '#app/model/notes-protocol.ts';
import { faultOfPlace, type Sections } from './places.ts';

const BLOCKS: readonly string[] = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'table', 'horizontalRule'];

/**
 * Which nodes may stand in which. The type of a node and its parent never change in Yjs, so what honest editors write keeps
 * to this whatever happens at once; a node elsewhere stops their editors, or makes them delete it in everybody's name.
 */
const CHILDREN: Readonly<Record<NodeName, readonly string[]>> = {
  paragraph: ['hardBreak'],
  heading: ['hardBreak'],
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: BLOCKS,
  blockquote: BLOCKS,
  table: ['tableRow'],
  tableRow: ['tableHeader', 'tableCell'],
  tableHeader: BLOCKS,
  tableCell: BLOCKS,
  hardBreak: [],
  horizontalRule: [],
};

const isNode = (name: string): name is NodeName => name in CHILDREN;
const holdsText = (name: string) => name === 'paragraph' || name === 'heading';

/**
 * Looks at what some clients added to a document, where it now stands; gives the fault of the first thing that may not be there.
 * `clients`: those that added; `before`: the clocks that each was at.
 */
export function faultOfNew(doc: Y.Doc, clients: Iterable<number>, before: ReadonlyMap<number, number>, sections: Sections): Refusal | null {
  for (const client of clients) {
    const structs = doc.store.clients.get(client) ?? [];
    const held = before.get(client) ?? 0;
    for (let index = structs.length - 1; index >= 0; index -= 1) {
      const struct = structs[index];
      if (!struct || struct.id.clock + struct.length <= held) break;
      const fault = struct instanceof Y.Item ? faultOfItem(doc, struct, sections) : null;
      if (fault) return fault;
    }
  }
  return null;
}

function faultOfItem(doc: Y.Doc, item: Y.Item, sections: Sections): Refusal | null {
  const { content, parentSub } = item;
  const parent: unknown = item.parent;
  if (content instanceof Y.ContentDeleted) return null;
  if (parent instanceof Y.XmlText) {
    const isText = content instanceof Y.ContentString || content instanceof Y.ContentFormat;
    return isText && parentSub === null ? faultOfPlace(doc, parent, sections) : 'malformed';
  }
  if (parent instanceof Y.XmlElement) {
    if (parentSub !== null) {
      const known = isNode(parent.nodeName) ? ATTRIBUTES[parent.nodeName] : undefined;
      const isKnown =
        content instanceof Y.ContentAny && known?.includes(parentSub) && content.arr.every((value) => isValueOf(parentSub, value));
      return isKnown ? faultOfPlace(doc, parent, sections) : 'malformed';
    }
    return mayHold(parent.nodeName, content) ? faultOfPlace(doc, parent, sections) : 'malformed';
  }
  if (parent instanceof Y.XmlFragment) {
    const isBlock = content instanceof Y.ContentType && content.type instanceof Y.XmlElement && BLOCKS.includes(content.type.nodeName);
    return isBlock && parentSub === null ? faultOfPlace(doc, parent, sections) : 'malformed';
  }
  return 'malformed';
}

function mayHold(parent: string, content: Y.Item['content']): boolean {
  if (!(content instanceof Y.ContentType) || !isNode(parent)) return false;
  const { type } = content;
  if (type instanceof Y.XmlElement) return CHILDREN[parent].includes(type.nodeName);
  return type instanceof Y.XmlText && holdsText(parent);
}

const SPANS = ['colspan', 'rowspan'];
const NUMBERS = ['level', 'start'];
const MAX_ATTRIBUTE_CHARACTERS = 500;

function isValueOf(attribute: string, value: unknown): boolean {
  if (value === null) return true;
  // an editor makes a column for each that a cell claims to span
  if (SPANS.includes(attribute)) return Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= MAX_SPAN;
  if (NUMBERS.includes(attribute)) return Number.isFinite(value);
  if (attribute === 'colwidth') return Array.isArray(value) && value.length <= 20 && value.every((width) => Number.isFinite(width));
  return typeof value === 'string' && value.length <= MAX_ATTRIBUTE_CHARACTERS;
}

/** How many nodes (not texts) a document holds. */
export function countNodes(doc: Y.Doc): number {
  let count = 0;
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) if (struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentType) count += 1;
  }
  return count;
}

/** Whether a transaction may have changed a decision, an action, a proposal or a take-away: typing elsewhere need not be read again. */
export function touchesRecords(transaction: Y.Transaction): boolean {
  for (const [type, keys] of transaction.changed) {
    if (type instanceof Y.XmlText) {
      const block = type.parent;
      if (block instanceof Y.XmlElement && isRecordKind(block.getAttribute('kind'))) return true;
    } else if (type instanceof Y.XmlElement && holdsText(type.nodeName)) {
      if (keys.has('kind') || isRecordKind(type.getAttribute('kind'))) return true;
    } else return true;
  }
  return false;
}

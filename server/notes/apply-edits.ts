import * as Y from 'yjs';
import { plainText } from '#app/model/note-runs.ts';
import { type BlockKind, type Inline, type NoteParagraph, sectionName } from '#app/model/notes.ts';
import { normalisePlaced } from '#app/model/read-blocks.ts';
import { elementsOf } from './elements.ts';
import { turnText } from './history/turn-text.ts';

/** One change to one paragraph of the notes, wherever it stands: in a list, a quote or a cell too. */
export type BlockEdit =
  /** Another text; another kind when given. `expected`: what it has to say until now, as plain text, or else nothing is done. */
  | { do: 'replace'; blockId: string; inline: readonly Inline[]; kind?: BlockKind; expected?: string }
  /**
   * A new paragraph after another; null: before the one that is named so, or at the end of the point. One that is there under
   * its id already is left as it is.
   */
  | { do: 'insert'; agendaItemId: string; after: string | null; before?: string; block: NoteParagraph }
  | { do: 'delete'; blockId: string; expected?: string };

export type EditFault = 'block-unknown' | 'changed' | 'section-unknown';

/**
 * Makes these changes in a document, one after the other, with no more operations than the words that differ: whatever others
 * type meanwhile stays. Answers null, or the first fault: the document is then half changed and must be thrown away.
 * Call within a transaction of the document. `sections`: agenda items in their order.
 */
export function applyEdits(doc: Y.Doc, sections: readonly string[], edits: readonly BlockEdit[]): EditFault | null {
  let places = placesOf(doc, sections);
  for (const edit of edits) {
    const fault = edit.do === 'insert' ? insert(doc, sections, places, edit) : change(places, edit);
    if (fault) return fault;
    places = placesOf(doc, sections);
  }
  return null;
}

type Places = ReadonlyMap<string, { element: Y.XmlElement; paragraph: NoteParagraph }>;

/** Each paragraph by its id; a block pasted into another section keeps its id, and the first in the agenda's order has it. */
function placesOf(doc: Y.Doc, sections: readonly string[]): Places {
  const byId = new Map<string, { element: Y.XmlElement; paragraph: NoteParagraph }>();
  for (const agendaItemId of sections) {
    for (const [element, paragraph] of normalisePlaced(doc.getXmlFragment(sectionName(agendaItemId))).places) {
      const isParagraph = element instanceof Y.XmlElement && element.nodeName === 'paragraph';
      if (isParagraph && !byId.has(paragraph.id)) byId.set(paragraph.id, { element, paragraph });
    }
  }
  return byId;
}

function change(places: Places, edit: Extract<BlockEdit, { do: 'replace' | 'delete' }>): EditFault | null {
  const found = places.get(edit.blockId);
  if (!found) return 'block-unknown';
  const { element, paragraph } = found;
  if (edit.expected !== undefined && edit.expected !== plainText(paragraph.inline)) return 'changed';
  if (edit.do === 'delete') {
    takeAway(element);
    return null;
  }
  if (edit.kind && edit.kind !== paragraph.kind) element.setAttribute('kind', edit.kind);
  turnText(element, edit.inline);
  return null;
}

function insert(
  doc: Y.Doc,
  sections: readonly string[],
  places: Places,
  { agendaItemId, after, before, block }: Extract<BlockEdit, { do: 'insert' }>,
): EditFault | null {
  if (!sections.includes(agendaItemId)) return 'section-unknown';
  if (places.has(block.id)) return null;
  const made = elementsOf([block]);
  const beside = after ?? before;
  if (beside === undefined) {
    doc.getXmlFragment(sectionName(agendaItemId)).push(made);
    return null;
  }
  const found = places.get(beside);
  if (!found) return 'block-unknown';
  const neighbour = placeBeside(found.element, block.kind, after === null ? 'before' : 'after');
  const at = indexOf(neighbour) + (after === null ? 0 : 1);
  const parent = neighbour.parent as Y.XmlFragment;
  if (neighbour.nodeName === 'listItem') {
    const item = new Y.XmlElement('listItem');
    item.insert(0, made);
    parent.insert(at, [item]);
  } else parent.insert(at, made);
  return null;
}

/** What the new paragraph stands beside: another line of a list is an item of it; a turn or a decision stands by itself, outside the list. */
function placeBeside(element: Y.XmlElement, kind: BlockKind, side: 'before' | 'after'): Y.XmlElement {
  const above = element.parent;
  if (!(above instanceof Y.XmlElement)) return element;
  if (kind !== 'text') return placeBeside(above, kind, side);
  const isOuter = indexOf(element) === (side === 'after' ? above.length - 1 : 0);
  return above.nodeName === 'listItem' && isOuter ? above : element;
}

/** With whatever it leaves empty: an item without a line, a list without an item. A cell keeps its place, with an empty line. */
function takeAway(element: Y.XmlElement): void {
  const parent = element.parent as Y.XmlFragment;
  const alone = parent.length === 1 && parent instanceof Y.XmlElement;
  if (alone && /^table(Cell|Header)$/.test(parent.nodeName)) turnText(element, []);
  else if (alone) takeAway(parent);
  else parent.delete(indexOf(element), 1);
}

function indexOf(element: Y.XmlElement): number {
  return (element.parent as Y.XmlFragment).toArray().indexOf(element);
}

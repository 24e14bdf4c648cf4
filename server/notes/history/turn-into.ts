import * as Y from 'yjs';
import type { NoteBlock, NoteParagraph } from '#app/model/notes.ts';
import { normalisePlaced } from '#app/model/read-blocks.ts';
import { stepsBetween } from '#app/model/sequences.ts';
import { elementsOf } from '../elements.ts';
import { keysOf, type Places, renamed, sameParagraph } from './recognise.ts';
import { turnText } from './turn-text.ts';

/**
 * Makes a section of the shared document say what `wanted` says, by direct operations and as few as that takes: a paragraph
 * that is there under its id stays and is changed in place, so that what a colleague types in it meanwhile is kept; what is
 * missing is inserted, what is too much deleted. Call within a transaction of the document.
 * `taken`: ids that other sections use now; a block that was moved there comes back under another.
 * Not brought back: widths and merged cells of a table that was deleted, which versions do not hold.
 */
export function turnInto(section: Y.XmlFragment, wanted: readonly NoteBlock[], taken: ReadonlySet<string>): void {
  turnChildren(section, wanted, { places: normalisePlaced(section).places, taken });
}

interface Turning {
  places: Places;
  taken: ReadonlySet<string>;
}

function turnChildren(parent: Y.XmlFragment, wanted: readonly NoteBlock[], turning: Turning): void {
  const now = parent.toArray().filter((child) => child instanceof Y.XmlElement);
  const steps = stepsBetween(...keysOf(now, wanted, turning.places));
  // from the end, so that the places before stay as they are
  let at = now.length;
  for (const step of steps.reverse()) {
    if (step.change !== 'added') at -= 1;
    if (step.change === 'removed') parent.delete(at, 1);
    const block = step.change === 'removed' ? undefined : wanted[step.after];
    if (!block) continue;
    if (step.change === 'added') parent.insert(at, elementsOf([renamed(block, turning.taken)]));
    else turnBlock(now[step.before] as Y.XmlElement, block, turning);
  }
}

function turnBlock(element: Y.XmlElement, block: NoteBlock, turning: Turning): void {
  switch (block.type) {
    case 'paragraph':
      if (sameParagraph(turning.places.get(element), block)) break;
      turnAttributes(element, { kind: block.kind, ...fieldsOf(block) });
      turnText(element, block.inline);
      break;
    case 'heading':
      turnAttributes(element, { level: block.level });
      turnText(element, block.inline);
      break;
    case 'quote':
      turnChildren(element, block.blocks, turning);
      break;
    case 'list':
      turnItems(element, block.items, turning);
      break;
    case 'table':
      for (const [row, cells] of block.rows.entries()) {
        for (const [column, { blocks }] of cells.entries()) turnChildren(childAt(childAt(element, row), column), blocks, turning);
      }
      break;
    case 'rule':
      break;
  }
}

function fieldsOf({ speakerId, assigneeId, assignee, due }: NoteParagraph): Record<string, string | null> {
  return { speakerId, assigneeId, assignee: assignee || null, due };
}

/** Absent and null are the same; numbers stay numbers, as the editor's binding writes them. */
function turnAttributes(element: Y.XmlElement, wanted: Record<string, string | number | null>): void {
  for (const [name, value] of Object.entries(wanted)) {
    const now: unknown = element.getAttribute(name) ?? (name === 'kind' ? 'text' : null);
    if (now === value || (now === '' && value === null)) continue;
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value as string);
  }
}

/** The items of a list, told apart by the paragraphs in them. */
function turnItems(list: Y.XmlElement, wanted: readonly NoteBlock[][], turning: Turning): void {
  const now = list.toArray().filter((child) => child instanceof Y.XmlElement);
  const asQuotes = wanted.map((blocks): NoteBlock => ({ type: 'quote', blocks }));
  const steps = stepsBetween(...keysOf(now, asQuotes, turning.places));
  let at = now.length;
  for (const step of steps.reverse()) {
    if (step.change !== 'added') at -= 1;
    if (step.change === 'removed') list.delete(at, 1);
    const blocks = step.change === 'removed' ? undefined : wanted[step.after];
    if (!blocks) continue;
    if (step.change === 'same') turnChildren(now[step.before] as Y.XmlElement, blocks, turning);
    else {
      const item = new Y.XmlElement('listItem');
      item.insert(0, elementsOf(blocks.map((block) => renamed(block, turning.taken))));
      list.insert(at, [item]);
    }
  }
}

function childAt(element: Y.XmlElement, index: number): Y.XmlElement {
  return element.toArray().filter((child) => child instanceof Y.XmlElement)[index] as Y.XmlElement;
}

import * as Y from 'yjs';

/** A place in a text block of the shared document, which follows its text. */
export interface PlaceInText {
  block: Y.XmlElement;
  /** The block's own id, which a copy of it carries on. */
  blockId: string | null;
  /** The character on the left; null: the block has no text. */
  after: Y.RelativePosition | null;
  /** Characters from the start of the block, line breaks counted as one. */
  offset: number;
}

/** What an offset in a text block is in the shared document. */
export function locateInText(block: Y.XmlElement, offset: number): Pick<PlaceInText, 'after' | 'offset'> {
  let left = offset;
  for (const child of block.toArray()) {
    if (child instanceof Y.XmlText && left <= child.length)
      return { after: Y.createRelativePositionFromTypeIndex(child, left, -1), offset };
    left -= lengthOf(child);
  }
  return { after: null, offset };
}

/** Where a place is now: which child of which child of the section, and how far in it; null when its block is gone. */
export function locateElement({ block, after, offset }: PlaceInText, section: Y.XmlFragment): { path: number[]; offset: number } | null {
  const found = after && section.doc && Y.createAbsolutePositionFromRelativePosition(after, section.doc);
  const text: unknown = found?.type;
  // the character may have gone to another block with the text that holds it
  const holder: unknown = text instanceof Y.XmlText && text._item?.deleted === false ? text.parent : null;
  const at = holder instanceof Y.XmlElement ? holder : block;
  const path = pathOf(at, section);
  if (!path) return null;
  if (!found || at !== holder) return { path, offset };
  let before = found.index;
  for (const child of at.toArray()) {
    if (child === text) break;
    before += lengthOf(child);
  }
  return { path, offset: before };
}

function pathOf(element: Y.XmlElement, section: Y.XmlFragment): number[] | null {
  const path: number[] = [];
  let child: Y.XmlFragment = element;
  while (child !== section) {
    const parent: unknown = child.parent;
    if (child._item?.deleted !== false || !(parent instanceof Y.XmlFragment)) return null;
    path.unshift(parent.toArray().indexOf(child as Y.XmlElement));
    child = parent;
  }
  return path;
}

const lengthOf = (child: unknown) => (child instanceof Y.XmlText ? child.length : 1);

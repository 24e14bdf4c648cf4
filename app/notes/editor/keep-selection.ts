import { Extension } from '@tiptap/core';
import type { Node as ProseNode, ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, Plugin, Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { isFromYjs } from './block-ids.ts';
import { locateElement, locateInText, type PlaceInText } from './text-places.ts';

interface Kept {
  anchor: PlaceInText;
  head: PlaceInText;
}

/**
 * Keeps the caret where it is in the text while others write. The binding looks for the block that reads as before, or that
 * carries the same attributes, and puts the caret there as many characters from its start as it was: a colleague who writes
 * before it in the same block pushes the text under it, and what one types next lands in the middle of a word (theirs, or
 * one's own). The shared document knows better: it tells the character on the left, wherever that is now.
 */
export function keepSelection(beforeIncoming: (look: () => void) => () => void): Extension {
  return Extension.create({
    name: 'keepSelection',
    addProseMirrorPlugins() {
      let kept: Kept | null = null;
      return [
        new Plugin({
          // a key that follows at once, or on a slow machine, would act where the caret was before
          props: { handleDOMEvents: { keydown: (view) => readCaret(view) } },
          view(view) {
            const { doc, type } = sharedOf(view.state);
            // what one types oneself moves the caret by itself
            const keep = ({ origin }: Y.Transaction) => {
              kept = origin === ySyncPluginKey || origin instanceof Y.UndoManager ? null : placesOf(type, view.state);
            };
            doc.on('beforeTransaction', keep);
            const stopLooking = beforeIncoming(() => readCaret(view));
            return {
              destroy() {
                doc.off('beforeTransaction', keep);
                stopLooking();
              },
            };
          },
          appendTransaction(transactions, _before, state) {
            if (!kept || !transactions.some(isFromYjs)) return null;
            const { type } = sharedOf(state);
            const [anchor, head] = [kept.anchor, kept.head].map((place) => positionOf(place, type, state.doc));
            if (anchor === undefined || head === undefined) return null;
            const selection = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head));
            if (selection.eq(state.selection)) return null;
            // for the binding's own plugins this is still somebody else's change
            return state.tr.setSelection(selection).setMeta(ySyncPluginKey, { isChangeOrigin: true });
          },
        }),
      ];
    },
  });
}

/**
 * The browser tells where a click or an arrow put the caret with its next frame: what comes in before that would put it back,
 * and a key pressed before that would act where it was.
 * ProseMirror has no public way to ask; this is what it calls when it is told.
 */
function readCaret(view: EditorView): void {
  if (view.hasFocus() && !view.composing) (view as unknown as { domObserver: { flush(): void } }).domObserver.flush();
}

function sharedOf(state: EditorState): { doc: Y.Doc; type: Y.XmlFragment } {
  return ySyncPluginKey.getState(state) as { doc: Y.Doc; type: Y.XmlFragment };
}

function placesOf(section: Y.XmlFragment, { selection }: EditorState): Kept | null {
  if (!(selection instanceof TextSelection)) return null;
  const anchor = placeOf(section, selection.$anchor);
  const head = placeOf(section, selection.$head);
  return anchor && head ? { anchor, head } : null;
}

/** The block in the shared document has the same path as in the editor's: the two are alike whenever something comes in. */
function placeOf(section: Y.XmlFragment, $pos: ResolvedPos): PlaceInText | null {
  if (!$pos.parent.isTextblock) return null;
  let type: Y.XmlFragment = section;
  for (let depth = 0; depth < $pos.depth; depth += 1) {
    const child: unknown = type.toArray()[$pos.index(depth)];
    if (!(child instanceof Y.XmlElement)) return null;
    type = child;
  }
  return type instanceof Y.XmlElement ? { block: type, blockId: idOf($pos.parent), ...locateInText(type, $pos.parentOffset) } : null;
}

const idOf = ({ attrs }: ProseNode): string | null => (typeof attrs.id === 'string' ? attrs.id : null);

function positionOf(place: PlaceInText, section: Y.XmlFragment, doc: ProseNode): number | undefined {
  const found = locateElement(place, section);
  if (found) return positionAt(doc, found.path, found.offset);
  // a block that was moved or wrapped was made anew, with its id
  let copy: number | undefined;
  doc.descendants((node, pos) => {
    if (copy === undefined && place.blockId !== null && idOf(node) === place.blockId)
      copy = pos + 1 + Math.min(place.offset, node.content.size);
  });
  return copy ?? afterNeighbour(place, section, doc);
}

function positionAt(doc: ProseNode, path: readonly number[], offset: number): number | undefined {
  let node = doc;
  let pos = 0;
  for (const index of path) {
    if (index >= node.childCount) return undefined;
    for (let before = 0; before < index; before += 1) pos += node.child(before).nodeSize;
    pos += 1;
    node = node.child(index);
  }
  return node.isTextblock ? pos + Math.min(offset, node.content.size) : undefined;
}

/** The block is gone: the end of the one before it. */
function afterNeighbour({ block }: PlaceInText, section: Y.XmlFragment, doc: ProseNode): number | undefined {
  let item = block._item;
  while (item && item.parent !== section) item = item.parent instanceof Y.XmlElement ? item.parent._item : null;
  while (item?.deleted) item = item.left;
  const left: unknown = item?.content instanceof Y.ContentType ? item.content.type : null;
  const index = left instanceof Y.XmlElement ? section.toArray().indexOf(left) : -1;
  let pos = 0;
  for (let before = 0; before <= index && before < doc.childCount; before += 1) pos += doc.child(before).nodeSize;
  return Selection.near(doc.resolve(pos), index < 0 ? 1 : -1).head;
}

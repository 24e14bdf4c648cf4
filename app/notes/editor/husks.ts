import { Extension } from '@tiptap/core';
import type { Node as ProseNode, Schema } from '@tiptap/pm/model';
import { type Command, Plugin, TextSelection } from '@tiptap/pm/state';
import { isFromYjs } from './block-ids.ts';

/*
 * A husk is a list, an item, a quote, a table or a row with nothing in it that one could write in. No command makes one, but
 * two people do who delete one item each of a list of two. ProseMirror refuses such a node, and the Yjs binding deletes what
 * is refused, in everybody's name and with it what a third person is just writing there. So here they are borne, hidden by
 * the style sheet, and taken away by whoever next writes in the block or comes to it with Backspace or Delete.
 */

/** From now on nodes of this schema may be empty where its rules say "one or more". Commands still keep to the rules. */
export function tolerateHusks(schema: Schema): void {
  for (const type of Object.values(schema.nodes)) {
    if (type.isLeaf || type.inlineContent || type === schema.topNodeType) continue;
    const keepsToRules = type.validContent.bind(type);
    type.validContent = (content) => content.childCount === 0 || keepsToRules(content);
  }
}

/** Whether nobody can write in a node, and it shows nothing. */
export function isHusk(node: ProseNode): boolean {
  if (node.isLeaf || node.isTextblock) return false;
  return node.children.every(isHusk);
}

const isCell = (node: ProseNode) => node.type.spec.tableRole === 'cell' || node.type.spec.tableRole === 'header_cell';

export const Husks = Extension.create({
  name: 'husks',
  priority: 1400,
  onBeforeCreate() {
    tolerateHusks(this.editor.schema);
  },
  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch);
    return { Backspace: run(dropHusk('before')), Delete: run(dropHusk('after')) };
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, _before, state) {
        if (!transactions.some((tr) => tr.docChanged) || transactions.some(isFromYjs)) return null;
        const { $head } = state.selection;
        if ($head.depth < 2) return null;
        const { tr } = state;
        const start = $head.before(1);
        for (const { node, pos } of husksIn($head.node(1), start + 1).reverse()) {
          if (!isCell(node)) tr.delete(pos, pos + node.nodeSize);
          else tr.insert(pos + 1, state.schema.node('paragraph'));
        }
        return tr.docChanged ? tr.setStoredMarks(state.storedMarks) : null;
      },
      props: {
        handleDOMEvents: {
          // nothing but husks: there would be nowhere to write
          focus(view) {
            const { doc, schema, tr } = view.state;
            if (!view.editable || !doc.children.every(isHusk)) return false;
            tr.insert(doc.content.size, schema.node('paragraph'));
            view.dispatch(tr.setSelection(TextSelection.atEnd(tr.doc)));
            return false;
          },
        },
      },
    }),
  ],
});

/** The husks inside a block, each as far out as it goes; a cell keeps its place in the row. */
function husksIn(block: ProseNode, start: number): { node: ProseNode; pos: number }[] {
  const husks: { node: ProseNode; pos: number }[] = [];
  block.descendants((node, offset) => {
    const isOne = isHusk(node) && (isCell(node) || !node.children.some(isCell));
    if (isOne) husks.push({ node, pos: start + offset });
    return !isOne && !node.isTextblock;
  });
  return husks;
}

/** Backspace at the start of a text, or Delete at its end, takes away the husk that stands there. */
export function dropHusk(side: 'before' | 'after'): Command {
  return (state, dispatch) => {
    const { $head, empty } = state.selection;
    if (!empty || !$head.parent.isTextblock) return false;
    if ($head.parentOffset !== (side === 'before' ? 0 : $head.parent.content.size)) return false;
    const $edge = state.doc.resolve(side === 'before' ? $head.before() : $head.after());
    const husk = side === 'before' ? $edge.nodeBefore : $edge.nodeAfter;
    if (!husk || !isHusk(husk)) return false;
    const pos = side === 'before' ? $edge.pos - husk.nodeSize : $edge.pos;
    dispatch?.(state.tr.delete(pos, pos + husk.nodeSize));
    return true;
  };
}

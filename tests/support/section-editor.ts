import { getSchema } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { nodesAndMarks } from '#app/notes/editor/schema.ts';

export const schema = getSchema(nodesAndMarks);

/**
 * Does to a section what an editor does with a command, its caret in front of `before` (or over `over`), and writes it as the
 * page's binding does: one Yjs transaction, in which what did not change is left alone. Throws when the command does not apply.
 */
export function command(section: Y.XmlFragment, at: { before: string } | { over: string }, run: Command): void {
  const text = 'over' in at ? at.over : at.before;
  const applied = commandAt(section, (doc) => positionOf(doc, text), run, 'over' in at ? text.length : 0);
  if (!applied) throw new Error('The command does not apply here.');
}

/** The same at a position, over so many characters; says whether the command applied. */
export function commandAt(section: Y.XmlFragment, place: (doc: ProseNode) => number, run: Command, length = 0): boolean {
  const { doc: ydoc } = section;
  if (!ydoc) throw new Error('The section belongs to no document.');
  const { doc, meta } = initProseMirrorDoc(section, schema);
  if (doc.content.size === 0) return false;
  let state = EditorState.create({ doc });
  const from = place(doc);
  state = state.apply(state.tr.setSelection(TextSelection.create(doc, from, from + length)));
  const applied = run(state, (tr) => {
    state = state.apply(tr);
  });
  if (applied) ydoc.transact(() => updateYFragment(ydoc, section, state.doc, meta), 'editor');
  return applied;
}

/** Types in front of a text of the section. */
export function type(section: Y.XmlFragment, text: string, before: string): void {
  command(section, { before }, (state, dispatch) => {
    dispatch?.(state.tr.insertText(text));
    return true;
  });
}

function positionOf(doc: ProseNode, text: string): number {
  let found = -1;
  doc.descendants((node, pos) => {
    const at = found < 0 && node.isTextblock ? node.textContent.indexOf(text) : -1;
    if (at >= 0) found = pos + 1 + at;
  });
  if (found < 0) throw new Error(`« ${text} » is nowhere in the section.`);
  return found;
}

import { Extension, InputRule } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import type { BlockKind } from '#app/model/notes.ts';
import { setAttributes } from './block-commands.ts';
import { blockAt, isParagraph } from './locate-block.ts';

/** '-> ', '! ' and '[] ' at the start of a line give its kind, as these groups already type; '- ' and '1. ' begin a list. */
export const BlockInput = Extension.create({
  name: 'blockInput',
  addInputRules() {
    return [
      kindRule(/^(?:->|=>|→|!) $/, 'takeaway'),
      kindRule(/^\[ ?\] $/, 'action'),
      // Wrapping a block that has text makes it anew, and what a colleague types in it would be lost: only an empty line becomes a list.
      listRule(/^[-*•] $/, 'bulletList'),
      listRule(/^1[.)] $/, 'orderedList'),
    ];
  },
});

interface Range {
  from: number;
  to: number;
}

function kindRule(find: RegExp, kind: BlockKind): InputRule {
  return new InputRule({
    find,
    handler: ({ state, range }) => {
      const $from = state.doc.resolve(range.from);
      const block = blockAt($from);
      if (!block || $from.depth !== 1 || !isParagraph(block.node)) return null;
      state.tr.delete(range.from, range.to);
      setAttributes(state.tr, block.node, block.pos, { kind });
    },
  });
}

function listRule(find: RegExp, list: 'bulletList' | 'orderedList'): InputRule {
  return new InputRule({
    find,
    handler: ({ state, range, chain }) => (isAlone(state, range) ? void chain().deleteRange(range).wrapInList(list).run() : null),
  });
}

/** Whether the mark that was just typed (all but its last space is in the document) is all that the line holds. */
function isAlone(state: EditorState, range: Range): boolean {
  const { $from } = state.selection;
  return $from.depth === 1 && isParagraph($from.parent) && $from.parent.content.size === range.to - range.from;
}

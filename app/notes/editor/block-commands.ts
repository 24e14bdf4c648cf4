import { Fragment, type Node as ProseNode } from '@tiptap/pm/model';
import { type Command, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { BlockKind } from '#app/model/notes.ts';
import { type Block, currentBlock, isParagraph, kindOf } from './locate-block.ts';

// Commands of ProseMirror: given a state they say whether they apply, and dispatch one transaction.
// None makes a node anew where an attribute can say it, so that what a colleague types there is never lost.

const NO_ASSIGNMENT = { assigneeId: null, assignee: null, due: null };

/** Gives the selected blocks of the section another kind; what only the old kind had (who speaks, who does it) goes. */
export function setKind(kind: BlockKind): Command {
  return (state, dispatch) => {
    const blocks = selectedParagraphs(state);
    if (blocks.length === 0) return false;
    if (dispatch) {
      const tr = state.tr;
      for (const { node, pos } of blocks) {
        setAttributes(tr, node, pos, {
          kind,
          ...(kind === 'turn' ? {} : { speakerId: null }),
          ...(kind === 'action' ? {} : NO_ASSIGNMENT),
        });
      }
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}

/** What the bar under the notes does: begins a block of that kind below the one being written; an empty line, or what is selected, takes the kind itself. */
export function startBlock(kind: BlockKind): Command {
  return (state, dispatch) => {
    const block = currentBlock(state);
    const unused = block !== null && isParagraph(block.node) && block.node.content.size === 0;
    // A turn is the speaker's line; a text that is already there is what was said, and stays what it is.
    const selected = !state.selection.empty && kind !== 'turn';
    return unused || selected ? setKind(kind)(state, dispatch) : insertBlocks([{ kind, text: '' }])(state, dispatch);
  };
}

export interface NewBlock {
  kind: BlockKind;
  text: string;
  speakerId?: string | null;
  /** Who does an action, and for when. */
  assigneeId?: string | null;
  assignee?: string | null;
  due?: string | null;
}

/** Adds blocks after the one that holds the caret (at the end of the section without one) and puts the caret at the end of the last. */
export function insertBlocks(blocks: NewBlock[], where: 'here' | 'end' = 'here'): Command {
  return (state, dispatch) => {
    const paragraph = state.schema.nodes.paragraph;
    if (!paragraph || blocks.length === 0) return false;
    if (dispatch) {
      const nodes = blocks.map(({ kind, text, speakerId, assigneeId, assignee, due }) =>
        paragraph.create(
          { kind, speakerId: speakerId ?? null, assigneeId: assigneeId ?? null, assignee: assignee ?? null, due: due ?? null },
          text ? state.schema.text(text) : null,
        ),
      );
      const block = where === 'here' ? currentBlock(state) : null;
      const at = block ? block.pos + block.node.nodeSize : state.doc.content.size;
      // The empty line that an empty section shows is not in the document yet: it is what the first block replaces.
      const last = state.doc.lastChild;
      const unused = where === 'end' && last && isParagraph(last) && last.content.size === 0 && kindOf(last) === 'text' ? last.nodeSize : 0;
      const tr = state.tr.replaceWith(at - unused, at, Fragment.fromArray(nodes));
      const end = at - unused + nodes.reduce((size, node) => size + node.nodeSize, 0);
      dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end - 1), -1)).scrollIntoView());
    }
    return true;
  };
}

/**
 * Enter at the end of a block that has a kind: the next line is text. In an empty one: the line itself becomes text.
 * Anywhere in a speaker's name it leads to what they say: half a name is nobody.
 */
export const leaveBlock: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.depth !== 1 || !isParagraph($from.parent) || kindOf($from.parent) === 'text') return false;
  if ($from.parentOffset !== $from.parent.content.size && kindOf($from.parent) !== 'turn') return false;
  if ($from.parent.content.size === 0) return setKind('text')(state, dispatch);
  return insertBlocks([{ kind: 'text', text: '' }])(state, dispatch);
};

/** Backspace at the start of a block that has a kind makes it text. */
export const resetBlock: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset !== 0 || $from.depth !== 1 || kindOf($from.parent) === 'text') return false;
  return setKind('text')(state, dispatch);
};

/**
 * Moves the block with the caret before or after its neighbour. Yjs has no move: one of the two is made anew.
 * `occupied` says in which block somebody else writes: the other one is moved then, and when both are, nothing is.
 */
export function moveBlock(direction: 'up' | 'down', occupied: (block: Block) => boolean): Command {
  return (state, dispatch) => {
    const block = currentBlock(state);
    const neighbour = block && siblingOf(state.doc, block, direction);
    if (!block || !neighbour || (occupied(block) && occupied(neighbour))) return false;
    if (dispatch) {
      const [first, second] = direction === 'up' ? [neighbour, block] : [block, neighbour];
      const offset = state.selection.head - block.pos;
      const moved = occupied(second) ? first : second;
      const tr = moved === second ? moveBefore(state.tr, second, first) : moveAfter(state.tr, first, second);
      const pos = direction === 'up' ? first.pos : first.pos + second.node.nodeSize;
      dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(pos + offset))).scrollIntoView());
    }
    return true;
  };
}

function moveBefore(tr: Transaction, block: Block, target: Block): Transaction {
  return tr.delete(block.pos, block.pos + block.node.nodeSize).insert(target.pos, block.node);
}

function moveAfter(tr: Transaction, block: Block, target: Block): Transaction {
  return tr.insert(target.pos + target.node.nodeSize, block.node).delete(block.pos, block.pos + block.node.nodeSize);
}

function siblingOf(doc: ProseNode, block: Block, direction: 'up' | 'down'): Block | null {
  const index = direction === 'up' ? block.index - 1 : block.index + 1;
  const node = doc.maybeChild(index);
  if (!node) return null;
  return { node, index, pos: direction === 'up' ? block.pos - node.nodeSize : block.pos + block.node.nodeSize };
}

/** Attributes of one block, each in a step of its own: the caret stays, and so does what is typed meanwhile. */
export function setAttributes(tr: Transaction, node: ProseNode, pos: number, attributes: Record<string, string | null>): Transaction {
  for (const [name, value] of Object.entries(attributes)) if (node.attrs[name] !== value) tr.setNodeAttribute(pos, name, value);
  return tr;
}

function selectedParagraphs(state: EditorState): { node: ProseNode; pos: number }[] {
  const blocks: { node: ProseNode; pos: number }[] = [];
  const { from, to } = state.selection;
  state.doc.forEach((node, pos) => {
    if (isParagraph(node) && pos < to && pos + node.nodeSize > from) blocks.push({ node, pos });
  });
  return blocks;
}

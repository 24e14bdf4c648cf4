import { type Command, TextSelection, type Transaction } from '@tiptap/pm/state';
import { type Participant, speakerLine } from '../participant.ts';
import { setAttributes } from './block-commands.ts';
import { blockById, currentBlock } from './locate-block.ts';

/** Replaces what was typed (from..to) by somebody of the meeting: the speaker of an empty block, the assignee of an action, a name elsewhere. */
export function fillPerson(participant: Participant, { from, to }: { from: number; to: number }): Command {
  return (state, dispatch) => {
    const block = currentBlock(state);
    if (!block) return false;
    const whole = from <= block.pos + 1 && to >= block.pos + block.node.nodeSize - 1;
    const tr = state.tr;
    const topLevel = state.selection.$head.depth === 1;
    if (topLevel && block.node.attrs.kind === 'action') {
      removeTyped(tr, from, to);
      setAttributes(tr, block.node, block.pos, { assigneeId: participant.id, assignee: participant.name });
    } else if (topLevel && (block.node.attrs.kind === 'turn' || (whole && block.node.attrs.kind === 'text'))) {
      tr.insertText(speakerLine(participant), from, to);
      setAttributes(tr, block.node, block.pos, { kind: 'turn', speakerId: participant.id });
    } else {
      tr.insertText(participant.name, from, to);
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Replaces what was typed (from..to) by the due date of the action that holds it. `due` is an ISO day. */
export function fillDue(due: string, { from, to }: { from: number; to: number }): Command {
  return (state, dispatch) => {
    const block = currentBlock(state);
    if (block?.node.attrs.kind !== 'action') return false;
    dispatch?.(setAttributes(removeTyped(state.tr, from, to), block.node, block.pos, { due }).scrollIntoView());
    return true;
  };
}

/** Takes out what was typed to choose something, with the space before it. */
function removeTyped(tr: Transaction, from: number, to: number): Transaction {
  const spaced = tr.doc.textBetween(Math.max(from - 1, tr.doc.resolve(from).start()), from) === ' ';
  return tr.delete(spaced ? from - 1 : from, to);
}

/** Who does an action, and for when, as chosen in its form. */
export function assign(blockId: string, to: { assigneeId: string | null; assignee: string | null; due: string | null }): Command {
  return (state, dispatch) => {
    const block = blockById(state.doc, blockId);
    if (!block) return false;
    dispatch?.(setAttributes(state.tr, block.node, block.pos, to));
    return true;
  };
}

/** The turn that begins here: then the line of what is said. */
export const continueAfterTurn: Command = (state, dispatch) => {
  const block = currentBlock(state);
  if (block?.node.attrs.kind !== 'turn') return false;
  const after = block.pos + block.node.nodeSize;
  const next = state.doc.nodeAt(after);
  const tr = state.tr;
  if (next?.type.name !== 'paragraph' || next.content.size > 0 || next.attrs.kind !== 'text') {
    const line = state.schema.nodes.paragraph?.create();
    if (line) tr.insert(after, line);
  }
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView());
  return true;
};

import type { Node as ProseNode, ResolvedPos } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { BLOCK_KINDS, type BlockKind } from '#app/model/notes.ts';

/** A block directly in the section: what the margin labels, what moves, what has a kind. */
export interface Block {
  node: ProseNode;
  /** Position before the block. */
  pos: number;
  index: number;
}

export function blockAt($pos: ResolvedPos): Block | null {
  if ($pos.depth === 0) return null;
  return { node: $pos.node(1), pos: $pos.before(1), index: $pos.index(0) };
}

/** The block that holds the caret (the head of the selection). */
export function currentBlock(state: EditorState): Block | null {
  return blockAt(state.selection.$head);
}

export function blockById(doc: ProseNode, id: string): Block | null {
  let found: Block | null = null;
  doc.forEach((node, pos, index) => {
    if (!found && node.attrs.id === id) found = { node, pos, index };
  });
  return found;
}

export function isParagraph(node: ProseNode): boolean {
  return node.type.name === 'paragraph';
}

const KINDS: readonly string[] = BLOCK_KINDS;

/** Kinds that this version does not know are shown as text, and left as they are in the document. */
export function kindOf(node: ProseNode): BlockKind {
  const kind = node.attrs.kind as unknown;
  return isParagraph(node) && typeof kind === 'string' && KINDS.includes(kind) ? (kind as BlockKind) : 'text';
}

export function stringAttribute(node: ProseNode, name: string): string | null {
  const value = node.attrs[name] as unknown;
  return typeof value === 'string' && value !== '' ? value : null;
}

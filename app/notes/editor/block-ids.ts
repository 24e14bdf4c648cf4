import { Extension } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { isParagraph } from './locate-block.ts';

/**
 * Gives an id to each block that one's own typing makes, and a new one to the copy when a block is split.
 * Only ever in answer to a local change: an extension that also mends what it finds when it opens makes every reader write,
 * and every reader of an empty section add a paragraph to it.
 */
export const BlockIds = Extension.create({
  name: 'blockIds',
  priority: 10_000,
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, _before, state) {
        if (!transactions.some((tr) => tr.docChanged) || transactions.some(isFromYjs)) return null;
        const missing = blocksWithoutOwnId(state.doc);
        if (missing.length === 0) return null;
        const tr = state.tr;
        for (const pos of missing) tr.setNodeAttribute(pos, 'id', crypto.randomUUID());
        return tr.setStoredMarks(state.storedMarks);
      },
    }),
  ],
});

/** Whether a transaction tells of a change that came from the shared document (somebody else's, or an undo). */
export function isFromYjs(tr: Transaction): boolean {
  const meta = tr.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined;
  return meta?.isChangeOrigin === true;
}

function blocksWithoutOwnId(doc: ProseNode): number[] {
  const holders = new Map<string, { pos: number; empty: boolean }>();
  const missing: number[] = [];
  doc.descendants((node, pos) => {
    if (!isParagraph(node)) return true;
    const id = node.attrs.id as string | null;
    const holder = id ? holders.get(id) : undefined;
    if (!id) missing.push(pos);
    else if (!holder) holders.set(id, { pos, empty: node.content.size === 0 });
    else if (holder.empty) {
      // Enter at the beginning of a block: the text below keeps the id, the new empty line gets one.
      missing.push(holder.pos);
      holders.set(id, { pos, empty: node.content.size === 0 });
    } else missing.push(pos);
    return false;
  });
  return missing;
}

import { Extension } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { MAX_DEPTH } from '#app/model/notes.ts';
import { isFromYjs } from './block-ids.ts';

// the shared document counts the text in a block and the section as well
const DEEPEST_BLOCK = MAX_DEPTH - 2;

/** Lets nothing of this page stand deeper than the server takes: its refusal would cost more than one level of a list. */
export function depthGuard(onTooDeep: () => void): Extension {
  return Extension.create({
    name: 'depthGuard',
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction(tr) {
          if (!tr.docChanged || isFromYjs(tr) || deepestChanged(tr) <= DEEPEST_BLOCK) return true;
          onTooDeep();
          return false;
        },
      }),
    ],
  });
}

/** Levels of the deepest block that a transaction touched, in the document that it makes; 1: directly in the section. */
function deepestChanged({ doc, mapping }: Transaction): number {
  let from = doc.content.size;
  let to = 0;
  mapping.maps.forEach((map, index) => {
    map.forEach((_oldFrom, _oldTo, newFrom, newTo) => {
      const after = mapping.slice(index + 1);
      from = Math.min(from, after.map(newFrom, -1));
      to = Math.max(to, after.map(newTo, 1));
    });
  });
  let deepest = 0;
  doc.forEach((block, pos) => {
    if (pos <= to && pos + block.nodeSize >= from) deepest = Math.max(deepest, levelsOf(block));
  });
  return deepest;
}

function levelsOf(node: ProseNode): number {
  if (node.isInline) return 0;
  let inner = 0;
  node.forEach((child) => {
    inner = Math.max(inner, levelsOf(child));
  });
  return inner + 1;
}

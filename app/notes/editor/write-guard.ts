import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { isFromYjs } from './block-ids.ts';

/**
 * Nothing of this page changes a section that may not be written in: a bar's button, unlike the keys, acts on an editor that
 * is not editable too, and the server's refusal would cost the whole document.
 */
export function writeGuard(mayWrite: () => boolean): Extension {
  return Extension.create({
    name: 'writeGuard',
    addProseMirrorPlugins: () => [new Plugin({ filterTransaction: (tr) => !tr.docChanged || isFromYjs(tr) || mayWrite() })],
  });
}

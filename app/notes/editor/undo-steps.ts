import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

/**
 * What one types without a pause is one step of undo, half a second long. Putting the caret elsewhere, replacing what is
 * selected, cutting, pasting and dropping begin another: taking back a deletion must not take what was typed before it too.
 */
export const UndoSteps = Extension.create({
  name: 'undoSteps',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          mousedown: beginStep,
          cut: beginStep,
          paste: beginStep,
          drop: beginStep,
          keydown: (view) => void (view.state.selection.empty || beginStep(view)),
        },
      },
    }),
  ],
});

function beginStep(view: EditorView): void {
  (yUndoPluginKey.getState(view.state) as { undoManager: Y.UndoManager } | undefined)?.undoManager.stopCapturing();
}

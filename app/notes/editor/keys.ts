import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, Selection, TextSelection } from '@tiptap/pm/state';
import { goToNextCell, isInTable, selectionCell } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import { leaveBlock, moveBlock, resetBlock } from './block-commands.ts';
import { type Block, currentBlock } from './locate-block.ts';

export interface KeysOptions {
  /** Whether somebody else's caret is in the block. */
  occupied(block: Block): boolean;
  /** False while others' carets are unknown. */
  online(): boolean;
  announce(what: 'moved' | 'occupied' | 'escaped' | 'tooDeep'): void;
  showKeys(): void;
}

/** Keys of blocks; each has its line in the list of keys (keyboard-help.tsx). */
export function keysExtension(options: KeysOptions): Extension {
  let escaped = false;
  return Extension.create({
    name: 'blockKeys',
    priority: 1500,
    addKeyboardShortcuts() {
      const run = (command: typeof leaveBlock) => command(this.editor.state, this.editor.view.dispatch, this.editor.view);
      const move = (direction: 'up' | 'down') => {
        const moved = options.online() && run(moveBlock(direction, options.occupied));
        options.announce(moved ? 'moved' : 'occupied');
        return true;
      };
      return {
        Enter: () => run(leaveBlock),
        Backspace: () => run(resetBlock) || keepsColleaguesBlock(this.editor.state, options),
        'Alt-ArrowUp': () => move('up'),
        'Alt-ArrowDown': () => move('down'),
        // the page takes them (use-step-keys.ts): no line break is put where the next point or the floor was meant
        'Mod-Enter': () => true,
        'Mod-.': () => true,
        'Mod-/': () => {
          options.showKeys();
          return true;
        },
        // Some layouts have no '/' key of its own: Shift+: gives it.
        'Mod-Shift-/': () => {
          options.showKeys();
          return true;
        },
        Tab: () => tabInTable(this.editor.view, 1),
        'Shift-Tab': () => tabInTable(this.editor.view, -1),
        Escape: () => {
          escaped = true;
          options.announce('escaped');
          return false;
        },
      };
    },
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown(_view, event) {
              if (!['Escape', 'Tab', 'Shift'].includes(event.key)) escaped = false;
              // After Escape, Tab is the browser's: it leaves the text, even from a list or a table (WCAG 2.1.2).
              return event.key === 'Tab' && escaped;
            },
          },
        },
      }),
    ],
  });
}

/** Joining two blocks makes one of them anew: not the one in which somebody else is writing. */
function keepsColleaguesBlock(state: EditorState, { occupied, announce }: KeysOptions): boolean {
  const { $from, empty } = state.selection;
  const block = currentBlock(state);
  if (!empty || $from.parentOffset !== 0 || $from.depth !== 1 || !block || block.index === 0 || !occupied(block)) return false;
  announce('occupied');
  return true;
}

/** Tab goes from cell to cell; from the last one it goes on below the table instead of adding rows for ever. */
function tabInTable(view: EditorView, direction: 1 | -1): boolean {
  if (!isInTable(view.state)) return false;
  if (goToNextCell(direction)(view.state, view.dispatch)) return true;
  const $cell = selectionCell(view.state);
  const edge = direction === 1 ? $cell.after(1) : $cell.before(1);
  const { tr, doc, schema } = view.state;
  if (direction === 1 && edge === doc.content.size) {
    const line = schema.nodes.paragraph?.create();
    if (line) tr.insert(edge, line);
  }
  const selection = Selection.findFrom(tr.doc.resolve(edge), direction, true);
  if (selection instanceof TextSelection) view.dispatch(tr.setSelection(selection).scrollIntoView());
  return true;
}

import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { m } from '#app/messages/compiled/messages.js';
import type { Participant } from '../participant.ts';
import type { CaretMenu } from './caret-menu.ts';
import { isParagraph } from './locate-block.ts';
import { blockItems, dueItems, personItems } from './menu-items.ts';
import { type Query, queryAt } from './query.ts';

export interface CaretMenuOptions {
  menu: CaretMenu;
  participants(): readonly Participant[];
  /** ISO day. */
  today(): string;
}

/** '/' at the start of a line or Ctrl/⌘+K: kinds of block. '@': people. '//' in an action: days. */
export function caretMenuExtension(options: CaretMenuOptions): Extension {
  return Extension.create({
    name: 'caretMenu',
    // Before the keys of lists and tables: an open menu has the arrows, Enter and Tab.
    priority: 2000,
    addProseMirrorPlugins: () => [caretMenuPlugin(options)],
  });
}

function caretMenuPlugin({ menu, participants, today }: CaretMenuOptions): Plugin {
  // What Escape closed stays closed until it is typed on elsewhere.
  let dismissed: number | null = null;

  const openBlockMenu = (view: EditorView) => menu.open(view, { kind: 'block', label: m.notes_menu_blocks(), items: blockItems() });

  const openQuery = (view: EditorView, query: Query) => {
    const items = query.kind === 'person' ? personItems(participants(), query) : dueItems(query, today());
    if (items.length === 0) return menu.close();
    menu.open(view, { kind: query.kind, label: query.kind === 'person' ? m.notes_menu_people() : m.notes_menu_due(), items });
  };

  const look = (view: EditorView) => {
    const query = view.editable && view.hasFocus() && !view.composing ? queryAt(view.state) : null;
    if (query?.from !== dismissed) dismissed = null;
    if (query && dismissed === null) openQuery(view, query);
    else if (menu.isOpen(view)) menu.close();
  };

  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k' && view.editable) {
          openBlockMenu(view);
          return true;
        }
        if (!menu.isOpen(view) || event.isComposing) return false;
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          menu.move(event.key === 'ArrowDown' ? 1 : -1);
          return true;
        }
        if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) return menu.choose();
        if (event.key === 'Escape') {
          dismissed = queryAt(view.state)?.from ?? null;
          menu.close();
          return true;
        }
        if (menu.state.get()?.kind !== 'block') return false;
        if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && menu.chooseByKey(event.key)) return true;
        if (event.key === 'Backspace') {
          menu.close();
          return true;
        }
        return false;
      },
      handleTextInput(view, _from, _to, text) {
        if (menu.isOpen(view) && menu.state.get()?.kind === 'block') {
          // Keyboards of phones announce letters as text only.
          if (menu.chooseByKey(text)) return true;
          menu.close();
          view.dispatch(view.state.tr.insertText(`/${text}`));
          return true;
        }
        const { $from, empty } = view.state.selection;
        const atStart = empty && $from.depth === 1 && isParagraph($from.parent) && $from.parentOffset === 0;
        if (text !== '/' || !atStart) return false;
        openBlockMenu(view);
        return true;
      },
      handleDOMEvents: {
        // The bar begins a turn before the text has the focus.
        focus(view) {
          requestAnimationFrame(() => {
            if (!view.isDestroyed && !menu.isOpen(view)) look(view);
          });
          return false;
        },
        blur(view) {
          if (menu.isOpen(view)) menu.close();
          return false;
        },
      },
    },
    view: () => ({
      update(view, before) {
        if (before.doc.eq(view.state.doc) && before.selection.eq(view.state.selection)) return;
        look(view);
      },
      destroy: () => menu.close(),
    }),
  });
}

import type { EditorView } from '@tiptap/pm/view';
import type { IconName } from '#app/ui/icon-names.ts';
import { createStore, type Store } from '../store.ts';

export interface MenuItem {
  /** Unique in the menu. */
  id: string;
  label: string;
  hint?: string;
  icon?: IconName;
  /** Shows the avatar of this person. */
  avatar?: string;
  /** The letter that chooses it at once. */
  key?: string;
  choose(view: EditorView): void;
}

export interface CaretMenuState {
  kind: 'block' | 'person' | 'due';
  label: string;
  items: MenuItem[];
  active: number;
  /** Of the caret, in the viewport, in CSS pixels. */
  at: { left: number; top: number; bottom: number };
  view: EditorView;
}

export const MENU_ID = 'notes-menu';

/**
 * The one list that opens at the caret. The focus stays in the text: the list is told to screen readers
 * as the active descendant of the text box (ARIA 1.2, combobox pattern without a second field).
 */
export class CaretMenu {
  readonly state: Store<CaretMenuState | null> = createStore<CaretMenuState | null>(null);

  open(view: EditorView, menu: Pick<CaretMenuState, 'kind' | 'label' | 'items'>): void {
    const before = this.state.get();
    const kept = before?.items[before.active]?.id;
    const active = before?.view === view && before.kind === menu.kind ? menu.items.findIndex((item) => item.id === kept) : 0;
    this.show({ ...menu, view, at: caretOf(view), active: Math.max(active, 0) });
  }

  isOpen(view: EditorView): boolean {
    return this.state.get()?.view === view;
  }

  move(by: 1 | -1): void {
    const menu = this.state.get();
    if (menu && menu.items.length > 0) this.show({ ...menu, active: (menu.active + by + menu.items.length) % menu.items.length });
  }

  /** Chooses an item, the active one unless told. @returns false when there is none: the key means what it always does. */
  choose(index?: number): boolean {
    const menu = this.state.get();
    const item = menu?.items[index ?? menu.active];
    if (!menu || !item) return false;
    this.close();
    item.choose(menu.view);
    menu.view.focus();
    return true;
  }

  chooseByKey(letter: string): boolean {
    const index = this.state.get()?.items.findIndex((item) => item.key?.toLowerCase() === letter.toLowerCase()) ?? -1;
    return index >= 0 && this.choose(index);
  }

  close(): void {
    const menu = this.state.get();
    if (!menu) return;
    for (const name of ['aria-activedescendant', 'aria-controls', 'aria-haspopup']) menu.view.dom.removeAttribute(name);
    this.state.set(null);
  }

  private show(menu: CaretMenuState): void {
    menu.view.dom.setAttribute('aria-haspopup', 'listbox');
    menu.view.dom.setAttribute('aria-controls', MENU_ID);
    if (menu.items.length > 0) menu.view.dom.setAttribute('aria-activedescendant', `${MENU_ID}-${menu.active}`);
    else menu.view.dom.removeAttribute('aria-activedescendant');
    this.state.set(menu);
  }
}

function caretOf(view: EditorView): CaretMenuState['at'] {
  const { left, top, bottom } = view.coordsAtPos(view.state.selection.head);
  return { left, top, bottom };
}

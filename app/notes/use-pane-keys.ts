import { type RefObject, useEffect } from 'react';
import type { Room } from './room.ts';

const PANES = ['agenda', 'notes', 'side'];

/** F6 and Shift+F6 go from pane to pane; Alt+F10 to the formatting bar, as in office software. */
export function usePaneKeys(page: RefObject<HTMLElement | null>, room: Room | null): void {
  useEffect(() => {
    const root = page.current;
    if (!root) return;
    const focusPane = (name: string | undefined) => {
      const active = room?.active.get();
      if (name === 'notes' && active) room?.editorOf(active.agendaItemId)?.commands.focus();
      else root.querySelector<HTMLElement>(`[data-focus="${name}"]`)?.focus();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'F10' && event.altKey) {
        event.preventDefault();
        root.querySelector<HTMLElement>('.lv-tools [tabindex="0"]')?.focus();
      }
      if (event.key !== 'F6' || event.ctrlKey || event.altKey) return;
      const shown = PANES.filter((name) => root.querySelector<HTMLElement>(`[data-focus="${name}"]`)?.offsetParent !== null);
      const current = document.activeElement?.closest<HTMLElement>('[data-focus]')?.dataset.focus ?? '';
      const index = shown.indexOf(current);
      const next = index < 0 ? shown.indexOf('notes') : (index + (event.shiftKey ? shown.length - 1 : 1)) % shown.length;
      event.preventDefault();
      focusPane(shown[next]);
    };
    root.addEventListener('keydown', onKey);
    return () => root.removeEventListener('keydown', onKey);
  }, [page, room]);
}

import type { MouseEvent } from 'react';
import { useShowPane } from './panes.ts';
import { useViewOfNotes } from './view.ts';

/** Follows a link into the notes: on a narrow screen their pane has to be shown first. The address works without scripts too. */
export function useGoToNotes(): (id: string) => { to: string; onClick(event: MouseEvent): void } {
  const showPane = useShowPane();
  const { showView } = useViewOfNotes();
  return (id) => ({
    to: `?pane=notes#${id}`,
    onClick(event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      showPane('notes');
      // whoever follows one point asks for another
      if (document.getElementById(id)?.closest('[hidden]') !== null) showView('all');
      requestAnimationFrame(() => {
        const target = document.getElementById(id);
        target?.scrollIntoView({ block: 'start' });
        target?.focus({ preventScroll: true });
      });
    },
  });
}

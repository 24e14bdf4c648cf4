import type { MouseEvent } from 'react';
import { useSearchParams } from 'react-router';

/** Follows a link into the notes: on a narrow screen their pane has to be shown first. The address works without scripts too. */
export function useGoToNotes(): (id: string) => { to: string; onClick(event: MouseEvent): void } {
  const [, setSearch] = useSearchParams();
  return (id) => ({
    to: `?pane=notes#${id}`,
    onClick(event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      setSearch({}, { replace: true, preventScrollReset: true });
      requestAnimationFrame(() => {
        const target = document.getElementById(id);
        target?.scrollIntoView({ block: 'start' });
        target?.focus({ preventScroll: true });
      });
    },
  });
}

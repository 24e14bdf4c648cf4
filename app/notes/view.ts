import { createContext, useContext, useState } from 'react';
import { useSearchParams } from 'react-router';

/** All notes, or those of the point that the meeting is at. */
export type NotesView = 'all' | 'current';

export interface Viewing {
  view: NotesView;
  showView(view: NotesView): void;
}

/** What of the notes is shown, for the pane and for the links that lead into it. */
export const ViewOfNotes = createContext<Viewing>({ view: 'all', showView: () => {} });

export function useViewOfNotes(): Viewing {
  return useContext(ViewOfNotes);
}

/** The view of the address (`?view=current`), which can be sent and works without scripts. */
export function useView(): Viewing {
  const [search] = useSearchParams();
  const [view, setView] = useState<NotesView>(search.get('view') === 'current' ? 'current' : 'all');
  return {
    view,
    showView(next) {
      setView(next);
      putInAddress('view', next === 'current' ? next : null);
    },
  };
}

/** Changes one part of the address without the router, which would ask the server: this must work offline. */
export function putInAddress(name: string, value: string | null): void {
  const search = new URLSearchParams(window.location.search);
  if (value === null) search.delete(name);
  else search.set(name, value);
  const query = search.size > 0 ? `?${search}` : window.location.pathname;
  window.history.replaceState(window.history.state, '', query);
}

import { createContext, useContext } from 'react';

export const PANES = ['notes', 'agenda', 'present', 'records'] as const;
export type Pane = (typeof PANES)[number];

/** The pane that a narrow screen shows; in the address, so that it can be sent and works without scripts. */
export function paneOf(search: URLSearchParams): Pane {
  return PANES.find((pane) => pane === search.get('pane')) ?? 'notes';
}

/** Shows a pane. The address is changed without the router, which would ask the server: this must work offline. */
export const ShowPane = createContext<(pane: Pane) => void>(() => {});

export function useShowPane(): (pane: Pane) => void {
  return useContext(ShowPane);
}

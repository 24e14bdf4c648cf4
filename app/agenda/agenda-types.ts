import type { AgendaItemKind } from '#app/model/agenda.ts';

/** A point as the page of the agenda works with it (db/agenda/read.ts gives it). */
export interface AgendaItemRow {
  id: string;
  title: string;
  kind: AgendaItemKind;
  durationMinutes: number;
  summary: string;
  revision: number;
  presenters: PresenterChoice[];
}

export interface PresenterChoice {
  personId: string;
  givenName: string;
  familyName: string;
  function: string;
  organisation: string;
}

export const INTENTS = ['add', 'edit', 'move', 'remove', 'restore'] as const;
export type Intent = (typeof INTENTS)[number];

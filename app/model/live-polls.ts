/** The polls of a meeting, and how many support its proposals, as its open pages are told. No vote is told with a name. */
export interface LivePolls {
  polls: LivePoll[];
  /** Block of the notes → how many support it. */
  supports: Record<string, number>;
}

export interface LivePoll {
  id: string;
  agendaItemId: string | null;
  question: string;
  options: { id: string; label: string; votes: number }[];
  /** ISO instants. */
  openedAt: string;
  closedAt: string | null;
}

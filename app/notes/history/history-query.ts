export const HISTORY_VIEWS = ['changes', 'now', 'text'] as const;
export type HistoryView = (typeof HISTORY_VIEWS)[number];

const QUESTIONS = ['restore', 'erase'] as const;
const DONE = ['restored', 'same', 'erased'] as const;

/** What the address of a page of the history names; ids as they came, to be looked up. */
export interface HistoryQuery {
  section: string | null;
  version: string | null;
  /** What changed in the version, how now differs from it, or what it says. */
  view: HistoryView;
  /** What is to be confirmed. */
  ask: (typeof QUESTIONS)[number] | null;
  /** What was just done. */
  done: (typeof DONE)[number] | null;
}

export function readHistoryQuery(search: URLSearchParams): HistoryQuery {
  return {
    section: search.get('section'),
    version: search.get('version'),
    view: HISTORY_VIEWS.find((view) => view === search.get('view')) ?? 'changes',
    ask: QUESTIONS.find((question) => question === search.get('ask')) ?? null,
    done: DONE.find((done) => done === search.get('done')) ?? null,
  };
}

/** Address of a page of the history, without the language. */
export function historyPath(slug: string, query: Partial<HistoryQuery> = {}): string {
  const named = Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const search = new URLSearchParams(named.filter(([name, value]) => !(name === 'view' && value === 'changes'))).toString();
  return `/meetings/${slug}/live/history${search ? `?${search}` : ''}`;
}

export const REVIEW_VIEWS = ['suggestions', 'diff', 'clean'] as const;
export type ReviewView = (typeof REVIEW_VIEWS)[number];

export interface ReviewQuery {
  view?: ReviewView;
  /** The proposal that is open. */
  at?: string | null;
  /** The proposal that was decided just now, or taken up again. */
  done?: string;
  /** The form of the open proposal that is unfolded. */
  ask?: string;
}

export function parseView(text: string | null): ReviewView {
  return REVIEW_VIEWS.find((view) => view === text) ?? 'suggestions';
}

/** The id of a proposal's element in the page. */
export const threadId = (id: string) => `c-${id}`;
/** Of the bar with the progress. */
export const BAR = 'rv-bar';

/** The address of the review screen, at a proposal where one is named. */
export function reviewPath(slug: string, { view, at, done, ask }: ReviewQuery = {}): string {
  const query = new URLSearchParams();
  if (view && view !== 'suggestions') query.set('view', view);
  if (at) query.set('at', at);
  if (done) query.set('done', done);
  if (ask) query.set('ask', ask);
  const search = query.size > 0 ? `?${query}` : '';
  return `/minutes/${slug}/review${search}${at ? `#${threadId(at)}` : done ? `#${BAR}` : ''}`;
}

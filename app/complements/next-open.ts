import type { ReviewDraft } from '#app/model/review-screen.ts';

/** Ids of what waits for a decision, in the order of the screen. */
export function openIds({ order, proposals }: ReviewDraft): string[] {
  return order.filter((id) => proposals[id]?.state === 'open');
}

/** What comes after a proposal, going round; null: nothing else is open. */
export function nextOpen(draft: ReviewDraft, id: string | null): string | null {
  const open = openIds(draft).filter((each) => each !== id);
  const place = id === null ? -1 : draft.order.indexOf(id);
  return open.find((each) => draft.order.indexOf(each) > place) ?? open[0] ?? null;
}

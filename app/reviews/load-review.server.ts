import { parseUuid } from '#app/model/uuid.ts';
import type { ReviewReader } from '#server/reviews/access.ts';
import type { ReviewDraft } from '#server/reviews/read-draft.ts';
import { type ReviewPageData, readReviewPage, showParagraph } from '#server/reviews/read-review-page.ts';
import type { Services } from '#server/services.ts';
import { formOfProposal } from './form-of-proposal.ts';
import { isKind, NO_VALUES, type ReviewFormValues } from './review-form-values.ts';

export interface LoadedReview {
  page: ReviewPageData;
  /** The form that the address asks for (?block=…&do=…); null: none, or its paragraph is gone. */
  form: ReviewFormValues | null;
  /** The address names a paragraph that is not there (any more). */
  lost: boolean;
  /** What was just done, to be said once. */
  done: 'proposed' | 'revised' | 'withdrawn' | 'answered' | null;
}

const DONE = ['proposed', 'revised', 'withdrawn', 'answered'] as const;

/** What the page of a review shows, and the form that its address opens. Changes nothing: programs follow links. Null: off the list since. */
export async function loadReview(services: Services, reader: ReviewReader, request: Request): Promise<LoadedReview | null> {
  const read = await readReviewPage(services, reader);
  if (!read) return null;
  const { page, draft } = read;
  const query = new URL(request.url).searchParams;
  const form = page.review.window === 'open' ? formOf(services, reader, { page, draft, query }) : null;
  const done = DONE.find((each) => query.get('done') === each) ?? null;
  return { page, form, lost: form === null && query.has('block') && page.review.window === 'open', done };
}

function formOf(
  services: Services,
  reader: ReviewReader,
  { page, draft, query }: { page: ReviewPageData; draft: ReviewDraft | null; query: URLSearchParams },
): ReviewFormValues | null {
  const edited = page.proposals.find(({ id, state }) => state === 'open' && id === query.get('edit'));
  if (edited) return formOfProposal(edited);
  const asked = query.get('do');
  const kind = isKind(asked) ? asked : null;
  const blank = { ...NO_VALUES, id: crypto.randomUUID() };
  const block = query.get('block');
  if (block !== null) {
    const shown = draft && showParagraph(services, reader.scope, draft, block);
    if (!shown || kind === 'identity') return null;
    const { agendaItemId: item, kind: blockKind, text: base, seal } = shown;
    const wanted = kind ?? 'replace';
    return { ...blank, kind: wanted, block, blockKind, base, item, seal, text: wanted === 'replace' ? base : '' };
  }
  const item = parseUuid(query.get('item'));
  if (item && page.sections.some((section) => section.agendaItemId === item)) return { ...blank, kind: 'insert', item };
  if (kind === 'identity') return { ...blank, kind, ...page.reader.identity };
  return kind === 'comment' ? { ...blank, kind } : null;
}

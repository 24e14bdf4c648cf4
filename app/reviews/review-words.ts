import { m } from '#app/messages/compiled/messages.js';
import { type ComplementKind, type ComplementState, MAX_COMMENT, MAX_PROPOSED } from '#app/model/complements.ts';
import type { ProposalFault } from '#app/model/proposals.ts';
import { REVIEW_LIMITS, type ReviewerState, type ReviewWindow } from '#app/model/reviews.ts';

/** Why nothing is taken (any more). */
export function windowWords(window: ReviewWindow): string {
  switch (window) {
    case 'over':
      return m.reviews_window_over();
    case 'closed':
      return m.reviews_window_closed();
    case 'reopened':
      return m.reviews_window_reopened();
    case 'settled':
      return m.reviews_window_settled();
    case 'cancelled':
      return m.reviews_window_cancelled();
    case 'open':
      return '';
  }
}

export function faultWords(fault: ProposalFault): string {
  switch (fault) {
    case 'text_needed':
      return m.reviews_fault_text_needed();
    case 'text_too_long':
      return m.reviews_fault_text_too_long({ max: MAX_PROPOSED });
    case 'comment_needed':
      return m.reviews_fault_comment_needed();
    case 'comment_too_long':
      return m.reviews_fault_text_too_long({ max: MAX_COMMENT });
    case 'unchanged':
      return m.reviews_fault_unchanged();
    case 'name_needed':
      return m.reviews_fault_name_needed();
    case 'identity_too_long':
      return m.reviews_fault_text_too_long({ max: REVIEW_LIMITS.name });
  }
}

const KINDS = {
  insert: m.reviews_kind_insert,
  replace: m.reviews_kind_replace,
  delete: m.reviews_kind_delete,
  comment: m.reviews_kind_comment,
  identity: m.reviews_kind_identity,
} as const satisfies Record<ComplementKind, unknown>;
export const kindWord = (kind: ComplementKind) => KINDS[kind]();

export function stateWord({ state, applied }: { state: ComplementState; applied: string | null }): string {
  switch (state) {
    case 'open':
      return m.reviews_state_open();
    case 'accepted':
      return applied === null ? m.reviews_state_accepted() : m.reviews_state_accepted_edited();
    case 'refused':
      return m.reviews_state_refused();
    case 'withdrawn':
      return m.reviews_done_withdrawn();
  }
}

const REVIEWERS = {
  proposed: m.reviews_reviewer_proposed,
  nothing: m.reviews_reviewer_nothing,
  opened: m.reviews_reviewer_opened,
  silent: m.reviews_reviewer_silent,
} as const satisfies Record<ReviewerState, unknown>;
export const reviewerWord = (state: ReviewerState) => REVIEWERS[state]();

import { m } from '#app/messages/compiled/messages.js';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { OrganiserPageData } from '#server/reviews/read-organiser-page.ts';
import { ConfirmOpening } from './confirm-opening.tsx';
import { FollowReview } from './follow-review.tsx';
import { OpeningForm } from './opening-form.tsx';
import type { OpeningFault, OpeningValues } from './opening-values.ts';
import { organiserDoneWords } from './organiser-words.ts';
import './reviews.css';

export const ORGANISER_INTENTS = {
  check: 'check',
  open: 'open',
  remind: 'remind',
  extend: 'extend',
  close: 'close',
  link: 'link',
} as const;

/** What came of the form that was sent, when the page stays: one of these. */
export interface OrganiserAnswer {
  confirm?: { values: OpeningValues; reachable: number; unreachable: number; changed: boolean } | undefined;
  opening?: { values: OpeningValues; fault: OpeningFault | 'empty' | 'cancelled' | 'wrong_state'; message: string } | undefined;
  deadline?: { deadline: string; message: string } | undefined;
  link?: { attendanceId: string; address: string } | undefined;
}

interface OrganiseReviewPageProps {
  page: OrganiserPageData;
  /** Of a review to be. */
  id: string;
  done: string | null;
  count: number;
  answer: OrganiserAnswer | null;
}

/** Where organisers open the review of minutes, and follow it. */
export function OrganiseReviewPage({ page, id, done, count, answer }: OrganiseReviewPageProps) {
  const { meeting, review, opening } = page;
  const confirm = answer?.confirm;
  const said = organiserDoneWords(done, count);
  const following = review !== null && opening === null;
  return (
    <div className="wrap review">
      <header className="stack review__head">
        <Breadcrumb
          crumbs={[
            { to: `/meetings/${meeting.slug}`, label: meeting.title },
            { to: `/meetings/${meeting.slug}/minutes`, label: m.reviews_prepare_minutes() },
          ]}
        />
        <h1>{confirm && opening ? m.reviews_confirm_title() : following ? m.reviews_follow_title() : m.reviews_open_title()}</h1>
      </header>
      {said ? (
        <Notice look="ok" role="status">
          {said}
        </Notice>
      ) : null}
      {confirm && following ? <Notice look="warn">{m.reviews_opened_meanwhile()}</Notice> : null}
      {confirm && opening ? (
        <ConfirmOpening {...confirm} />
      ) : (
        <>
          {opening ? <OpeningForm opening={opening} id={id} refused={answer?.opening ?? null} again={review !== null} /> : null}
          {page.minutesState === 'approved' ? <Notice>{m.reviews_approved_already()}</Notice> : null}
          {review ? <FollowReview page={page} review={review} answer={answer} /> : null}
        </>
      )}
    </div>
  );
}

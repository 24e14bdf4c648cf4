import { Form } from 'react-router';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { fullNameOf } from '#app/model/attendance.ts';
import { formatDay, formatInstant } from '#app/model/format-when.ts';
import { REVIEWER_STATES } from '#app/model/reviews.ts';
import { Field } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { OrganiserPageData } from '#server/reviews/read-organiser-page.ts';
import type { OrganiserAnswer } from './organise-review-page.tsx';
import { PersonalLink } from './personal-link.tsx';
import { reviewerWord, windowWords } from './review-words.ts';

interface FollowReviewProps {
  page: OrganiserPageData;
  review: NonNullable<OrganiserPageData['review']>;
  answer: OrganiserAnswer | null;
}

/** Who answered, who opened, who is silent; and beside them what can be done about it. */
export function FollowReview({ page: { meeting }, review, answer }: FollowReviewProps) {
  const { reviewers, window } = review;
  const running = window === 'open' || window === 'over';
  const answered = reviewers.filter(({ state }) => state === 'proposed' || state === 'nothing').length;
  const silent = reviewers.filter(({ state, reachable }) => reachable && (state === 'silent' || state === 'opened')).length;
  const opened = formatInstant(review.openedAt, meeting.timeZone, getLocale());
  const counts = REVIEWER_STATES.map((state) => [state, reviewers.filter((one) => one.state === state).length] as const);
  return (
    <section className="review-follow" aria-labelledby="t-follow">
      <div className="stack">
        <h2 id="t-follow">{running ? m.reviews_who_title() : m.reviews_last_review_title()}</h2>
        {running ? null : <p className="meta">{windowWords(window)}</p>}
        {window === 'over' ? <Notice look="warn">{m.reviews_over_organiser()}</Notice> : null}
        <p>
          <b>{m.reviews_answered_of({ count: answered, of: reviewers.length })}</b>{' '}
          {counts
            .filter(([, count]) => count > 0)
            .map(([state, count]) => `${reviewerWord(state)} : ${count}`)
            .join(' · ')}
        </p>
        <div className="scroll-x">
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">{m.reviews_column_person()}</th>
                <th scope="col">{m.reviews_column_state()}</th>
                <th scope="col">{m.reviews_column_link()}</th>
              </tr>
            </thead>
            <tbody>
              {reviewers.map((reviewer) => (
                <tr key={reviewer.attendanceId} id={`r-${reviewer.attendanceId}`}>
                  <th scope="row">
                    {fullNameOf(reviewer)}
                    <span className="meta">
                      {reviewer.organisationName}
                      {reviewer.reachable ? '' : ` · ${m.reviews_no_address()}`}
                    </span>
                  </th>
                  <td>
                    {reviewerWord(reviewer.state)}
                    {reviewer.proposals > 0 ? ` (${reviewer.proposals})` : ''}
                    {reviewer.remindedAt && (reviewer.state === 'silent' || reviewer.state === 'opened') ? (
                      <span className="meta">
                        {' '}
                        {m.reviews_reminded_on({ day: formatInstant(reviewer.remindedAt, meeting.timeZone, getLocale()).date })}
                      </span>
                    ) : null}
                  </td>
                  <td>
                    <PersonalLink reviewer={reviewer} made={answer?.link ?? null} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <aside className="panel review-follow__side" aria-label={m.reviews_side()}>
        <p className="meta">
          {m.reviews_opened_on({ day: opened.date })} {review.openedByName}
        </p>
        <p>
          <b>{m.reviews_until({ day: formatDay(review.deadline, getLocale(), { weekday: true }) })}</b>
        </p>
        <A className="btn btn--wide" to={`/minutes/${meeting.slug}/review`}>
          {m.reviews_decide_link()}
        </A>
        {running ? <Actions review={review} silent={silent} refused={answer?.deadline ?? null} /> : null}
      </aside>
    </section>
  );
}

function Actions({
  review,
  silent,
  refused,
}: {
  review: FollowReviewProps['review'];
  silent: number;
  refused: { deadline: string; message: string } | null;
}) {
  const which = <input type="hidden" name="review" value={review.id} />;
  return (
    <>
      {review.window === 'open' && silent > 0 ? (
        <Form method="post">
          {which}
          <SubmitButton wide look="line" icon="envelope-simple" name="intent" value="remind">
            {m.reviews_remind({ count: silent })}
          </SubmitButton>
        </Form>
      ) : null}
      <Form method="post" noValidate>
        {which}
        <Field
          type="date"
          name="deadline"
          label={m.reviews_field_new_deadline()}
          defaultValue={refused?.deadline ?? review.deadline}
          error={refused?.message}
        />
        <SubmitButton wide look="line" name="intent" value="extend">
          {m.reviews_extend()}
        </SubmitButton>
      </Form>
      <Form method="post">
        {which}
        <SubmitButton wide look="line" name="intent" value="close">
          {m.reviews_close()}
        </SubmitButton>
        <p className="hint">{m.reviews_close_hint()}</p>
      </Form>
    </>
  );
}

import { m } from '#app/messages/compiled/messages.js';
import type { PollPageData, ShownDate } from '#server/date-polls/read-poll-page.ts';
import { longDate } from './date-words.ts';

/** The form that the buttons belong to: they stand inside the ballot, which is another form. */
export const SETTLE_FORM = 'settle';

interface SettleButtonProps {
  page: PollPageData;
  date: ShownDate;
  size: 'sm' | 'wide';
}

/** Whether a date of this poll can be chosen by its reader. */
export function maySettle({ organiser, poll }: PollPageData): boolean {
  return organiser !== null && poll.state !== 'settled' && poll.state !== 'withdrawn';
}

/** On a card, under the votes: folded, so that an organiser who votes does not find it beside every answer. */
export function SettleFold({ page, date }: Omit<SettleButtonProps, 'size'>) {
  if (!maySettle(page)) return null;
  if (date.past) return <p className="dpc__do meta">{m.date_polls_date_past()}</p>;
  return (
    <details className="fold dpc__do">
      <summary>
        {m.date_polls_settle_this()}
        <span className="vh"> {longDate(date, page.dates)}</span>
      </summary>
      <SettleButton page={page} date={date} size="wide" />
    </details>
  );
}

/** « Retenir »: one click makes the meeting and sends its invitations, and the button says how many. */
export function SettleButton({ page, date, size }: SettleButtonProps) {
  const { organiser } = page;
  if (!organiser || !maySettle(page)) return null;
  if (date.past) return <small className="dp__past">{m.date_polls_date_past()}</small>;
  const words = { date: longDate(date, page.dates), count: organiser.invited.reachable };
  return (
    <button
      type="submit"
      form={SETTLE_FORM}
      name="option"
      value={date.id}
      className={`btn btn--${size}${date.leads ? '' : ' btn--line'}`}
      aria-label={size === 'sm' ? m.date_polls_settle_date(words) : undefined}
    >
      {size === 'sm' ? m.date_polls_settle() : m.date_polls_settle_and_invite({ count: words.count })}
      {size === 'sm' ? null : <span className="vh"> ({words.date})</span>}
    </button>
  );
}

import { m } from '#app/messages/compiled/messages.js';
import type { ShownProposal } from '#app/model/review-screen.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import type { Screen } from './load-review.server.ts';
import { nextOpen, openIds } from './next-open.ts';
import { useReview } from './review-context.tsx';
import { BAR, REVIEW_VIEWS, type ReviewView, reviewPath, threadId } from './review-query.ts';

const FACES = 3;

/** Stays in sight: how the text is shown, who reads it, how much is left. `refresh`: something new waits to be shown; `isHeld`: a decision was not sent, for want of a network. */
export function ReviewBar({ screen, refresh, isHeld }: { screen: Screen; refresh: (() => void) | null; isHeld: boolean }) {
  const { meeting, view, reading, draft, done, status } = screen;
  const left = openIds(draft).length;
  const said = done ? draft.proposals[done] : undefined;
  return (
    <div className="rv-bar" id={BAR}>
      <div className="wrap rv-bar__in">
        <nav className="seg" aria-label={m.complements_view()}>
          {REVIEW_VIEWS.map((each) => (
            <A key={each} to={reviewPath(meeting.slug, { view: each })} aria-current={each === view ? 'true' : undefined}>
              {viewWord(each, status.latest)}
            </A>
          ))}
        </nav>
        {reading.length > 0 ? (
          <span className="rv-who" title={m.complements_reading({ count: reading.length })}>
            <span className="avs">
              {reading.slice(0, FACES).map(({ id, name }) => (
                <Avatar key={id} id={id} name={name} size="sm" />
              ))}
            </span>
            <span className="vh">{m.complements_reading({ count: reading.length })}</span>
            <span aria-hidden="true">{m.complements_reading_short()}</span>
          </span>
        ) : null}
        <p className="progress btn--end">
          <span role="status">{said ? `${saidWords(said)} ` : ''}</span>
          <span id={`${BAR}-left`}>
            <b>{left > 0 ? m.complements_left({ count: left }) : m.complements_left_none()}</b>
            {left > 0 && (status.state === 'draft' || status.state === 'in_review') ? ` ${m.complements_left_before()}` : ''}
          </span>
        </p>
        {isHeld ? (
          <p className="rv-stale" role="alert">
            {m.complements_offline()}
          </p>
        ) : null}
        {refresh ? (
          <p className="rv-stale" role="status">
            {m.complements_stale()}{' '}
            <button className="link" type="button" onClick={refresh}>
              {m.complements_refresh()}
            </button>
          </p>
        ) : null}
        {left > 0 && view === 'suggestions' ? <Next slug={meeting.slug} /> : null}
      </div>
    </div>
  );
}

/** A link for pages without scripts; with them the next proposal opens where it is. */
function Next({ slug }: { slug: string }) {
  const { draft, at, open } = useReview();
  const inPlace = at !== null && draft.proposals[at]?.state === 'open';
  const next = nextOpen(draft, at) ?? (inPlace ? at : null);
  if (!next) return null;
  return (
    <A
      className="btn btn--line"
      to={reviewPath(slug, { at: next })}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        open(next);
        requestAnimationFrame(() => document.getElementById(threadId(next))?.focus());
      }}
    >
      {m.complements_next()}
      <Icon name="arrow-down" />
    </A>
  );
}

function viewWord(view: ReviewView, latest: number): string {
  if (view === 'suggestions') return m.complements_view_suggestions();
  if (view === 'clean') return m.complements_view_clean();
  return latest > 0 ? m.complements_view_diff({ number: latest }) : m.complements_view_diff_opening();
}

/** What was done just now; read out, as the page stays where it is. */
function saidWords({ state, kind, author: { name } }: ShownProposal): string {
  if (state === 'refused') return m.complements_said_refused({ name });
  if (state !== 'accepted') return m.complements_said_reopened({ name });
  return kind === 'comment' ? m.complements_said_handled({ name }) : m.complements_said_accepted({ name });
}

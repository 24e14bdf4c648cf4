import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';

const WORDS = {
  dead: [m.follow_ups_dead_title, m.follow_ups_dead_what],
  given_away: [m.follow_ups_given_away_title, m.follow_ups_given_away_what],
  withdrawn: [m.follow_ups_withdrawn_title, m.follow_ups_withdrawn_what],
} as const;

/** For a link that opens nothing (any more), without telling what it was about. */
export function ClosedLink({ state }: { state: keyof typeof WORDS }) {
  const [title, what] = WORDS[state];
  return (
    <div className="wrap sect answer-dead">
      <div className="stack">
        <h1>{title()}</h1>
        <p className="lede">{what()}</p>
        {state === 'dead' ? <p>{m.follow_ups_dead_next()}</p> : null}
        <p className="row">
          <A className="btn" to="/todo">
            {m.follow_ups_own_all()}
          </A>
          <A className="btn btn--line" to="/calendar">
            {m.common_see_calendar()}
          </A>
        </p>
      </div>
    </div>
  );
}

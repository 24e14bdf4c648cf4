import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';

/** For a link that is unknown, expired, withdrawn or made for something else: one page, so that nobody learns which. */
export function DeadLink() {
  return (
    <div className="wrap sect answer-dead">
      <div className="stack">
        <h1>{m.attendance_dead_title()}</h1>
        <p className="lede">{m.attendance_dead_what()}</p>
        <p>{m.attendance_dead_next()}</p>
        <p className="row">
          <A className="btn" to="/sign-in">
            {m.attendance_sign_in()}
          </A>
          <A className="btn btn--line" to="/calendar">
            {m.common_see_calendar()}
          </A>
        </p>
      </div>
    </div>
  );
}

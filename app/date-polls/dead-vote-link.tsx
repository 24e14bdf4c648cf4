import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';

/** For a link that is unknown, withdrawn, expired or not for its reader any more: nobody learns which. */
export function DeadVoteLink() {
  return (
    <div className="wrap sect">
      <div className="stack">
        <h1>{m.date_polls_dead_title()}</h1>
        <p className="lede">{m.date_polls_dead_what()}</p>
        <p>
          <A className="btn" to="/sign-in">
            {m.common_sign_in()}
          </A>
        </p>
      </div>
    </div>
  );
}

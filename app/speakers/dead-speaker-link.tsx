import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';

/** For a link that is unknown, revoked, expired or not for its reader any more: nobody learns which. */
export function DeadSpeakerLink() {
  return (
    <div className="wrap sect">
      <div className="stack">
        <h1>{m.speakers_dead_title()}</h1>
        <p className="lede">{m.speakers_dead_what()}</p>
        <p>
          <A className="btn" to="/editions">
            {m.common_nav_editions()}
          </A>
        </p>
      </div>
    </div>
  );
}

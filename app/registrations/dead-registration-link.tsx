import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';

/** For a link that is unknown, expired, or of a registration that is no more: nobody learns which. */
export function DeadRegistrationLink() {
  return (
    <div className="wrap sect">
      <div className="stack">
        <h1>{m.registrations_dead_title()}</h1>
        <p className="lede">{m.registrations_dead_what()}</p>
        <p>
          <A className="btn" to="/editions">
            {m.common_nav_editions()}
          </A>
        </p>
      </div>
    </div>
  );
}

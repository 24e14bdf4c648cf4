import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';

/** For a link that has expired, and for one that is unknown, withdrawn or made for something else: of those nobody learns which. */
export function DeadReviewLink({ expired }: { expired: boolean }) {
  return (
    <div className="wrap sect review-dead">
      <div className="stack">
        <h1>{expired ? m.reviews_expired_title() : m.reviews_dead_title()}</h1>
        <p className="lede">{expired ? m.reviews_expired_what() : m.reviews_dead_what()}</p>
        <p>{m.reviews_dead_next()}</p>
        <p className="row">
          <A className="btn" to="/sign-in">
            {m.common_sign_in()}
          </A>
          <A className="btn btn--line" to="/minutes">
            {m.reviews_see_minutes()}
          </A>
        </p>
      </div>
    </div>
  );
}

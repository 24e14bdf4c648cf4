import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';

/** For a link at the foot of a mail that is cut, changed, or of another installation. */
export function DeadUnsubscribeLink() {
  return (
    <div className="wrap fm-head stack">
      <h1>{m.mail_preferences_dead_title()}</h1>
      <p className="lede">{m.mail_preferences_one_click_unknown()}</p>
      <p>{m.mail_preferences_dead_what()}</p>
      <p>
        <A className="btn" to="/account/mail">
          {m.mail_preferences_title()}
        </A>
      </p>
    </div>
  );
}

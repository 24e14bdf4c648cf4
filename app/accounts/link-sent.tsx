import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';

interface LinkSentProps {
  email: string;
  validForMinutes: number;
  /** In the demo the mail is in the demo's own mailbox. */
  demo: boolean;
}

/** Said to everybody alike, known or not: who is in the network is not told to strangers. */
export function LinkSent({ email, validForMinutes, demo }: LinkSentProps) {
  return (
    <div role="status">
      <h1>{m.accounts_sent_title()}</h1>
      <p className="lede si__lede">
        {m.accounts_sent_open()} <b className="si__address">{email}</b> {m.accounts_sent_device()}
      </p>
      <ul className="ledger si__facts">
        <li className="ledger__row">
          <div className="ledger__m">
            <b>{m.accounts_minutes({ minutes: validForMinutes })}</b>
          </div>
          <div className="ledger__b">
            <p>{m.accounts_sent_once()}</p>
          </div>
        </li>
        <li className="ledger__row">
          <div className="ledger__m">
            <b>{m.accounts_sent_nothing()}</b>
          </div>
          <div className="ledger__b">
            <p>{m.accounts_sent_nothing_why()}</p>
          </div>
        </li>
      </ul>
      <div className="row si__next">
        {demo ? (
          <A className="btn" to="/mailbox">
            {m.accounts_open_mailbox()}
          </A>
        ) : null}
        <A className="btn btn--line" to="/sign-in">
          {m.accounts_other_address()}
        </A>
      </div>
    </div>
  );
}

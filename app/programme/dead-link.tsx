import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';

interface DeadLinkProps {
  title: string;
  /** What to do next. */
  what: string;
}

/** For a personal link of an edition that is unknown, revoked, expired or not for its reader any more: nobody learns which. */
export function DeadLink({ title, what }: DeadLinkProps) {
  return (
    <div className="wrap sect">
      <div className="stack">
        <h1>{title}</h1>
        <p className="lede">{what}</p>
        <p>
          <A className="btn" to="/editions">
            {m.common_nav_editions()}
          </A>
        </p>
      </div>
    </div>
  );
}

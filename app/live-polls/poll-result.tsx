import type { CSSProperties } from 'react';
import { m } from '#app/messages/compiled/messages.js';

/** An answer with its votes, and a bar of its share of them all. */
export function PollResult({ label, votes, count }: { label: string; votes: number; count: number }) {
  return (
    <>
      <span className="poll__o">
        <span data-mine={m.live_polls_mine()}>{label}</span>
        <b>
          {votes}
          <span className="vh"> {m.live_polls_word({ count: votes })}</span>
        </b>
      </span>
      <span className="bar" style={{ '--v': count > 0 ? Math.round((votes / count) * 100) : 0 } as CSSProperties} aria-hidden="true">
        <i />
      </span>
    </>
  );
}

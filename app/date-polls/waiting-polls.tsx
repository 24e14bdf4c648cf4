import { m } from '#app/messages/compiled/messages.js';
import type { PollInList } from '#db/date-polls/read-lists.ts';
import { PollLedger } from './poll-ledger.tsx';
import './date-polls.css';

/** Open polls that wait for the reader's answer, among the things to do; nothing when there are none. `now` is an ISO instant. */
export function WaitingPolls({ polls, now }: { polls: readonly PollInList[]; now: string }) {
  if (polls.length === 0) return null;
  return (
    <section aria-labelledby="t-polls">
      <div className="sect__h">
        <h2 id="t-polls">{m.date_polls_waiting_title()}</h2>
      </div>
      <PollLedger polls={polls} now={now} heading="h3" />
    </section>
  );
}

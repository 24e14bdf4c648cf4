import { m } from '#app/messages/compiled/messages.js';
import { type LivePoll, votesOf } from '#app/model/live-polls.ts';
import { PollResult } from './poll-result.tsx';
import type { PollDesk } from './use-polls.ts';

interface ClosedPollsProps {
  polls: readonly LivePoll[];
  desk: PollDesk;
  leads: boolean;
  startOpen: boolean;
}

/** Results stay readable after the vote, and one that was hidden may still be inserted. */
export function ClosedPolls({ polls, desk, leads, startOpen }: ClosedPollsProps) {
  return (
    <details className="pres-more poll-past" open={startOpen}>
      <summary>
        <span>{m.live_polls_closed_title()}</span>
        <span className="meta">{polls.length}</span>
      </summary>
      {polls.map((poll) => {
        const count = votesOf(poll);
        const mine = desk.own.votes[poll.id];
        return (
          <div className="poll-past__one" key={poll.id}>
            <p className="poll__q">{poll.question}</p>
            <ul className="poll">
              {poll.options.map(({ id, label, votes }) => (
                <li key={id} className={id === mine ? 'poll--mine' : undefined}>
                  <PollResult label={label} votes={votes} count={count} />
                </li>
              ))}
            </ul>
            <p className="meta poll__hint">
              {m.live_polls_closed_votes({ count })}
              {poll.insertedAt ? `, ${m.live_polls_inserted().toLocaleLowerCase()}` : ''}
            </p>
            {leads && !poll.insertedAt ? (
              <form method="post" action={desk.action} onSubmit={desk.submit}>
                <input type="hidden" name="poll" value={poll.id} />
                <button className="btn btn--line btn--sm" type="submit" name="intent" value="insert">
                  {m.live_polls_insert_closed()}
                </button>
              </form>
            ) : null}
          </div>
        );
      })}
    </details>
  );
}

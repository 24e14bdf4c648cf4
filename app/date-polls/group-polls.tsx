import { m } from '#app/messages/compiled/messages.js';
import { datePollState } from '#app/model/date-polls.ts';
import { A } from '#app/ui/link.tsx';
import type { PollInList } from '#db/date-polls/read-lists.ts';
import { stateWords } from './poll-words.ts';
import './date-polls.css';

interface GroupPollsProps {
  slug: string;
  polls: readonly PollInList[];
  organise: boolean;
  /** ISO instant. */
  now: string;
}

/** On a group's page: its latest polls, to those who organise them or are asked. Nothing for anybody else. */
export function GroupPolls({ slug, polls, organise, now }: GroupPollsProps) {
  if (polls.length === 0 && !organise) return null;
  return (
    <section className="dp-panel" aria-labelledby="t-polls">
      <div className="sect__h">
        <h2 id="t-polls">{m.date_polls_title()}</h2>
        <A to={polls.length > 0 ? `/groups/${slug}/polls` : `/groups/${slug}/polls/new`}>
          {polls.length > 0 ? m.date_polls_all() : m.date_polls_new_title()}
        </A>
      </div>
      <ul className="dp-list">
        {polls.map((poll) => (
          <li key={poll.slug}>
            <A to={`/polls/${poll.slug}`}>{poll.question}</A>
            <span className="meta">{stateWords({ ...poll, state: datePollState(poll, Temporal.Instant.from(now)) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

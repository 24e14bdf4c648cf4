import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { datePollState } from '#app/model/date-polls.ts';
import { formatDay } from '#app/model/format-when.ts';
import { A } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { PollInList } from '#db/date-polls/read-lists.ts';
import { stateWords } from './poll-words.ts';

/** Polls, each with its deadline in the margin. `now` is an ISO instant. */
export function PollLedger({ polls, now }: { polls: readonly PollInList[]; now: string }) {
  return (
    <ul className="ledger">
      {polls.map((poll) => (
        <Row key={poll.slug} poll={poll} now={now} />
      ))}
    </ul>
  );
}

function Row({ poll, now }: { poll: PollInList; now: string }) {
  const state = datePollState(poll, Temporal.Instant.from(now));
  const { deadline, question, slug, answered, voters, asked, hasAnswered, meetingSlug } = poll;
  return (
    <li className="ledger__row">
      <div className="ledger__m">
        <b>{formatDay(deadline, getLocale(), { year: false })}</b>
        {deadline.slice(0, 4)}
      </div>
      <div className="ledger__b">
        <h3>
          <A to={`/polls/${slug}`}>{question}</A>
        </h3>
        <p className="meta">
          {m.date_polls_answered_of({ answered, voters })} {m.date_polls_answers_word()}
          {meetingSlug ? (
            <>
              {' · '}
              <A to={`/meetings/${meetingSlug}`}>{m.date_polls_see_meeting()}</A>
            </>
          ) : null}
        </p>
      </div>
      <div className="ledger__e">
        <Tag {...(state === 'open' ? { look: 'warn' as const } : {})}>{stateWords({ state, deadline })}</Tag>
        {state === 'open' && asked && !hasAnswered ? (
          <A className="btn btn--sm" to={`/polls/${slug}`}>
            {m.date_polls_answer()}
          </A>
        ) : null}
      </div>
    </li>
  );
}

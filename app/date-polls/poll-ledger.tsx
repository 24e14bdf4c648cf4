import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { datePollState } from '#app/model/date-polls.ts';
import { formatDay } from '#app/model/format-when.ts';
import { A } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { PollInList } from '#db/date-polls/read-lists.ts';
import { answersWords, stateWords } from './poll-words.ts';

interface PollLedgerProps {
  polls: readonly PollInList[];
  /** ISO instant. */
  now: string;
  /** What the questions are under: the page’s title, or that of a part of it. */
  heading: 'h2' | 'h3';
}

/** Polls, each with its deadline in the margin. */
export function PollLedger({ polls, now, heading }: PollLedgerProps) {
  return (
    <ul className="ledger">
      {polls.map((poll) => (
        <Row key={poll.slug} poll={poll} now={now} heading={heading} />
      ))}
    </ul>
  );
}

function Row({ poll, now, heading: Heading }: Pick<PollLedgerProps, 'now' | 'heading'> & { poll: PollInList }) {
  const state = datePollState(poll, Temporal.Instant.from(now));
  const { deadline, question, slug, answered, voters, asked, hasAnswered, meetingSlug, meetingStatus } = poll;
  return (
    <li className="ledger__row">
      <div className="ledger__m">
        <b>{formatDay(deadline, getLocale(), { year: false })}</b>
        {deadline.slice(0, 4)}
      </div>
      <div className="ledger__b">
        <Heading className="dp-list__h">
          <A to={`/polls/${slug}`}>{question}</A>
        </Heading>
        <p className="meta">
          {answersWords({ answered, voters })}
          {meetingSlug ? (
            <>
              {' · '}
              <A to={`/meetings/${meetingSlug}`}>{m.date_polls_see_meeting()}</A>
            </>
          ) : null}
        </p>
      </div>
      <div className="ledger__e">
        <Tag {...(state === 'open' ? { look: 'warn' as const } : {})}>{stateWords({ state, deadline, meetingStatus })}</Tag>
        {state === 'open' && asked && !hasAnswered ? (
          <A className="btn btn--sm" to={`/polls/${slug}`}>
            {m.date_polls_answer()}
          </A>
        ) : null}
      </div>
    </li>
  );
}

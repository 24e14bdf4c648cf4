import { m } from '#app/messages/compiled/messages.js';
import type { LivePoll } from '#app/model/live-polls.ts';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { PollResult } from './poll-result.tsx';

interface PhonesPollProps {
  slug: string;
  poll:
    | (LivePoll & {
        count: number;
        kinds: { devices: number; badges: number; people: number };
        /** How many fit in; null: nobody knows. */
        capacity: number | null;
      })
    | null;
}

/** The latest question, how its votes came, and the way into the notes. */
export function PhonesPoll({ slug, poll }: PhonesPollProps) {
  return (
    <section aria-labelledby="t-latest" className="stack phones">
      <h2 id="t-latest">{m.live_polls_phones_poll()}</h2>
      {poll ? <Latest poll={poll} /> : <p className="meta">{m.live_polls_phones_none()}</p>}
      <p className="row">
        {poll?.closedAt === null ? null : (
          <A className="btn" to={`/meetings/${slug}/live/polls/new`}>
            {m.live_polls_new_title()}
          </A>
        )}
        <A className="btn btn--quiet" to={`/meetings/${slug}/live`}>
          {m.live_polls_phones_back()}
        </A>
      </p>
    </section>
  );
}

function Latest({ poll }: { poll: NonNullable<PhonesPollProps['poll']> }) {
  const { count, capacity, kinds } = poll;
  return (
    <>
      <p className="poll__q">{poll.question}</p>
      <ul className="poll">
        {poll.options.map(({ id, label, votes }) => (
          <li key={id}>
            <PollResult label={label} votes={votes} count={count} />
          </li>
        ))}
      </ul>
      <p className="meta">
        {m.live_polls_room_count({ count })} ({m.live_polls_phones_kinds(kinds)})
      </p>
      {capacity !== null && count > capacity ? <Notice look="warn">{m.live_polls_phones_too_many({ count, capacity })}</Notice> : null}
      {poll.insertedAt === null ? (
        <form method="post" className="row">
          <input type="hidden" name="poll" value={poll.id} />
          <SubmitButton name="intent" value="insert">
            {m.live_polls_phones_into_notes()}
          </SubmitButton>
          {poll.closedAt === null ? (
            <SubmitButton name="intent" value="close" look="line">
              {m.live_polls_phones_close_poll()}
            </SubmitButton>
          ) : null}
        </form>
      ) : (
        <p className="meta">{m.live_polls_inserted()}</p>
      )}
    </>
  );
}

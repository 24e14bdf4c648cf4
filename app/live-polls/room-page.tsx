import { m } from '#app/messages/compiled/messages.js';
import type { RoomPoll, RoomState } from '#app/model/room-polls.ts';
import { Field } from '#app/ui/field.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { PollResult } from './poll-result.tsx';
import { useRoomMark } from './use-room-mark.ts';

export interface RoomPageProps {
  room: RoomState;
  /** Changes when there is something new to show. */
  mark: string;
  code: string;
  /** The option that this voter chose. */
  own: string | null;
  needsBadge: boolean;
  /** By what a vote is told from another one's. */
  sure: 'device' | 'badge' | 'person';
  refused: string | null;
}

/** The room's question on a phone: one tap votes. Everything works without scripts; with them, the page follows the room. */
export function RoomPage({ room, mark, code, own, needsBadge, sure, refused }: RoomPageProps) {
  useRoomMark(code, mark);
  const { moment, poll, title } = room;
  return (
    <main className="room">
      <p className="kicker">{title}</p>
      {refused ? (
        <Notice look="warn" role="alert">
          {refused}
        </Notice>
      ) : null}
      {moment === 'before' || !poll ? (
        <h1 className="room__q">{moment === 'over' ? m.live_polls_room_over() : m.live_polls_room_before()}</h1>
      ) : null}
      {poll ? <h1 className="room__q">{poll.question}</h1> : null}
      {poll && moment === 'open' ? needsBadge ? <ShowBadge code={code} /> : <Ballot poll={poll} own={own} code={code} /> : null}
      {poll && (moment === 'result' || moment === 'over') ? <Result poll={poll} own={own} over={moment === 'over'} /> : null}
      <p className="meta">{SURE[sure]()}</p>
      <p>
        <A className="btn btn--quiet" to={`/live/${code}`}>
          <Icon name="clock-clockwise" />
          {m.live_polls_room_refresh()}
        </A>
      </p>
    </main>
  );
}

const SURE = {
  device: m.live_polls_room_sure_device,
  badge: m.live_polls_room_sure_badge,
  person: m.live_polls_room_sure_person,
} as const;

function Ballot({ poll, own, code }: { poll: RoomPoll; own: string | null; code: string }) {
  return (
    <form method="post" action={`./${code}`} className="room__b">
      <input type="hidden" name="poll" value={poll.id} />
      <p role="status">{own ? m.live_polls_room_voted() : m.live_polls_room_choose()}</p>
      {poll.options.map(({ id, label, votes }) => (
        <button key={id} type="submit" name="option" value={id} className="room__o" aria-pressed={id === own}>
          <span>
            {label}
            {id === own ? <em> {m.live_polls_room_yours()}</em> : null}
          </span>
          {id === own ? <Icon name="check-circle" /> : null}
          {votes === null ? null : <b>{votes}</b>}
        </button>
      ))}
    </form>
  );
}

function Result({ poll, own, over }: { poll: RoomPoll; own: string | null; over: boolean }) {
  return (
    <>
      <p role="status">{over ? m.live_polls_room_over() : m.live_polls_room_closed()}</p>
      <ul className="poll room__r">
        {poll.options.map(({ id, label, votes }) => (
          <li key={id} className={id === own ? 'poll--mine' : undefined}>
            <PollResult label={label} votes={votes ?? 0} count={poll.count} />
          </li>
        ))}
      </ul>
      <p>{m.live_polls_room_count({ count: poll.count })}</p>
    </>
  );
}

function ShowBadge({ code }: { code: string }) {
  return (
    <form method="post" action={`./${code}`} className="stack">
      <Field
        name="badge"
        label={m.live_polls_room_badge()}
        hint={m.live_polls_room_badge_hint()}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={300}
      />
      <div>
        <SubmitButton name="intent" value="badge" size="lg">
          {m.live_polls_room_badge_send()}
        </SubmitButton>
      </div>
    </form>
  );
}

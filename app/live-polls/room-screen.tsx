import { m } from '#app/messages/compiled/messages.js';
import { type RoomState, roomCodeInWords } from '#app/model/room-polls.ts';
import { PollResult } from './poll-result.tsx';

interface RoomScreenProps {
  room: RoomState;
  byBadge: boolean;
  /** Null: closed to phones. */
  door: { code: string; address: string; qr: { path: string; size: number } } | null;
}

/** Read from the last row: the question and the number of votes on one side, the QR code and the words on the other. */
export function RoomScreen({ room: { title, moment, poll }, byBadge, door }: RoomScreenProps) {
  const tells = poll?.options.some(({ votes }) => votes !== null);
  return (
    <main className="screen">
      <div className="screen__q">
        <p className="kicker">{title}</p>
        <h1>{poll ? poll.question : moment === 'over' ? m.live_polls_room_over() : m.live_polls_screen_wait()}</h1>
        {poll ? (
          <ul className="poll screen__o">
            {poll.options.map(({ id, label, votes }) => (
              <li key={id}>{tells ? <PollResult label={label} votes={votes ?? 0} count={poll.count} /> : label}</li>
            ))}
          </ul>
        ) : null}
        {poll ? (
          <p className="screen__n" role="status">
            <b className="screen__v">{m.live_polls_room_count({ count: poll.count })}</b>
            <span>{poll.closed ? m.live_polls_room_closed() : tells ? '' : m.live_polls_screen_hidden()}</span>
          </p>
        ) : null}
      </div>
      <div className="screen__d">
        {door ? (
          <>
            <svg
              viewBox={`0 0 ${door.qr.size} ${door.qr.size}`}
              role="img"
              aria-label={m.live_polls_screen_qr()}
              shapeRendering="crispEdges"
            >
              <rect width={door.qr.size} height={door.qr.size} fill="#fff" />
              <path d={door.qr.path} fill="#000" />
            </svg>
            <p>{m.live_polls_screen_how({ address: door.address })}</p>
            <p className="screen__c">{roomCodeInWords(door.code)}</p>
            <p className="meta">{byBadge ? m.live_polls_room_sure_badge() : m.live_polls_room_sure_device()}</p>
          </>
        ) : (
          <p>{m.live_polls_screen_closed()}</p>
        )}
      </div>
    </main>
  );
}

import { votesOf } from '#app/model/live-polls.ts';
import type { RoomState } from '#app/model/room-polls.ts';
import type { RoomScope } from '#app/model/scope.ts';
import { findRoom } from '#db/live-polls/room.ts';
import { listPolls } from '#db/live-polls/state.ts';
import type { Services } from '#server/services.ts';

type Needs = Pick<Services, 'db'>;

/** What the phones of a room are told: the open question, else the result of the latest. */
export async function readRoom({ db }: Needs, scope: Pick<RoomScope, 'meetingId' | 'showsCounts'>): Promise<RoomState> {
  const [room, [latest]] = await Promise.all([findRoom(db, scope), listPolls(db, scope.meetingId)]);
  const over = room.status === 'cancelled' || room.closedAt !== null;
  const closed = latest?.closedAt !== null;
  const tells = closed || scope.showsCounts;
  const poll = latest && {
    ...{ id: latest.id, question: latest.question, closed: closed || over, count: votesOf(latest) },
    options: latest.options.map(({ id, label, votes }) => ({ id, label, votes: tells || over ? votes : null })),
  };
  const moment = over ? 'over' : !poll ? 'before' : closed ? 'result' : 'open';
  return { title: room.title, moment, poll: poll ?? null };
}

/** What changes when a phone has to be told something new, and nothing besides: asked every few seconds by every phone. */
export async function readRoomMark({ db }: Needs, scope: RoomScope): Promise<string> {
  const { moment, poll } = await readRoom({ db }, scope);
  // the number of votes only where it is shown
  return [moment, poll?.id ?? '', poll?.closed || scope.showsCounts ? (poll?.count ?? 0) : '', scope.byBadge].join('.');
}

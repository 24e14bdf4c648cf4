import { votesOf } from '#app/model/live-polls.ts';
import type { RoomState } from '#app/model/room-polls.ts';
import type { RoomScope } from '#app/model/scope.ts';
import { countByKind, type Door, findChoice, findDoor, findRoom } from '#db/live-polls/room.ts';
import { listPolls } from '#db/live-polls/state.ts';
import type { Services } from '#server/services.ts';
import type { PollLeader } from './access.ts';
import { readRoom } from './read-room.ts';
import { ballotOf, type RoomVoter } from './vote-in-room.ts';

/** What those who run a meeting see of its phones: the door, and the latest question with how its votes came. */
export async function readPhones({ db }: Pick<Services, 'db'>, { scope }: PollLeader) {
  const [door, room, [poll]] = await Promise.all([findDoor(db, scope.meetingId), findRoom(db, scope), listPolls(db, scope.meetingId)]);
  return {
    ...{ door: door ?? null, ofEdition: room.editionId !== null },
    poll: poll ? { ...poll, count: votesOf(poll), kinds: await countByKind(db, poll.id), capacity: room.capacity } : null,
  };
}

/** What the screen of the room shows; `door` null: phones may not vote now. */
export async function readScreen(
  services: Pick<Services, 'db'>,
  { scope: { meetingId } }: PollLeader,
): Promise<{ room: RoomState; door: Door | null }> {
  const door = await findDoor(services.db, meetingId);
  const room = await readRoom(services, { meetingId, showsCounts: door?.showsCounts ?? false });
  return { room, door: door && door.closedAt === null ? door : null };
}

/** What this voter chose in a poll of the room (null: nothing), and whether a badge is asked of them first. */
export async function readOwnChoice(
  services: Services,
  scope: RoomScope,
  voter: Pick<RoomVoter, 'device' | 'personId'>,
  pollId: string | null,
): Promise<{ own: string | null; needsBadge: boolean }> {
  const ballot = await ballotOf(services, scope, voter, pollId ?? '');
  if (typeof ballot === 'string' || pollId === null) return { own: null, needsBadge: ballot === 'badge-needed' };
  const { personId } = ballot;
  return { own: await findChoice(services.db, { pollId, personId, voter: personId === null ? ballot.voter : null }), needsBadge: false };
}

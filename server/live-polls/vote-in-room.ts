import type { RoomScope } from '#app/model/scope.ts';
import { findTime } from '#db/live-polls/meeting.ts';
import { findChoice, findRegistered, findRoom, hasOption, putRoomVote, withdrawRoomVote } from '#db/live-polls/room.ts';
import { holdPoll, putVote } from '#db/live-polls/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { withinLimit } from '#server/accounts/rate-limit.ts';
import { keyedHash } from '#server/accounts/secrets.ts';
import type { Services } from '#server/services.ts';
import type { Device } from './voter-cookie.ts';

/** Who votes, as far as anybody knows. */
export interface RoomVoter {
  /** Null: the phone keeps no cookies. */
  device: Device | null;
  /** Signed in. */
  personId: string | null;
  ip: string;
}

export type VotedInRoom =
  | { ok: true }
  | { ok: false; reason: 'poll-unknown' | 'poll-closed' | 'option-unknown' | 'meeting-closed' }
  | { ok: false; reason: 'no-cookie' | 'badge-needed' | 'too-often' | 'room-full' };

/** Requests to vote, changes of mind included, of everybody behind one address. */
const TRIES = { times: 3000, everyMinutes: 10 };
/** First votes in one poll from one address: a room is often behind one. Where it is known how many fit in, some more than those. */
const UNKNOWN_ROOM = 400;
const FIRST_VOTES_MINUTES = 24 * 60;

/** Under what a vote is kept: a person, or the hash of a badge or of a device, other in each poll. */
export type Ballot =
  | { personId: string; device: Buffer | null }
  | { personId: null; voter: Buffer; byBadge: boolean; device: Buffer | null };

/**
 * One vote a person, as far as that can be: who is signed in votes under their name, who showed a badge under it, and else the
 * device votes. Whoever was counted as a device and then comes under a name is counted once. Changed until the poll closes.
 */
export async function voteInRoom(
  services: Services,
  scope: RoomScope,
  voter: RoomVoter,
  { pollId, optionId }: { pollId: string; optionId: string },
): Promise<VotedInRoom> {
  const { meetingId } = scope;
  if (!(await withinLimit(services, { what: 'room votes by address', who: voter.ip, ...TRIES }))) return { ok: false, reason: 'too-often' };
  const ballot = await ballotOf(services, scope, voter, pollId);
  if (typeof ballot === 'string') return { ok: false, reason: ballot };
  const at = services.clock.now().toString();
  const own = ballot.personId === null ? ballot.voter : null;
  const first = (await findChoice(services.db, { pollId, voter: own, personId: ballot.personId })) === null;
  // a script takes a new device for each vote; people under their name or badge are who they are
  if (first && ballot.personId === null && !ballot.byBadge && !(await hasRoom(services, scope, pollId, voter.ip)))
    return { ok: false, reason: 'room-full' };
  const voted = await inTransaction<VotedInRoom>(services.db, async (trx) => {
    if ((await findTime(trx, meetingId)) !== 'open') return { ok: false, reason: 'meeting-closed' };
    const poll = await holdPoll(trx, meetingId, pollId, 'share');
    if (!poll) return { ok: false, reason: 'poll-unknown' };
    if (poll.closedAt !== null) return { ok: false, reason: 'poll-closed' };
    if (!(await hasOption(trx, pollId, optionId))) return { ok: false, reason: 'option-unknown' };
    if (ballot.personId !== null) await putVote(trx, { pollId, optionId, personId: ballot.personId, at });
    else await putRoomVote(trx, { pollId, optionId, voter: ballot.voter, byBadge: ballot.byBadge, at });
    if (ballot.device && !(ballot.personId === null && ballot.voter.equals(ballot.device)))
      await withdrawRoomVote(trx, pollId, ballot.device);
    return { ok: true };
  });
  if (voted.ok) services.live.changed(meetingId, 'polls');
  return voted;
}

/** Under what this voter's vote is kept; or why they have none. */
export async function ballotOf(
  services: Services,
  scope: RoomScope,
  { device, personId }: Pick<RoomVoter, 'device' | 'personId'>,
  pollId: string,
): Promise<Ballot | 'no-cookie' | 'badge-needed'> {
  const hashOf = (what: string) => keyedHash(services.env, 'room vote', `${pollId} ${what}`);
  const ofDevice = device && hashOf(`device ${device.id}`);
  if (personId) return { personId, device: ofDevice };
  if (!device || !ofDevice) return 'no-cookie';
  const badge = device.registrationId === null ? undefined : await badgeOf(services, scope, device.registrationId);
  if (badge?.personId) return { personId: badge.personId, device: ofDevice };
  if (badge) return { personId: null, voter: hashOf(`badge ${badge.registrationId}`), byBadge: true, device: ofDevice };
  return scope.byBadge ? 'badge-needed' : { personId: null, voter: ofDevice, byBadge: false, device: ofDevice };
}

async function badgeOf({ db }: Services, scope: RoomScope, registrationId: string) {
  const { editionId } = await findRoom(db, scope);
  return editionId ? findRegistered(db, { editionId, registrationId }) : undefined;
}

async function hasRoom(services: Services, scope: RoomScope, pollId: string, ip: string): Promise<boolean> {
  const { capacity } = await findRoom(services.db, scope);
  const times = capacity === null ? UNKNOWN_ROOM : Math.ceil(capacity * 1.25) + 20;
  return withinLimit(services, { what: 'room ballots by address', who: `${pollId} ${ip}`, times, everyMinutes: FIRST_VOTES_MINUTES });
}

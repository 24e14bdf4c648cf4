import { randomBytes } from 'node:crypto';
import { roomCodeOf } from '#app/model/room-polls.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findTime } from '#db/live-polls/meeting.ts';
import { changeCode, closeDoor, type Door, findDoor, openDoor } from '#db/live-polls/room.ts';
import { listPolls } from '#db/live-polls/state.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { PollLeader } from './access.ts';

type Needs = Pick<Services, 'db' | 'live' | 'clock'>;

export type OpenedDoor =
  | { ok: true; door: Door }
  | { ok: false; reason: 'meeting-closed' }
  /** Who may vote changes between two polls only: votes that were counted would not have been. */
  | { ok: false; reason: 'poll-open' };

/** Lets the room's phones vote, with badges only or without, or changes which. */
export async function openRoomDoor(
  services: Needs,
  { viewer, scope: { meetingId } }: PollLeader,
  choices: { byBadge: boolean; showsCounts: boolean },
): Promise<OpenedDoor> {
  const opened = await inTransaction<OpenedDoor>(services.db, async (trx) => {
    if ((await findTime(trx, meetingId)) !== 'open') return { ok: false, reason: 'meeting-closed' };
    const before = await findDoor(trx, meetingId);
    const stricter = before && before.byBadge !== choices.byBadge;
    if (stricter && (await listPolls(trx, meetingId)).some(({ closedAt }) => closedAt === null)) return { ok: false, reason: 'poll-open' };
    const code = roomCodeOf(randomBytes(32));
    const door = await openDoor(trx, { meetingId, code, now: services.clock.now().toString(), ...choices });
    await recordAudit(trx, auditOf('open_room', viewer.personId, meetingId));
    return { ok: true, door };
  });
  if (opened.ok) services.live.changed(meetingId, 'polls');
  return opened;
}

/** Ends the votes of the room's phones; what was voted counts. */
export async function closeRoomDoor(services: Needs, { viewer, scope: { meetingId } }: PollLeader): Promise<void> {
  await inTransaction(services.db, async (trx) => {
    await closeDoor(trx, meetingId, services.clock.now().toString());
    await recordAudit(trx, auditOf('close_room', viewer.personId, meetingId));
  });
  services.live.changed(meetingId, 'polls');
}

/** Another code, for when the one before went further than the room. */
export async function renewRoomCode(services: Needs, { viewer, scope: { meetingId } }: PollLeader): Promise<void> {
  await inTransaction(services.db, async (trx) => {
    await changeCode(trx, meetingId, roomCodeOf(randomBytes(32)));
    await recordAudit(trx, auditOf('renew_room_code', viewer.personId, meetingId));
  });
  services.live.changed(meetingId, 'polls');
}

const auditOf = (verb: string, personId: string, meetingId: string) => ({
  ...{ personId, action: `live_polls.${verb}`, subjectType: 'meeting', subjectId: meetingId },
});

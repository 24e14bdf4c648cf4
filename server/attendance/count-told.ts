import { isOver } from '#app/model/attendance.ts';
import { findMeetingState } from '#db/attendance/invitations.ts';
import { countAddressees } from '#db/attendance/read-addressees.ts';
import type { Trx } from '#db/client.ts';
import type { Services } from '#server/services.ts';

interface Told {
  meetingId: string;
  what: 'announced' | 'updated' | 'cancelled';
  /** When it is after the change; the same unless told. */
  after?: { edtf: string; timeZone: string };
}

/**
 * How many people notifyInvitees would tell; nobody of a meeting that is over, before and after. Who declined is asked again
 * for another date, and told nothing else (meeting-update-mail.ts).
 */
export async function countTold(
  db: Trx | Services['db'],
  services: Pick<Services, 'clock'>,
  { meetingId, what, after }: Told,
): Promise<number> {
  const meeting = await findMeetingState(db, meetingId);
  const now = services.clock.now();
  if (isOver(meeting, now) && isOver(after ?? meeting, now)) return 0;
  const { waiting, invited, coming } = await countAddressees(db, meetingId);
  const anotherDate = after !== undefined && (after.edtf !== meeting.edtf || after.timeZone !== meeting.timeZone);
  return { announced: waiting, updated: anotherDate ? invited : coming, cancelled: coming }[what];
}

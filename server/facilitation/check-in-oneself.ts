import type { Viewer } from '#app/model/viewer.ts';
import { boundsOf, whenOf } from '#app/model/when.ts';
import { updateCheckIn } from '#db/attendance/write.ts';
import { findMeeting } from '#db/meetings/read.ts';
import type { Services } from '#server/services.ts';
import type { AttendedMeeting } from './access.ts';
import { mayCheckInNow } from './policy.ts';
import { readFacilitation } from './read-facilitation.ts';
import { type Step, takeStep } from './take-step.ts';

/** Signs the viewer into the attendance list; the first hour stays, and only organisers take it back (server/attendance/check-in.ts). */
export async function checkInOneself(services: Services, { viewer, scope }: { viewer: Viewer; scope: AttendedMeeting }): Promise<Step> {
  const { meetingId, attendanceId } = scope;
  const [{ edtf, timeZone }, facilitation] = await Promise.all([findMeeting(services.db, scope), readFacilitation(services, meetingId)]);
  const bounds = boundsOf(whenOf(edtf), timeZone);
  if (!mayCheckInNow({ facilitation, bounds, now: services.clock.now() })) return { ok: false, reason: 'not_now' };
  const step = await takeStep(services, { viewer, meetingId, action: 'check_in', while: ['not_started'] }, (trx, _run, at) =>
    updateCheckIn(trx, { meetingId, attendanceId, at }),
  );
  if (step.ok) services.live.changed(meetingId, 'attendance');
  return step;
}

import type { Viewer } from '#app/model/viewer.ts';
import { insertRequest, withdrawRequest } from '#db/facilitation/write.ts';
import type { Services } from '#server/services.ts';
import type { AttendedMeeting } from './access.ts';
import { type Step, takeStep } from './take-step.ts';

interface Asking {
  viewer: Viewer;
  scope: AttendedMeeting;
}

/** Puts the viewer at the end of the queue for the floor; whoever is in it stays where they are. */
export async function askFloor(services: Services, { viewer, scope: { meetingId, attendanceId } }: Asking): Promise<Step> {
  return takeStep(services, { viewer, meetingId, action: 'ask_floor', while: ['not_started'] }, (trx, _run, now) =>
    insertRequest(trx, { meetingId, attendanceId, now }),
  );
}

/** Takes the viewer out of the queue. */
export async function withdrawFloor(services: Services, { viewer, scope: { meetingId, attendanceId } }: Asking): Promise<Step> {
  return takeStep(services, { viewer, meetingId, action: 'withdraw_floor', while: ['not_started'] }, (trx, _run, now) =>
    withdrawRequest(trx, { attendanceId, now }),
  );
}

import type { Viewer } from '#app/model/viewer.ts';
import { closeRun, reopenRun } from '#db/facilitation/write.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { keepNotesAsClosed } from '#server/notes/history/keep-versions.ts';
import type { Services } from '#server/services.ts';
import { type Step, takeStep } from './take-step.ts';

interface Closing {
  viewer: Viewer;
  scope: OrganisedMeeting;
}

/** Ends the meeting: its clock stops, and from now on only its organisers write in its notes. */
export async function closeMeeting(services: Services, { viewer, scope: { meetingId } }: Closing): Promise<Step> {
  const what = { viewer, meetingId, action: 'close', while: ['closed'], changesRights: true } as const;
  const step = await takeStep(services, what, async (trx, { closed }, now) => {
    if (closed) return false;
    await closeRun(trx, { meetingId, now, by: viewer.personId });
    return true;
  });
  if (step.ok) await keepNotesAsClosed(services, meetingId);
  return step;
}

/** Opens a closed meeting again where it was; its clock stays paused until somebody lets it go on. */
export async function reopenMeeting(services: Services, { viewer, scope: { meetingId } }: Closing): Promise<Step> {
  const what = { viewer, meetingId, action: 'reopen', while: ['closed'], changesRights: true } as const;
  return takeStep(services, what, async (trx, { closed }) => {
    if (closed) await reopenRun(trx, meetingId);
    return closed;
  });
}

import type { Viewer } from '#app/model/viewer.ts';
import { listSteps } from '#db/facilitation/read.ts';
import { changePoint, insertRun } from '#db/facilitation/write.ts';
import type { Services } from '#server/services.ts';
import type { LedMeeting } from './access.ts';
import { type Step, takeStep } from './take-step.ts';

/** Opens the meeting at its first point. Refuses a draft, a cancelled and a closed meeting; an open one stays as it is. */
export async function startMeeting(services: Services, { viewer, scope }: { viewer: Viewer; scope: LedMeeting }): Promise<Step> {
  const { meetingId } = scope;
  return takeStep(services, { viewer, meetingId, action: 'start', while: ['not_started'] }, async (trx, { started }, now) => {
    if (started) return false;
    await insertRun(trx, { meetingId, now });
    const [first] = await listSteps(trx, meetingId);
    if (first) await changePoint(trx, { meetingId, now, to: first.id });
    return true;
  });
}

import { nextPoint } from '#app/model/meeting-pace.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { listSteps } from '#db/facilitation/read.ts';
import { changePoint } from '#db/facilitation/write.ts';
import type { Services } from '#server/services.ts';
import type { LedMeeting } from './access.ts';
import { type Step, takeStep } from './take-step.ts';

interface Leaving {
  viewer: Viewer;
  scope: LedMeeting;
  /** The point that the page showed as the current one (null: none). */
  leaving: string | null;
}

/**
 * Goes on to the next point that was not begun; after the last one, to none. Two organisers who press at once take one step:
 * each names the point they leave, and the second finds it left.
 */
export async function goToNextPoint(services: Services, { viewer, scope, leaving }: Leaving): Promise<Step> {
  const { meetingId } = scope;
  const what = { viewer, meetingId, action: 'next', detail: { leaving } };
  return takeStep(services, what, async (trx, run, now) => {
    if (run.agendaItemId !== leaving) return false;
    const steps = await listSteps(trx, meetingId);
    const points = steps.filter(({ begun }) => begun).map(({ id }) => ({ agendaItemId: id }));
    const current = leaving === null ? null : { agendaItemId: leaving, runningSince: null };
    const to = nextPoint({ current, points }, steps);
    if (to === null && leaving === null) return false;
    await changePoint(trx, { meetingId, now, to });
    return true;
  });
}

/** Goes to any point, also back to one that was held. Refuses when somebody else has moved on meanwhile ('moved'). */
export async function goToPoint(services: Services, { viewer, scope, leaving, to }: Leaving & { to: string }): Promise<Step> {
  const { meetingId } = scope;
  const what = { viewer, meetingId, action: 'go', detail: { leaving, to } };
  return takeStep(services, what, async (trx, run, now) => {
    if (run.agendaItemId === to) return false;
    if (run.agendaItemId !== leaving) return 'moved';
    const steps = await listSteps(trx, meetingId);
    if (!steps.some(({ id }) => id === to)) return 'point_gone';
    await changePoint(trx, { meetingId, now, to });
    return true;
  });
}

import type { Viewer } from '#app/model/viewer.ts';
import { addToPoint, startClock, stopClock } from '#db/facilitation/write.ts';
import type { Services } from '#server/services.ts';
import type { LedMeeting } from './access.ts';
import { type Step, takeStep } from './take-step.ts';

/** As the table holds it (db/migrations): a day. */
const MOST_ADDED_MINUTES = 24 * 60;

interface OfPoint {
  viewer: Viewer;
  scope: LedMeeting;
  /** The point whose clock is meant; another one is never touched. */
  agendaItemId: string;
}

/** Stops the clock of the current point, or lets it go on. */
export async function pauseClock(
  services: Services,
  { viewer, scope, agendaItemId, paused }: OfPoint & { paused: boolean },
): Promise<Step> {
  const { meetingId } = scope;
  const what = { viewer, meetingId, action: paused ? 'pause' : 'resume', detail: { agendaItemId } };
  return takeStep(services, what, async (trx, run, now) => {
    if (run.agendaItemId !== agendaItemId) return 'moved';
    if ((run.runningSince === null) === paused) return false;
    await (paused ? stopClock : startClock)(trx, { meetingId, now });
    return true;
  });
}

/** Adds minutes to the current point. `seen`: how many had been added so far, so that a second press, or a colleague's, adds none. */
export async function addMinutes(
  services: Services,
  { viewer, scope, agendaItemId, seen, minutes }: OfPoint & { seen: number; minutes: number },
): Promise<Step> {
  const { meetingId } = scope;
  const what = { viewer, meetingId, action: 'add_minutes', detail: { agendaItemId, minutes } };
  return takeStep(services, what, async (trx, run) => {
    if (run.agendaItemId !== agendaItemId) return 'moved';
    if (seen + minutes > MOST_ADDED_MINUTES) return 'too_long';
    return addToPoint(trx, { agendaItemId, seen, minutes });
  });
}

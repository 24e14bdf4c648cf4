import type { Viewer } from '#app/model/viewer.ts';
import { listSteps } from '#db/facilitation/read.ts';
import { setLock } from '#db/facilitation/write.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import type { Services } from '#server/services.ts';
import { type Step, takeStep } from './take-step.ts';

/** Closes the notes of one point to everybody's writing, the organisers' too, or opens them again; before, during and after the meeting. */
export async function lockSection(
  services: Services,
  { viewer, scope, agendaItemId, locked }: { viewer: Viewer; scope: OrganisedMeeting; agendaItemId: string; locked: boolean },
): Promise<Step> {
  const { meetingId } = scope;
  const action = locked ? 'lock' : 'unlock';
  return takeStep(
    services,
    { viewer, meetingId, action, detail: { agendaItemId }, while: ['not_started', 'closed'], changesRights: true },
    async (trx, _run, now) => {
      const steps = await listSteps(trx, meetingId);
      if (!steps.some(({ id }) => id === agendaItemId)) return 'point_gone';
      return setLock(trx, { agendaItemId, locked, now, by: viewer.personId });
    },
  );
}

import type { Viewer } from '#app/model/viewer.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import type { Services } from '#server/services.ts';
import { decide } from './decide.ts';
import type { Decided } from './decision.ts';

/** Refuses what a participant proposed; they are owed the reason, so there is no refusal without one. The notes stay as they are. */
export async function refuseComplement(
  services: Services,
  { scope, viewer }: { scope: OrganisedMeeting; viewer: Viewer },
  { id, reason }: { id: string; reason: string },
): Promise<Decided> {
  return decide(services, { scope, viewer, id }, async () =>
    reason === '' ? { ok: false, reason: 'empty' } : { ok: true, state: 'refused', applied: null, reason },
  );
}

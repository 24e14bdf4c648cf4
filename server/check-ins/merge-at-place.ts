import { mergeChecks } from '#app/model/merge-checks.ts';
import type { Place } from '#db/check-ins/place.ts';
import { listChecksToMerge, setOutcomes } from '#db/check-ins/write.ts';
import { findFirstEntry, noteArrival, takeArrivalBack } from '#db/check-ins/write-attendances.ts';
import type { Trx } from '#db/client.ts';
import { personOfRegistration } from '#server/registrations/person-of-registration.ts';

export interface MovedBadge {
  registrationId: string;
  day: string;
}

/** Says anew what the checks of these badges count for at a place, under the edition's lock; a session's list follows. */
export async function mergeAtPlace(trx: Trx, place: Place, moved: readonly MovedBadge[]): Promise<void> {
  const byDay = Map.groupBy(moved, ({ day }) => day);
  for (const [day, badges] of byDay) {
    const registrationIds = [...new Set(badges.map(({ registrationId }) => registrationId))];
    const checks = await listChecksToMerge(trx, place, { day, registrationIds });
    const changed = [...Map.groupBy(checks, ({ registrationId }) => registrationId).values()].flatMap((own) => {
      const outcomes = mergeChecks(own);
      return own.flatMap(({ id, outcome: before }) => {
        const outcome = outcomes.get(id);
        return outcome && outcome !== before ? [{ id, outcome }] : [];
      });
    });
    await setOutcomes(trx, changed);
  }
  const { meetingId } = place;
  if (meetingId === null) return;
  // always in one order: two doors of two sessions write to the same people
  const registrationIds = [...new Set(moved.map(({ registrationId }) => registrationId))].sort();
  for (const registrationId of registrationIds) {
    const at = await findFirstEntry(trx, { meetingId, registrationId });
    if (at === null) await takeArrivalBack(trx, { meetingId, registrationId });
    else await noteArrival(trx, { meetingId, registrationId, personId: await personOfRegistration(trx, registrationId), at });
  }
}

import type { DoorOpenness } from '#app/model/door-protocol.ts';
import { type CheckInDoorScope, mint } from '#app/model/scope.ts';
import { isUuid } from '#app/model/uuid.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findDoorForAccess } from '#db/check-ins/access.ts';
import { findRole } from '#db/groups/access.ts';
import { hashOfSecret } from '#server/accounts/secrets.ts';
import { groupAbilities } from '#server/groups/policy.ts';
import type { Services } from '#server/services.ts';
import { daysOf, opennessAt } from './door-days.ts';

export interface EnteredDoor {
  scope: CheckInDoorScope;
  name: string;
  countsOut: boolean;
  editionSlug: string;
  timeZone: string;
  /** First and last moment at which it serves. */
  from: Temporal.Instant;
  until: Temporal.Instant;
  revokedAt: Temporal.Instant | null;
  openness: DoorOpenness;
}

/**
 * Gate of a door: by the secret of its link, or by its id for a signed-in organiser of its edition. Null: no such door, or
 * somebody who guesses. A door that is closed is found too: its phones have still to hand over what they noted.
 */
export async function enterDoor(services: Services, viewer: Viewer | null, token: string): Promise<EnteredDoor | null> {
  const hash = hashOfSecret(token);
  const door = hash
    ? await findDoorForAccess(services.db, { hash })
    : isUuid(token) && viewer
      ? await findDoorForAccess(services.db, { id: token })
      : undefined;
  if (!door) return null;
  const { editionId, groupId, meetingId, name, countsOut, timeZone } = door;
  if (!hash && !(await mayOrganise(services, viewer, groupId))) return null;
  const days = daysOf(door);
  const revokedAt = door.revokedAt === null ? null : Temporal.Instant.from(door.revokedAt);
  return {
    scope: mint<CheckInDoorScope>({ doorId: door.id, editionId, groupId, meetingId }),
    ...{ name, countsOut, timeZone, editionSlug: door.slug, ...days, revokedAt },
    openness: revokedAt ? 'revoked' : opennessAt(days, services.clock.now()),
  };
}

async function mayOrganise(services: Services, viewer: Viewer | null, groupId: string): Promise<boolean> {
  if (!viewer) return false;
  return groupAbilities(viewer, await findRole(services.db, groupId, viewer.personId)).organise;
}

import { CHECK_LIMITS } from '#app/model/check-ins.ts';
import type { CheckRefusal, DoorEvent, SyncAnswer, SyncQuestion } from '#app/model/door-protocol.ts';
import { insertChecks, lockChecks, type NewCheck, touchPhone, undoChecks } from '#db/check-ins/write.ts';
import type { Trx } from '#db/client.ts';
import { holdPlaces } from '#db/registrations/places.ts';
import { seatInSession, seatRow } from '#db/registrations/write.ts';
import { inTransaction } from '#db/transaction.ts';
import { registerWalkIn } from '#server/registrations/register-walk-in.ts';
import type { Services } from '#server/services.ts';
import type { EnteredDoor } from './access.ts';
import { type MovedBadge, mergeAtPlace } from './merge-at-place.ts';
import { placeInTime } from './place-in-time.ts';
import { type ReadDoorList, readDoorList } from './read-door-list.ts';

type Taken = Pick<SyncAnswer, 'taken' | 'refused'>;
type Check = Exclude<DoorEvent, { kind: 'undo' }>;

/**
 * Takes what a phone noted: each check once, whatever is sent twice; then merges it with what other phones noted. Checks that
 * a revoked door made before its end are held for the organisers. A refusal is for good: the same check has no other answer.
 */
export async function takeChecks(
  services: Services,
  door: EnteredDoor,
  { question, salt, takesSessions }: { question: SyncQuestion; salt: Buffer; takesSessions: boolean },
): Promise<Taken> {
  const { scope } = door;
  const now = services.clock.now();
  const taken = await inTransaction<Taken>(services.db, async (trx) => {
    await lockChecks(trx, scope.editionId);
    const { events, phone: phoneId } = question;
    const seenAt = now.toString();
    await touchPhone(trx, { doorId: scope.doorId, phoneId, seenAt, pending: question.pending, most: CHECK_LIMITS.phones });
    if (events.length === 0) return { taken: [], refused: [] };
    const list = await readDoorList(trx, scope, { salt, takesSessions });
    const refused: SyncAnswer['refused'] = [];
    const checks: NewCheck[] = [];
    const moved: MovedBadge[] = [];
    for (const event of events) {
      if (event.kind === 'undo') continue;
      const at = placeInTime({ at: event.at, sentAt: question.sentAt, now });
      const reason = refusalOf(door, at);
      const badge = reason ?? (await badgeOf(trx, services, door, { event, list }));
      if (typeof badge === 'string') {
        refused.push({ id: event.id, reason: badge });
        continue;
      }
      const day = at.toZonedDateTimeISO(door.timeZone).toPlainDate().toString();
      checks.push({
        ...{ id: event.id, editionId: scope.editionId, doorId: scope.doorId, meetingId: scope.meetingId, ...badge, phoneId, day },
        ...{ at: at.toString(), phoneAt: Temporal.Instant.from(event.at).toString(), receivedAt: seenAt },
        kind: event.kind === 'walk-in' ? 'in' : event.kind,
        warned: event.kind === 'walk-in' ? false : event.warned,
        standing: door.revokedAt ? 'held' : 'taken',
      });
    }
    const fresh = await insertChecks(trx, checks);
    for (const { id, registrationId, day, standing } of checks)
      if (standing === 'taken' && registrationId && fresh.has(id)) moved.push({ registrationId, day });
    // after what they take back, which may be in the same batch
    const ids = events.flatMap((event) => (event.kind === 'undo' ? [event.of] : []));
    for (const { registrationId, day } of await undoChecks(trx, { doorId: scope.doorId, phoneId, ids }))
      if (registrationId) moved.push({ registrationId, day });
    await mergeAtPlace(trx, scope, moved);
    const refusedIds = new Set(refused.map(({ id }) => id));
    return { taken: events.map(({ id }) => id).filter((id) => !refusedIds.has(id)), refused };
  });
  if (scope.meetingId && question.events.length > 0) services.live.changed(scope.meetingId, 'attendance');
  return taken;
}

function refusalOf({ from, until, revokedAt }: EnteredDoor, at: Temporal.Instant): CheckRefusal | null {
  if (revokedAt && Temporal.Instant.compare(at, revokedAt) >= 0) return 'revoked';
  if (Temporal.Instant.compare(at, from) < 0) return 'early';
  return Temporal.Instant.compare(at, until) < 0 ? null : 'over';
}

/** Whose badge it is. Whoever was let in without a place has one now: they are in. */
async function badgeOf(
  trx: Trx,
  services: Services,
  { scope, revokedAt }: EnteredDoor,
  { event, list }: { event: Check; list: ReadDoorList },
): Promise<Pick<NewCheck, 'registrationId' | 'walkIn'> | CheckRefusal> {
  if (event.kind === 'walk-in') {
    // a revoked link registers nobody; their names wait with the check
    if (revokedAt) return { registrationId: null, walkIn: event.person };
    const { organisation: organisationName, ...names } = event.person;
    const { registrationId } = await registerWalkIn(trx, services, {
      id: event.id,
      editionId: scope.editionId,
      organisationName,
      ...names,
    });
    return { registrationId, walkIn: null };
  }
  const known = list.registrations.get(event.badge);
  if (!known) return 'unknown-badge';
  if (!revokedAt && event.kind === 'in' && !(known.seated && known.placed)) {
    await holdPlaces(trx, scope.editionId);
    await seatRow(trx, known.id, services.clock.now().toString());
    if (scope.meetingId) await seatInSession(trx, { registrationId: known.id, meetingId: scope.meetingId });
  }
  return { registrationId: known.id, walkIn: null };
}

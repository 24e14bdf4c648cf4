import type { SyncAnswer, SyncQuestion } from '#app/model/door-protocol.ts';
import { countInside, findDoorPlace, findLastChange, listPresences } from '#db/check-ins/read-door.ts';
import type { Services } from '#server/services.ts';
import type { EnteredDoor } from './access.ts';
import { hashBadge } from './hash-badge.ts';
import { readDoorList } from './read-door-list.ts';
import { readSalt } from './read-salt.ts';
import { takeChecks } from './take-checks.ts';

/**
 * One turn of the talk with a door's phone (app/model/door-protocol.ts): takes what it noted, answers what is new. A door that
 * is revoked or over takes what was noted before, and learns nothing more of anybody.
 */
export async function syncDoor(services: Services, door: EnteredDoor, question: SyncQuestion): Promise<SyncAnswer> {
  const { db, clock } = services;
  const { scope, openness } = door;
  const [salt, place] = await Promise.all([readSalt(db, scope.editionId), findDoorPlace(db, scope)]);
  const takesSessions = place.takesSessions ?? false;
  const { taken, refused } = await takeChecks(services, door, { question, salt, takesSessions });
  const now = clock.now();
  const answer = { openness, taken, refused, now: now.toString() };
  if (openness === 'revoked' || openness === 'over') return { ...answer, list: null, presences: null, counts: null };
  const day = now.toZonedDateTimeISO(door.timeZone).toPlainDate().toString();
  const change = await findLastChange(db, scope);
  const since = question.day === day ? question.change : 0;
  const [{ list }, moved, inside] = await Promise.all([
    readDoorList(db, scope, { salt, takesSessions }),
    listPresences(db, scope, { day, since }),
    countInside(db, scope, { day }),
  ]);
  const presences = moved.map(({ badgeCode, ...presence }) => ({ badge: hashBadge(salt, badgeCode), ...presence }));
  const expected = list.people.filter(({ state }) => state === 'expected').length;
  return {
    ...answer,
    list: question.version === list.version ? null : list,
    presences: { day, change, list: presences },
    counts: { inside, expected, capacity: place.capacity === null ? null : Number(place.capacity) },
  };
}

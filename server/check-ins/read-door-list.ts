import { createHash } from 'node:crypto';
import { shortCode } from '#app/model/badge-code.ts';
import { CHECK_LIMITS } from '#app/model/check-ins.ts';
import type { DoorList, DoorPerson, DoorState } from '#app/model/door-protocol.ts';
import type { CheckInDoorScope } from '#app/model/scope.ts';
import { listDoorPeople } from '#db/check-ins/read-door.ts';
import type { Executor } from '#db/client.ts';
import { hashBadge } from './hash-badge.ts';

export interface ReadDoorList {
  list: DoorList;
  /** Who is meant by a badge's hash. */
  registrations: Map<string, { id: string; state: DoorState; seated: boolean; placed: boolean }>;
}

type Row = Awaited<ReturnType<typeof listDoorPeople>>[number];

/**
 * Who is on the list of a door, as its phones hold it: names, organisations, categories and hashes, nothing else.
 * @param takesSessions whether people chose sessions when they registered
 */
export async function readDoorList(
  db: Executor,
  scope: CheckInDoorScope,
  { salt, takesSessions }: { salt: Buffer; takesSessions: boolean },
): Promise<ReadDoorList> {
  const rows = await listDoorPeople(db, scope, { limit: CHECK_LIMITS.people });
  // a session that nobody chose is open to everybody
  const chosen = scope.meetingId !== null && takesSessions && rows.some(({ place }) => place !== null);
  const registrations: ReadDoorList['registrations'] = new Map();
  const people = rows.map((row): DoorPerson => {
    const badge = hashBadge(salt, row.badgeCode);
    const state = stateOf(row, chosen);
    registrations.set(badge, { id: row.id, state, seated: row.state === 'registered', placed: row.place !== 'waiting' });
    return {
      badge,
      short: hashBadge(salt, shortCode(row.badgeCode)),
      name: `${row.givenName} ${row.familyName}`.trim(),
      organisation: row.organisationName,
      category: row.category,
      state,
    };
  });
  const version = createHash('sha256').update(JSON.stringify(people)).digest('base64url').slice(0, 22);
  return { list: { version, salt: salt.toString('base64url'), people }, registrations };
}

function stateOf({ state, place }: Row, chosen: boolean): DoorState {
  if (state !== 'registered') return state;
  if (!chosen || place === 'registered') return 'expected';
  return place ?? 'elsewhere';
}

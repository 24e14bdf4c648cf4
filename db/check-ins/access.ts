import type { Executor } from '#db/client.ts';

// What the gate asks before there is a scope. Only server/check-ins/access.ts imports this file.

/** A door by the hash of its link, or by its id for those who organise its edition. */
export async function findDoorForAccess(db: Executor, by: { hash: Buffer } | { id: string }) {
  return db
    .selectFrom('checkInDoors')
    .innerJoin('editions', 'editions.id', 'checkInDoors.editionId')
    .select(['checkInDoors.id', 'checkInDoors.editionId', 'checkInDoors.meetingId', 'checkInDoors.revokedAt', 'checkInDoors.name'])
    .select(['checkInDoors.countsOut', 'checkInDoors.createdAt'])
    .select(['editions.groupId', 'editions.slug', 'editions.startsOn', 'editions.endsOn', 'editions.timeZone'])
    .where((eb) => ('hash' in by ? eb('checkInDoors.tokenHash', '=', by.hash) : eb('checkInDoors.id', '=', by.id)))
    .executeTakeFirst();
}

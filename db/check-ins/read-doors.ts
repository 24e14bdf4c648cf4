import { sql } from 'kysely';
import type { CheckStanding } from '#app/model/check-ins.ts';
import type { WalkIn } from '#app/model/door-protocol.ts';
import type { EditionScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

export interface DoorRow {
  id: string;
  name: string;
  /** Null: the entrance. */
  session: string | null;
  countsOut: boolean;
  revokedAt: string | null;
  /** Of its phones, as they said last. */
  phones: number;
  pending: number;
  seenAt: string | null;
}

/** The doors of an edition, those that serve first; at most 200. */
export async function listDoors(db: Executor, { editionId }: EditionScope): Promise<DoorRow[]> {
  return selectDoors(db)
    .where('checkInDoors.editionId', '=', editionId)
    .orderBy((eb) => eb('checkInDoors.revokedAt', 'is not', null))
    .orderBy('checkInDoors.createdAt')
    .limit(200)
    .execute();
}

export async function findDoor(db: Executor, { editionId }: EditionScope, doorId: string): Promise<DoorRow | undefined> {
  return selectDoors(db).where('checkInDoors.editionId', '=', editionId).where('checkInDoors.id', '=', doorId).executeTakeFirst();
}

const selectDoors = (db: Executor) =>
  db
    .selectFrom('checkInDoors')
    .leftJoin('meetings', 'meetings.id', 'checkInDoors.meetingId')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('checkInPhones')
          .select([
            sql<number>`count(*)::int`.as('phones'),
            sql<number>`coalesce(sum(pending), 0)::int`.as('pending'),
            sql<string | null>`max(seen_at)`.as('seenAt'),
          ])
          .whereRef('checkInPhones.doorId', '=', 'checkInDoors.id')
          .as('said'),
      (join) => join.onTrue(),
    )
    .select(['checkInDoors.id', 'checkInDoors.name', 'meetings.title as session', 'checkInDoors.countsOut', 'checkInDoors.revokedAt'])
    .select((eb) => [
      eb.fn.coalesce('said.phones', sql<number>`0`).as('phones'),
      eb.fn.coalesce('said.pending', sql<number>`0`).as('pending'),
      'said.seenAt',
    ]);

export interface CheckToDecide {
  id: string;
  standing: CheckStanding;
  name: string;
  organisation: string;
  session: string | null;
  door: string;
  at: string;
  /** As the phone's clock said. */
  phoneAt: string;
  /** Where and when the badge came in; null: it did not. */
  first: { door: string; at: string } | null;
}

/** What waits for the organisers: badges at two doors, and what revoked doors noted before their end. The oldest 200. */
export async function listChecksToDecide(db: Executor, { editionId }: EditionScope): Promise<CheckToDecide[]> {
  const rows = await db
    .selectFrom('checkInEvents as check')
    .innerJoin('checkInDoors', 'checkInDoors.id', 'check.doorId')
    .leftJoin('registrations', 'registrations.id', 'check.registrationId')
    .leftJoin('meetings', 'meetings.id', 'check.meetingId')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('checkInEvents as counted')
          .innerJoin('checkInDoors as by', 'by.id', 'counted.doorId')
          .select(['by.name as firstDoor', 'counted.at as firstAt'])
          .whereRef('counted.registrationId', '=', 'check.registrationId')
          .whereRef('counted.day', '=', 'check.day')
          .where(sql<boolean>`counted.meeting_id is not distinct from "check".meeting_id`)
          .where('counted.outcome', '=', 'counted')
          .where('counted.kind', '=', 'in')
          .whereRef('counted.at', '<=', 'check.at')
          .orderBy('counted.at', 'desc')
          .limit(1)
          .as('first'),
      (join) => join.onTrue(),
    )
    .select(['check.id', 'check.standing', 'check.at', 'check.phoneAt', 'check.walkIn', 'checkInDoors.name as door'])
    .select(['registrations.givenName', 'registrations.familyName', 'registrations.organisationName', 'meetings.title as session'])
    .select(['first.firstDoor', 'first.firstAt'])
    .where('check.editionId', '=', editionId)
    .where((eb) =>
      eb.or([eb('check.standing', '=', 'held'), eb.and([eb('check.outcome', '=', 'doubtful'), eb('check.verdict', 'is', null)])]),
    )
    .orderBy('check.at')
    .limit(200)
    .execute();
  return rows.map(({ walkIn, givenName, familyName, organisationName, firstDoor, firstAt, ...row }) => {
    // db/check-ins/write.ts writes this shape, and nothing else does
    const stranger = walkIn as unknown as WalkIn | null;
    return {
      ...row,
      name: `${givenName ?? stranger?.givenName ?? ''} ${familyName ?? stranger?.familyName ?? ''}`.trim(),
      organisation: organisationName ?? stranger?.organisation ?? '',
      first: firstDoor !== null && firstAt !== null ? { door: firstDoor, at: firstAt } : null,
    };
  });
}

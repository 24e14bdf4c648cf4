import { sql } from 'kysely';
import type { CheckKind } from '#app/model/check-ins.ts';
import type { CheckInDoorScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { atPlace, type Place } from './place.ts';

/** What a door may learn of who registered for its edition; `place`: in the session that it leads to. */
export async function listDoorPeople(db: Executor, { editionId, meetingId }: Place, { limit }: { limit: number }) {
  return db
    .selectFrom('registrations')
    .leftJoin('sessionRegistrations', (join) =>
      join.onRef('sessionRegistrations.registrationId', '=', 'registrations.id').on('sessionRegistrations.meetingId', '=', meetingId),
    )
    .select(['registrations.id', 'registrations.badgeCode', 'registrations.givenName', 'registrations.familyName'])
    .select(['registrations.organisationName', 'registrations.category', 'registrations.state', 'sessionRegistrations.state as place'])
    .where('registrations.editionId', '=', editionId)
    .orderBy('registrations.nameKey')
    .orderBy('registrations.id')
    .limit(limit)
    .execute();
}

/** Names of the door's edition and session, and how many the place holds (null: nobody knows). */
export async function findDoorPlace(db: Executor, { doorId }: Pick<CheckInDoorScope, 'doorId'>) {
  return db
    .selectFrom('checkInDoors')
    .innerJoin('editions', 'editions.id', 'checkInDoors.editionId')
    .leftJoin('meetings', 'meetings.id', 'checkInDoors.meetingId')
    .leftJoin('rooms', 'rooms.id', 'meetings.roomId')
    .leftJoin('registrationSettings', 'registrationSettings.editionId', 'editions.id')
    .select(['editions.name as editionName', 'editions.slug as editionSlug', 'editions.startsOn', 'editions.endsOn'])
    .select(['meetings.title as sessionTitle', 'rooms.name as roomName', 'registrationSettings.takesSessions'])
    .select((eb) => [
      eb
        .case()
        .when('checkInDoors.meetingId', 'is', null)
        .then(eb.ref('registrationSettings.capacity'))
        .else(eb.fn.coalesce('meetings.capacity', 'rooms.capacity'))
        .end()
        .as('capacity'),
    ])
    .where('checkInDoors.id', '=', doorId)
    .executeTakeFirstOrThrow();
}

/** The number of the last change in an edition; ask it before `listPresences`, so that nothing falls between. */
export async function findLastChange(db: Executor, { editionId }: Pick<Place, 'editionId'>): Promise<number> {
  const row = await db
    .selectFrom('checkInEvents')
    .select((eb) => eb.fn.coalesce(eb.fn.max('change'), sql<number>`0`).as('change'))
    .where('editionId', '=', editionId)
    .executeTakeFirstOrThrow();
  return Number(row.change);
}

/** Where everybody is of whom something changed since; `at` null: not in. */
export async function listPresences(
  db: Executor,
  place: Place,
  { day, since }: { day: string; since: number },
): Promise<{ badgeCode: string; at: string | null; door: string }[]> {
  const { rows } = await sql<{ badgeCode: string; kind: CheckKind | null; at: string | null; name: string | null }>`
    with moved as (
      select distinct registration_id from check_in_events
      where ${atPlace(place)} and day = ${day} and change > ${since} and registration_id is not null
    )
    select registrations.badge_code, last.kind, last.at, last.name
    from moved join registrations on registrations.id = moved.registration_id
    left join lateral (
      select check_in_events.kind, check_in_events.at, check_in_doors.name
      from check_in_events join check_in_doors on check_in_doors.id = check_in_events.door_id
      where ${atPlace(place)} and check_in_events.registration_id = moved.registration_id and day = ${day} and outcome = 'counted'
      order by at desc limit 1
    ) last on true`.execute(db);
  return rows.map(({ badgeCode, kind, at, name }) => ({
    badgeCode,
    at: kind === 'in' ? at : null,
    door: kind === 'in' ? (name ?? '') : '',
  }));
}

/** How many are in a place now. */
export async function countInside(db: Executor, place: Place, { day }: { day: string }): Promise<number> {
  const last = db
    .selectFrom('checkInEvents')
    .select('kind')
    .distinctOn('registrationId')
    .where(atPlace(place))
    .where('day', '=', day)
    .where('outcome', '=', 'counted')
    .orderBy('registrationId')
    .orderBy('at', 'desc');
  const row = await db
    .selectFrom(last.as('last'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', 'in')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

import { sql } from 'kysely';
import type { Trx } from '#db/client.ts';

interface AtSession {
  meetingId: string;
  registrationId: string;
}

/** When somebody first came into a session, as it counts now; null: never. */
export async function findFirstEntry(trx: Trx, { meetingId, registrationId }: AtSession): Promise<string | null> {
  const row = await trx
    .selectFrom('checkInEvents')
    .select('at')
    .where('meetingId', '=', meetingId)
    .where('registrationId', '=', registrationId)
    .where('kind', '=', 'in')
    .where('outcome', '=', 'counted')
    .orderBy('at')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

/**
 * Somebody is in the room: whoever is on the session's list gets the hour, anybody else comes onto it as a participant who
 * reads the notes, as they registered. An earlier hour that an organiser noted stays.
 */
export async function noteArrival(
  trx: Trx,
  { meetingId, registrationId, personId, at }: AtSession & { personId: string; at: string },
): Promise<void> {
  await sql`
    with came as (
      insert into attendances (meeting_id, person_id, roles, given_name, family_name, function, organisation_name, organisation_kind,
        notes_access, checked_in_at)
      select ${meetingId}::uuid, ${personId}::uuid, '{participant}', given_name, family_name, function, organisation_name,
        organisation_kind, 'read', ${at}::timestamptz
      from registrations where id = ${registrationId}
      on conflict (meeting_id, person_id) do nothing
      returning id
    )
    insert into check_in_attendances (attendance_id) select id from came`.execute(trx);
  await sql`
    update attendances set checked_in_at = ${at}::timestamptz
    where meeting_id = ${meetingId} and person_id = ${personId}
      and (checked_in_at is null or checked_in_at > ${at}::timestamptz or ${byDoor(meetingId, registrationId)})`.execute(trx);
}

/** Nobody noted them in after all: the attendance that a door made goes, unless they answered or were invited since. */
export async function takeArrivalBack(trx: Trx, { meetingId, registrationId }: AtSession): Promise<void> {
  const person = sql`(select person_id from registrations where id = ${registrationId})`;
  await sql`
    delete from attendances
    where meeting_id = ${meetingId} and person_id = ${person} and answer = 'none' and invited_at is null and roles = '{participant}'
      and id in (select attendance_id from check_in_attendances)`.execute(trx);
  await sql`
    update attendances set checked_in_at = null
    where meeting_id = ${meetingId} and person_id = ${person} and ${byDoor(meetingId, registrationId)}`.execute(trx);
}

/** The hour is one that a door gave, which may since count otherwise. */
const byDoor = (meetingId: string, registrationId: string) => sql`checked_in_at in (
  select at from check_in_events where meeting_id = ${meetingId} and registration_id = ${registrationId})`;

import { type RawBuilder, sql } from 'kysely';

/** A person who came to an edition: somebody of the directory, or a registration that the entrance alone noted. */
export interface CameRow {
  editionId: string;
  who: string;
}

/**
 * Whoever came to these editions, once each, as two named queries to begin a statement with: `came` (edition_id, who, kind,
 * organisation). They came when a session noted them in, or the entrance did; what a session noted tells where they work. A
 * copied badge is nobody, and a cancelled session had no one.
 */
export function whoCame(editionIds: readonly string[]): RawBuilder<unknown> {
  const ids = sql`any(${sql.val(editionIds)}::uuid[])`;
  return sql`
    noted as (
      select meetings.edition_id, attendances.person_id as who, attendances.organisation_kind as kind,
        attendances.organisation_name as organisation, 0 as rank
      from attendances join meetings on meetings.id = attendances.meeting_id
      where meetings.edition_id = ${ids} and meetings.status != 'cancelled' and attendances.checked_in_at is not null
      union all
      select check_in_events.edition_id, coalesce(registrations.person_id, registrations.id), registrations.organisation_kind,
        registrations.organisation_name, 1
      from check_in_events join registrations on registrations.id = check_in_events.registration_id
      where check_in_events.edition_id = ${ids} and check_in_events.meeting_id is null and check_in_events.kind = 'in'
        and check_in_events.standing = 'taken' and check_in_events.verdict is distinct from 'copied'
    ), came as (
      select distinct on (edition_id, who) edition_id, who, kind, organisation from noted order by edition_id, who, rank, organisation
    )`;
}

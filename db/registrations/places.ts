import { sql } from 'kysely';
import type { RegistrationCategory } from '#app/model/registrations.ts';
import type { Trx } from '#db/client.ts';

// Places are given in one way only: everybody is written down as waiting, then `giveFreePlaces` seats whoever comes first,
// under the lock that `holdPlaces` takes. So nobody overtakes, whether they just came or waited for months.

export interface HeldEdition {
  slug: string;
  groupId: string;
  /** 'YYYY-MM-DD', of the edition's zone. */
  endsOn: string;
  timeZone: string;
  opensOn: string | null;
  closesOn: string | null;
  capacity: number | null;
  categories: RegistrationCategory[];
  takesSessions: boolean;
  /** Of the settings. */
  revision: number;
}

/** Waits for whoever gives places of this edition, then holds them until the transaction ends. */
export async function holdPlaces(trx: Trx, editionId: string): Promise<HeldEdition> {
  await trx
    .insertInto('registrationSettings')
    .values({ editionId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return trx
    .selectFrom('registrationSettings')
    .innerJoin('editions', 'editions.id', 'registrationSettings.editionId')
    .select(['editions.slug', 'editions.groupId', 'editions.endsOn', 'editions.timeZone'])
    .select([
      'registrationSettings.opensOn',
      'registrationSettings.closesOn',
      'registrationSettings.capacity',
      'registrationSettings.categories',
      'registrationSettings.takesSessions',
      'registrationSettings.revision',
    ])
    .where('registrationSettings.editionId', '=', editionId)
    .forUpdate('registrationSettings')
    .executeTakeFirstOrThrow();
}

export interface GivenPlaces {
  /** Registrations that got a place at the edition. */
  edition: { registrationId: string; queueNumber: number }[];
  /** Places in sessions. */
  sessions: { registrationId: string; meetingId: string; queueNumber: number }[];
}

/** Gives every free place of the edition, then of its sessions, to whoever asked first; needs `holdPlaces`. Each is given once. */
export async function giveFreePlaces(trx: Trx, { editionId, now }: { editionId: string; now: string }): Promise<GivenPlaces> {
  const edition = await sql<{ registrationId: string; queueNumber: number }>`
    update registrations set state = 'registered', promoted_at = ${now}
    where id in (
      select id from registrations where edition_id = ${editionId} and state = 'waiting' order by queue_number
      limit (
        select case when capacity is null then null else
          greatest(0, capacity - (select count(*) from registrations where edition_id = ${editionId} and state = 'registered')) end
        from registration_settings where edition_id = ${editionId}
      )
    )
    returning id as "registration_id", queue_number`.execute(trx);
  const sessions = await sql<{ registrationId: string; meetingId: string; queueNumber: number }>`
    with waiting as (
      select s.registration_id, s.meeting_id, row_number() over (partition by s.meeting_id order by s.queue_number) as place
      from session_registrations s join registrations r on r.id = s.registration_id
      where r.edition_id = ${editionId} and r.state = 'registered' and s.state = 'waiting'
    ), free as (
      select m.id, coalesce(m.capacity, o.capacity)
        - (select count(*) from session_registrations t where t.meeting_id = m.id and t.state = 'registered') as places
      from meetings m left join rooms o on o.id = m.room_id
      where m.edition_id = ${editionId} and m.status not in ('draft', 'cancelled') and m.id in (select meeting_id from waiting)
    )
    update session_registrations s set state = 'registered'
    from waiting w join free on free.id = w.meeting_id
    where s.registration_id = w.registration_id and s.meeting_id = w.meeting_id and (free.places is null or w.place <= free.places)
    returning s.registration_id, s.meeting_id, s.queue_number`.execute(trx);
  return { edition: edition.rows, sessions: sessions.rows };
}

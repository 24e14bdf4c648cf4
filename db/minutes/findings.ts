import { sql } from 'kysely';
import type { KnownPerson } from '#app/model/checker.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Executor, Trx } from '#db/client.ts';

/** Most findings that are set aside in one meeting's minutes, and most people and organisations that names are compared with. */
const MOST = 5000;

/** The fingerprints of what organisers set aside. */
export async function listSetAside(db: Executor, { meetingId }: MeetingScope): Promise<Set<string>> {
  const rows = await db
    .selectFrom('minutesSetAside')
    .innerJoin('minutes', 'minutes.id', 'minutesSetAside.minutesId')
    .select('fingerprint')
    .where('minutes.meetingId', '=', meetingId)
    .limit(MOST)
    .execute();
  return new Set(rows.map((row) => row.fingerprint));
}

/** How many findings organisers set aside, of whatever wording. */
export async function countSetAside(db: Executor, scope: MeetingScope): Promise<number> {
  return (await listSetAside(db, scope)).size;
}

/** Sets one finding aside; a second time changes nothing. `at`: instant. */
export async function insertSetAside(
  trx: Trx,
  { minutesId, rule, fingerprint, by, at }: { minutesId: string; rule: string; fingerprint: string; by: string; at: string },
): Promise<void> {
  await trx
    .insertInto('minutesSetAside')
    .values({ minutesId, rule, fingerprint, by, at })
    .onConflict((conflict) => conflict.columns(['minutesId', 'fingerprint']).doNothing())
    .execute();
}

/** Takes back all that was set aside. */
export async function deleteSetAside(trx: Trx, minutesId: string): Promise<void> {
  await trx.deleteFrom('minutesSetAside').where('minutesId', '=', minutesId).execute();
}

export interface ListedAttendee extends KnownPerson {
  id: string;
  substituteName: string;
  substituteFunction: string;
}

/** Everybody on the attendance list, as they were that day. */
export async function listListedPeople(db: Executor, { meetingId }: MeetingScope): Promise<ListedAttendee[]> {
  return db
    .selectFrom('attendances')
    .select(['id', 'givenName', 'familyName', 'function', 'organisationName as organisation', 'substituteName', 'substituteFunction'])
    .where('meetingId', '=', meetingId)
    .limit(MOST)
    .execute();
}

/**
 * People of the directory who have one of these words (without accents and case) in their name, among those whom the group's
 * organisers know: its members and whoever was invited to a meeting of it.
 */
export async function listPeopleNamed(db: Executor, { groupId }: MeetingScope, words: readonly string[]): Promise<KnownPerson[]> {
  if (words.length === 0) return [];
  return db
    .selectFrom('people')
    .leftJoin('organisations', 'organisations.id', 'people.organisationId')
    .select(['people.givenName', 'people.familyName', 'people.function'])
    .select(sql<string>`coalesce(organisations.name, '')`.as('organisation'))
    .where(sql<boolean>`string_to_array(people.name_key, ' ') && ${sql.val([...words])}::text[]`)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('memberships')
            .select('memberships.personId')
            .whereRef('memberships.personId', '=', 'people.id')
            .where('memberships.groupId', '=', groupId),
        ),
        eb.exists(
          eb
            .selectFrom('attendances')
            .innerJoin('meetings', 'meetings.id', 'attendances.meetingId')
            .select('attendances.id')
            .whereRef('attendances.personId', '=', 'people.id')
            .where('meetings.groupId', '=', groupId),
        ),
      ]),
    )
    .orderBy('people.id')
    .limit(MOST)
    .execute();
}

/** Names of the organisations that the group's members belong to. */
export async function listGroupOrganisations(db: Executor, { groupId }: MeetingScope): Promise<string[]> {
  const rows = await db
    .selectFrom('organisations')
    .innerJoin('people', 'people.organisationId', 'organisations.id')
    .innerJoin('memberships', 'memberships.personId', 'people.id')
    .select('organisations.name')
    .distinct()
    .where('memberships.groupId', '=', groupId)
    .limit(MOST)
    .execute();
  return rows.map((row) => row.name);
}

/** Dates of the group's meetings, EDTF. */
export async function listMeetingDates(db: Executor, { groupId }: MeetingScope): Promise<string[]> {
  const rows = await db.selectFrom('meetings').select('edtf').where('groupId', '=', groupId).limit(MOST).execute();
  return rows.map((row) => row.edtf);
}

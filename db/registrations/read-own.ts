import { sql } from 'kysely';
import type { Answer } from '#app/model/registrations.ts';
import { REGISTRATION_LIMITS } from '#app/model/registrations.ts';
import type { RegistrationScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

/** One registration as its own page shows it. */
export async function findRegistration(db: Executor, { registrationId }: RegistrationScope) {
  return db
    .selectFrom('registrations')
    .leftJoin('delegations', 'delegations.id', 'registrations.delegationId')
    .select(['registrations.id', 'registrations.state', 'registrations.category', 'registrations.givenName', 'registrations.familyName'])
    .select(['registrations.email', 'registrations.function', 'registrations.organisationName', 'registrations.organisationKind'])
    .select([
      'registrations.language',
      'registrations.badgeCode',
      'registrations.revision',
      'registrations.cameAs',
      'registrations.createdAt',
    ])
    .select(['registrations.personId', 'delegations.organisationName as delegationName'])
    .select((eb) => [
      eb
        .case()
        .when('registrations.state', '=', 'waiting')
        .then(
          sql<number>`(select count(*) from registrations w where w.edition_id = registrations.edition_id and w.state = 'waiting' and w.queue_number <= registrations.queue_number)`,
        )
        .else(null)
        .end()
        .as('turn'),
    ])
    .where('registrations.id', '=', registrationId)
    .executeTakeFirstOrThrow();
}

export type RegistrationDetailsRow = Awaited<ReturnType<typeof findRegistration>>;

/** Their sessions in order of time, cancelled ones too, with how many wait before them and themselves ('turn'; null: has a place). */
export async function listOwnSessions(db: Executor, { registrationId }: RegistrationScope) {
  return db
    .selectFrom('sessionRegistrations')
    .innerJoin('meetings', 'meetings.id', 'sessionRegistrations.meetingId')
    .select([
      'meetings.id',
      'meetings.slug',
      'meetings.title',
      'meetings.status',
      'meetings.edtf',
      'meetings.timeZone',
      'meetings.placeName',
    ])
    .select([
      'sessionRegistrations.state',
      sql<string | null>`lower(meetings.during)`.as('startsAt'),
      sql<string | null>`upper(meetings.during)`.as('endsAt'),
    ])
    .select((eb) => [
      eb
        .case()
        .when('sessionRegistrations.state', '=', 'waiting')
        .then(
          sql<number>`(select count(*) from session_registrations w where w.meeting_id = meetings.id and w.state = 'waiting' and w.queue_number <= session_registrations.queue_number)`,
        )
        .else(null)
        .end()
        .as('turn'),
    ])
    .where('sessionRegistrations.registrationId', '=', registrationId)
    .where('meetings.status', '!=', 'draft')
    .orderBy(sql`lower(meetings.during)`)
    .orderBy('meetings.id')
    .limit(REGISTRATION_LIMITS.sessions)
    .execute();
}

export type OwnSession = Awaited<ReturnType<typeof listOwnSessions>>[number];

export async function listOwnSessionIds(db: Executor, { registrationId }: RegistrationScope): Promise<string[]> {
  const rows = await db
    .selectFrom('sessionRegistrations')
    .select('meetingId')
    .where('registrationId', '=', registrationId)
    .limit(REGISTRATION_LIMITS.sessions)
    .execute();
  return rows.map((row) => row.meetingId);
}

/** What they answered, to removed questions too. */
export async function listOwnAnswers(db: Executor, { registrationId }: RegistrationScope): Promise<Answer[]> {
  return db
    .selectFrom('registrationAnswers')
    .select(['questionId', 'words', 'chosen'])
    .where('registrationId', '=', registrationId)
    .limit(1000)
    .execute();
}

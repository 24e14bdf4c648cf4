import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { OrganisationKind } from '#app/model/directory.ts';
import { REGISTRATION_LIMITS, type RegistrationCategory, type RegistrationState } from '#app/model/registrations.ts';
import type { EditionScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import type { DB } from '#db/schema.ts';

export interface RegistrationFilter {
  /** Key words (nameKey) of name or organisation; all must be there. */
  words: readonly string[];
  state: RegistrationState | null;
  category: RegistrationCategory | null;
  kind: OrganisationKind | null;
  meetingId: string | null;
}

/** Who registered, in the order in which they asked, for organisers: the caller's gate has let them in (`can.organise`). */
export async function listRegistrations(
  db: Executor,
  scope: EditionScope & { can: { organise: true } },
  filter: RegistrationFilter,
  { limit, offset }: { limit: number; offset: number },
) {
  const { meetingId } = filter;
  return db
    .selectFrom('registrations')
    .leftJoin('delegations', 'delegations.id', 'registrations.delegationId')
    .select(['registrations.id', 'registrations.state', 'registrations.category', 'registrations.givenName', 'registrations.familyName'])
    .select(['registrations.email', 'registrations.function', 'registrations.organisationName', 'registrations.organisationKind'])
    .select(['registrations.language', 'registrations.cameAs', 'registrations.createdAt', 'registrations.queueNumber'])
    .select('delegations.organisationName as delegationName')
    .select((eb) =>
      eb
        .selectFrom('sessionRegistrations')
        .select('sessionRegistrations.state')
        .whereRef('sessionRegistrations.registrationId', '=', 'registrations.id')
        .where('sessionRegistrations.meetingId', '=', meetingId)
        .as('sessionState'),
    )
    .where('registrations.editionId', '=', scope.editionId)
    .where(matches(filter))
    .orderBy('registrations.queueNumber')
    .limit(limit)
    .offset(offset)
    .execute();
}

export type RegistrationRow = Awaited<ReturnType<typeof listRegistrations>>[number];

/** How many rows a filter finds. */
export async function countRegistrations(
  db: Executor,
  scope: EditionScope & { can: { organise: true } },
  filter: RegistrationFilter,
): Promise<number> {
  const { count } = await db
    .selectFrom('registrations')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('registrations.editionId', '=', scope.editionId)
    .where(matches(filter))
    .executeTakeFirstOrThrow();
  return count;
}

function matches({ words, state, category, kind, meetingId }: RegistrationFilter): Expression<SqlBool> {
  const eb = expressionBuilder<DB, 'registrations'>();
  return eb.and([
    ...(state ? [eb('registrations.state', '=', state)] : []),
    ...(category ? [eb('registrations.category', '=', category)] : []),
    ...(kind ? [eb('registrations.organisationKind', '=', kind)] : []),
    ...(meetingId
      ? [
          eb.exists(
            eb
              .selectFrom('sessionRegistrations')
              .select('sessionRegistrations.registrationId')
              .whereRef('sessionRegistrations.registrationId', '=', 'registrations.id')
              .where('sessionRegistrations.meetingId', '=', meetingId),
          ),
        ]
      : []),
    ...words.map((word) =>
      eb.or([
        sql<boolean>`position(${word} in registrations.name_key) > 0`,
        sql<boolean>`position(${word} in regexp_replace(normalize(lower(registrations.organisation_name), NFD), '[\u0300-\u036f]', '', 'g')) > 0`,
        sql<boolean>`position(${word} in coalesce(registrations.email, '')) > 0`,
      ]),
    ),
  ]);
}

/** Answers of everybody who registered for an edition, for its file. */
export async function listAllAnswers(db: Executor, scope: EditionScope & { can: { organise: true } }) {
  return db
    .selectFrom('registrationAnswers')
    .innerJoin('registrations', 'registrations.id', 'registrationAnswers.registrationId')
    .select([
      'registrationAnswers.registrationId',
      'registrationAnswers.questionId',
      'registrationAnswers.words',
      'registrationAnswers.chosen',
    ])
    .where('registrations.editionId', '=', scope.editionId)
    .limit(REGISTRATION_LIMITS.registrations * REGISTRATION_LIMITS.questions)
    .execute();
}

/** The sessions of everybody, by title, for the file. */
export async function listAllSessions(db: Executor, scope: EditionScope & { can: { organise: true } }) {
  return db
    .selectFrom('sessionRegistrations')
    .innerJoin('registrations', 'registrations.id', 'sessionRegistrations.registrationId')
    .innerJoin('meetings', 'meetings.id', 'sessionRegistrations.meetingId')
    .select(['sessionRegistrations.registrationId', 'sessionRegistrations.state', 'meetings.title'])
    .where('registrations.editionId', '=', scope.editionId)
    .orderBy(sql`lower(meetings.during) nulls last`)
    .orderBy('meetings.id')
    .limit(REGISTRATION_LIMITS.registrations * REGISTRATION_LIMITS.sessions)
    .execute();
}

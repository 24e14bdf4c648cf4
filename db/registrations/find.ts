import type { Executor } from '#db/client.ts';

// What verbs ask to recognise somebody, inside their transaction. Never shown without a gate of the caller's.

const COLUMNS = ['id', 'state', 'personId', 'email', 'badgeCode', 'delegationId', 'cameAs', 'givenName', 'familyName', 'language'] as const;

/** Who registered for an edition with this address, as this person, or by this form. */
export async function findSame(
  db: Executor,
  { editionId, email, personId, id }: { editionId: string; email: string | null; personId: string | null; id: string },
) {
  return db
    .selectFrom('registrations')
    .select(COLUMNS)
    .where('editionId', '=', editionId)
    .where((eb) =>
      eb.or([
        eb('id', '=', id),
        ...(email === null ? [] : [eb('email', '=', email)]),
        ...(personId === null ? [] : [eb('personId', '=', personId)]),
      ]),
    )
    .orderBy((eb) => eb('state', '=', 'cancelled'))
    .orderBy('id')
    .executeTakeFirst();
}

/** Who registered under this name, of any organisation; the oldest 20. */
export async function findByName(db: Executor, { editionId, nameKey }: { editionId: string; nameKey: string }) {
  return db
    .selectFrom('registrations')
    .select([...COLUMNS, 'organisationName'])
    .where('editionId', '=', editionId)
    .where('nameKey', '=', nameKey)
    .orderBy('id')
    .limit(20)
    .execute();
}

/** One registration, with the edition it is for. */
export async function findById(db: Executor, registrationId: string) {
  return db
    .selectFrom('registrations')
    .innerJoin('editions', 'editions.id', 'registrations.editionId')
    .select(['registrations.editionId', 'editions.groupId', 'editions.slug'])
    .select([
      'registrations.id',
      'registrations.state',
      'registrations.personId',
      'registrations.email',
      'registrations.delegationId',
      'registrations.givenName',
      'registrations.familyName',
      'registrations.function',
      'registrations.organisationName',
      'registrations.organisationKind',
      'registrations.language',
      'registrations.queueNumber',
    ])
    .where('registrations.id', '=', registrationId)
    .executeTakeFirst();
}

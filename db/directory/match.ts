import type { Executor } from '#db/client.ts';

// An id that no row has: SQL has no empty list.
const NOBODY = '00000000-0000-0000-0000-000000000000';

// What use cases ask to recognise somebody or a body that is there already. Never shown without a gate of the caller's.

export interface KnownPerson {
  id: string;
  givenName: string;
  familyName: string;
  nameKey: string;
  email: string | null;
  function: string;
  organisationId: string | null;
  organisationName: string | null;
  organisationKey: string | null;
}

/** People with one of these names or e-mail addresses, oldest first; at most 5,000. */
export async function findKnownPeople(
  db: Executor,
  by: { nameKeys: readonly string[]; emails: readonly string[]; ids?: readonly string[] },
): Promise<KnownPerson[]> {
  return db
    .selectFrom('people')
    .leftJoin('organisations', 'organisations.id', 'people.organisationId')
    .select([
      'people.id',
      'people.givenName',
      'people.familyName',
      'people.nameKey',
      'people.email',
      'people.function',
      'people.organisationId',
      'organisations.name as organisationName',
      'organisations.nameKey as organisationKey',
    ])
    .where((eb) =>
      eb.or([
        eb('people.nameKey', '=', eb.fn.any(eb.val([...by.nameKeys]))),
        eb('people.email', '=', eb.fn.any(eb.val([...by.emails]))),
        eb('people.id', 'in', by.ids?.length ? [...by.ids] : [NOBODY]),
      ]),
    )
    .orderBy('people.id')
    .limit(5000)
    .execute();
}

export interface KnownOrganisation {
  id: string;
  name: string;
  nameKey: string;
  country: string;
}

/** Organisations with one of these keys; of the same key the French one first, then the oldest. */
export async function findKnownOrganisations(db: Executor, nameKeys: readonly string[]): Promise<KnownOrganisation[]> {
  return db
    .selectFrom('organisations')
    .select(['id', 'name', 'nameKey', 'country'])
    .where((eb) => eb('nameKey', '=', eb.fn.any(eb.val([...nameKeys]))))
    .orderBy((eb) => eb('country', '<>', 'FR'))
    .orderBy('id')
    .limit(5000)
    .execute();
}

/** Of these people, those with a place or an invitation in a group other than `groupIds`: writing to their mailbox would open other groups. */
export async function findTiedElsewhere(db: Executor, personIds: readonly string[], groupIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const own = groupIds.length > 0 ? [...groupIds] : [NOBODY];
  const rows = await db
    .selectFrom('people')
    .select('people.id')
    .where('people.id', 'in', [...personIds])
    .where((eb) =>
      eb.or([
        eb('people.networkOrganiser', '=', true),
        eb.exists(
          eb.selectFrom('memberships').select('groupId').whereRef('memberships.personId', '=', 'people.id').where('groupId', 'not in', own),
        ),
        eb.exists(
          eb
            .selectFrom('attendances')
            .innerJoin('meetings', 'meetings.id', 'attendances.meetingId')
            .select('attendances.id')
            .whereRef('attendances.personId', '=', 'people.id')
            .where('meetings.groupId', 'not in', own),
        ),
      ]),
    )
    .execute();
  return new Set(rows.map((row) => row.id));
}

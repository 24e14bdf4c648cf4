import { randomBytes } from 'node:crypto';
import type { Insertable } from 'kysely';
import { nameKey } from '#app/model/text.ts';
import type { Database } from '#db/client.ts';
import type { DB } from '#db/schema.ts';

// Rows for tests: each function fills in what the test does not care about and returns the whole row.

type Given<Table extends keyof DB> = Partial<Insertable<DB[Table]>>;

const unique = () => randomBytes(4).toString('hex');

export async function makeOrganisation(db: Database, given: Given<'organisations'> = {}) {
  const name = given.name ?? `Ville de ${unique()}`;
  return db
    .insertInto('organisations')
    .values({ name, nameKey: nameKey(name), kind: 'commune', ...given })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function makePerson(db: Database, given: Given<'people'> = {}) {
  const givenName = given.givenName ?? 'Karim';
  const familyName = given.familyName ?? `Belhadj ${unique()}`;
  const values = { givenName, familyName, nameKey: nameKey(`${givenName} ${familyName}`), email: `${unique()}@nanterre.example`, ...given };
  const person = await db.insertInto('people').values(values).returningAll().executeTakeFirstOrThrow();
  return { ...person, email: person.email ?? '' };
}

export async function makeGroup(db: Database, given: Given<'groups'> = {}) {
  const values = { slug: `groupe-${unique()}`, name: 'Dynamique Amérique latine et Caraïbes', kind: 'network' as const, ...given };
  return db.insertInto('groups').values(values).returningAll().executeTakeFirstOrThrow();
}

export async function makeMembership(db: Database, given: Given<'memberships'> & { groupId: string; personId: string }) {
  return db
    .insertInto('memberships')
    .values({ role: 'member', ...given })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A scheduled meeting of a group, on 20 June 2022 from 16:30 to 18:00 in Paris. */
export async function makeMeeting(db: Database, given: Given<'meetings'> & { groupId: string }) {
  const values = {
    ...{ slug: `reunion-${unique()}`, kind: 'group_meeting' as const, title: 'Point Amérique latine', status: 'scheduled' as const },
    ...{ edtf: '2022-06-20T16:30/2022-06-20T18:00', timeZone: 'Europe/Paris', during: '[2022-06-20T14:30:00Z,2022-06-20T16:00:00Z)' },
    ...given,
  };
  return db.insertInto('meetings').values(values).returningAll().executeTakeFirstOrThrow();
}

export async function makeAttendance(db: Database, given: Given<'attendances'> & { meetingId: string; personId: string }) {
  const person = await db
    .selectFrom('people')
    .select(['givenName', 'familyName', 'function'])
    .where('id', '=', given.personId)
    .executeTakeFirstOrThrow();
  return db
    .insertInto('attendances')
    .values({ ...person, ...given })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The minutes of a meeting, a draft unless told. */
export async function makeMinutes(db: Database, given: Given<'minutes'> & { meetingId: string }) {
  return db.insertInto('minutes').values(given).returningAll().executeTakeFirstOrThrow();
}

/** Something proposed on minutes, open, on 3 December 2020. */
export async function makeComplement(db: Database, given: Given<'complements'> & { minutesId: string }) {
  const values = { kind: 'comment' as const, authorName: 'Karim Belhadj', createdAt: '2020-12-03T10:00:00Z', ...given };
  return db.insertInto('complements').values(values).returningAll().executeTakeFirstOrThrow();
}

/** Someone signed in, as gates and verbs take them. */
export function viewerOf(person: Awaited<ReturnType<typeof makePerson>>) {
  const { id: personId, givenName, familyName, language, timeZone, networkOrganiser } = person;
  return { personId, givenName, familyName, language, timeZone, networkOrganiser };
}

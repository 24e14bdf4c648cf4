import { sql } from 'kysely';
import type { OrganisationKind } from '#app/model/directory.ts';
import type { Language } from '#app/model/language.ts';
import type { Trx } from '#db/client.ts';
import { withAddressOnce } from './write.ts';

export interface PersonDetails {
  givenName: string;
  familyName: string;
  nameKey: string;
  function: string;
  organisationId: string | null;
  email: string | null;
  language: Language;
  timeZone: string;
}

/** Writes a person's record if nobody else did since `revision`; false: somebody did. Throws AddressTaken. */
export async function updatePerson(trx: Trx, personId: string, revision: number, details: PersonDetails): Promise<boolean> {
  const row = await withAddressOnce(() =>
    trx
      .updateTable('people')
      .set((eb) => ({ ...details, revision: eb('revision', '+', 1), updatedAt: eb.fn<string>('now') }))
      .where('id', '=', personId)
      .where('revision', '=', revision)
      .returning('id')
      .executeTakeFirst(),
  );
  return row !== undefined;
}

/**
 * Copies name, function and organisation of a person, or of everybody of an organisation, into their attendance of meetings
 * that are not over at `now` (ISO instant) or have no date yet. Past ones keep what was true that day. Answers the meetings
 * that show it, each once.
 */
export async function refreshAttendances(trx: Trx, of: { personId: string } | { organisationId: string }, now: string): Promise<string[]> {
  const rows = await trx
    .updateTable('attendances')
    .from('people')
    .innerJoin('meetings', (join) => join.onTrue())
    .leftJoin('organisations', 'organisations.id', 'people.organisationId')
    .set((eb) => ({
      givenName: eb.ref('people.givenName'),
      familyName: eb.ref('people.familyName'),
      function: eb.ref('people.function'),
      organisationName: eb.fn.coalesce('organisations.name', sql<string>`''`),
      organisationKind: eb.fn.coalesce('organisations.kind', sql<OrganisationKind>`'other'`),
    }))
    .whereRef('attendances.personId', '=', 'people.id')
    .whereRef('attendances.meetingId', '=', 'meetings.id')
    .where((eb) => ('personId' in of ? eb('people.id', '=', of.personId) : eb('people.organisationId', '=', of.organisationId)))
    .where(sql<boolean>`(meetings.during is null or upper(meetings.during) > ${now}::timestamptz)`)
    .returning('attendances.meetingId')
    .execute();
  return [...new Set(rows.map((row) => row.meetingId))];
}

/** Makes the links that were sent to a person's former address worthless: those that sign in, and those of invitations. */
export async function revokeLinks(trx: Trx, personId: string, now: string): Promise<void> {
  await trx
    .updateTable('linkTokens')
    .set({ revokedAt: now })
    .where('personId', '=', personId)
    .where('purpose', 'in', ['sign_in', 'answer'])
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute();
}

export interface OrganisationDetails {
  name: string;
  nameKey: string;
  kind: OrganisationKind;
  country: string;
}

/** A name that another organisation of the country has. */
export class NameTaken extends Error {
  override name = 'NameTaken';
}

/** Writes an organisation's record if it still is as `before`; false: somebody changed it. Throws NameTaken. */
export async function updateOrganisation(
  trx: Trx,
  organisationId: string,
  before: Omit<OrganisationDetails, 'nameKey'>,
  after: OrganisationDetails,
): Promise<boolean> {
  const row = await trx
    .updateTable('organisations')
    .set(after)
    .where('id', '=', organisationId)
    .where('name', '=', before.name)
    .where('kind', '=', before.kind)
    .where('country', '=', before.country)
    .returning('id')
    .executeTakeFirst()
    .catch((error: unknown) => {
      if (error instanceof Error && 'constraint' in error && error.constraint === 'organisations_name_key_country_key')
        throw new NameTaken();
      throw error;
    });
  return row !== undefined;
}

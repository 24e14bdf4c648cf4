import { sql } from 'kysely';
import type { Answer, AnswerGiven, AttendanceRole, NotesAccess } from '#app/model/attendance.ts';
import type { OrganisationKind } from '#app/model/directory.ts';
import type { Language } from '#app/model/language.ts';
import type { Trx } from '#db/client.ts';

/** Names, function and organisation are copied from the people, as they are that day; whoever is on the list already stays. */
export async function insertAttendances(
  trx: Trx,
  { meetingId, personIds, roles, now }: { meetingId: string; personIds: readonly string[]; roles: readonly AttendanceRole[]; now: string },
): Promise<{ id: string; personId: string }[]> {
  if (personIds.length === 0) return [];
  return trx
    .insertInto('attendances')
    .columns(['meetingId', 'personId', 'roles', 'givenName', 'familyName', 'function', 'organisationName', 'organisationKind', 'createdAt'])
    .expression((eb) =>
      eb
        .selectFrom('people')
        .leftJoin('organisations', 'organisations.id', 'people.organisationId')
        .select([
          sql<string>`${meetingId}::uuid`.as('meetingId'),
          'people.id as personId',
          sql<AttendanceRole[]>`${[...roles]}::text[]`.as('roles'),
          'people.givenName',
          'people.familyName',
          'people.function',
          sql<string>`coalesce(organisations.name, '')`.as('organisationName'),
          sql<OrganisationKind>`coalesce(organisations.kind, 'other')`.as('organisationKind'),
          sql<string>`${now}::timestamptz`.as('createdAt'),
        ])
        .where('people.id', 'in', [...personIds])
        // always in one order, so that two organisers inviting at once never wait for each other
        .orderBy('people.id'),
    )
    .onConflict((conflict) => conflict.columns(['meetingId', 'personId']).doNothing())
    .returning(['id', 'personId'])
    .execute();
}

/** Ids of the current members of a group who are not on the meeting's list. */
export async function findMissingMembers(trx: Trx, { meetingId, groupId }: { meetingId: string; groupId: string }): Promise<string[]> {
  const rows = await trx
    .selectFrom('memberships')
    .select('personId')
    .where('groupId', '=', groupId)
    .where('personId', 'not in', trx.selectFrom('attendances').select('personId').where('meetingId', '=', meetingId))
    .execute();
  return rows.map((row) => row.personId);
}

export interface Invitee {
  attendanceId: string;
  personId: string;
  givenName: string;
  familyName: string;
  email: string;
  language: Language;
  answer: Answer;
}

/** Marks as invited all who wait for their invitation and have an address, and tells who they are: of two calls at once one gets each. */
export async function markInvited(trx: Trx, { meetingId, now }: { meetingId: string; now: string }): Promise<Invitee[]> {
  const rows = await trx
    .updateTable('attendances')
    .from('people')
    .set({ invitedAt: now })
    .whereRef('people.id', '=', 'attendances.personId')
    .where('attendances.meetingId', '=', meetingId)
    .where('attendances.invitedAt', 'is', null)
    .where('people.email', 'is not', null)
    .returning([
      'attendances.id as attendanceId',
      'people.id as personId',
      'people.givenName',
      'people.familyName',
      'people.email',
      'people.language',
      'attendances.answer',
    ])
    .execute();
  return rows.map(({ email, ...row }) => ({ ...row, email: email ?? '' }));
}

/** Everybody to whom an invitation to this meeting was sent. */
export async function listInvitees(trx: Trx, meetingId: string): Promise<Invitee[]> {
  const rows = await trx
    .selectFrom('attendances')
    .innerJoin('people', 'people.id', 'attendances.personId')
    .select([
      'attendances.id as attendanceId',
      'people.id as personId',
      'people.givenName',
      'people.familyName',
      'people.email',
      'people.language',
      'attendances.answer',
    ])
    .where('attendances.meetingId', '=', meetingId)
    .where('attendances.invitedAt', 'is not', null)
    .where('people.email', 'is not', null)
    .orderBy('attendances.id')
    .execute();
  return rows.map(({ email, ...row }) => ({ ...row, email: email ?? '' }));
}

interface OfMeeting {
  meetingId: string;
  attendanceId: string;
}

interface NewAnswer extends OfMeeting {
  given: AnswerGiven | null;
  /** ISO instant. */
  at: string;
  by: string | null;
  /** A calendar said yes without saying where. */
  placeAssumed?: boolean;
}

/** Writes an answer over the one before; false: there is no such attendance (any more). */
export async function updateAnswer(
  trx: Trx,
  { meetingId, attendanceId, given, at, by, placeAssumed = false }: NewAnswer,
): Promise<boolean> {
  const answer = given ?? { answer: 'none' as const, substituteName: '', substituteFunction: '' };
  const row = await trx
    .updateTable('attendances')
    .set({ ...answer, answeredAt: given ? at : null, answeredBy: given ? by : null, placeAssumed })
    .where('id', '=', attendanceId)
    .where('meetingId', '=', meetingId)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Checks somebody in at an instant, or undoes it (null); false: there is no such attendance. The first hour stays. */
export async function updateCheckIn(trx: Trx, { meetingId, attendanceId, at }: OfMeeting & { at: string | null }): Promise<boolean> {
  const row = await trx
    .updateTable('attendances')
    .set((eb) => ({ checkedInAt: at === null ? null : eb.fn.coalesce('checkedInAt', sql<string>`${at}::timestamptz`) }))
    .where('id', '=', attendanceId)
    .where('meetingId', '=', meetingId)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** What organisers write on somebody's line. */
export interface AttendanceRecord {
  function: string;
  organisationName: string;
  organisationKind: OrganisationKind;
  roles: AttendanceRole[];
  notesAccess: NotesAccess;
  invitedAt: string;
}

/** Function, organisation, roles and access as they were that day; undefined: there is no such attendance. */
export async function updateRecord(
  trx: Trx,
  { meetingId, attendanceId, record }: OfMeeting & { record: Partial<AttendanceRecord> },
): Promise<{ personId: string } | undefined> {
  return trx
    .updateTable('attendances')
    .set(record)
    .where('id', '=', attendanceId)
    .where('meetingId', '=', meetingId)
    .returning('personId')
    .executeTakeFirst();
}

/** An attendance with the address it was invited at, locked until the end of the transaction. */
export async function lockAttendance(trx: Trx, { meetingId, attendanceId }: OfMeeting) {
  return trx
    .selectFrom('attendances')
    .innerJoin('people', 'people.id', 'attendances.personId')
    .select(['people.id as personId', 'people.givenName', 'people.familyName', 'people.email', 'people.language'])
    .select([
      'attendances.invitedAt',
      'attendances.checkedInAt',
      'attendances.notesAccess',
      'attendances.roles',
      'attendances.answer',
      'attendances.organisationName',
    ])
    .where('attendances.id', '=', attendanceId)
    .where('attendances.meetingId', '=', meetingId)
    .forUpdate('attendances')
    .executeTakeFirst();
}

/** Takes somebody off the list; the links in their mails go with it. */
export async function deleteAttendance(trx: Trx, { meetingId, attendanceId }: OfMeeting): Promise<void> {
  await trx.deleteFrom('attendances').where('id', '=', attendanceId).where('meetingId', '=', meetingId).execute();
}

/** Raises the meeting's SEQUENCE (RFC 5545, 3.8.7.4) and tells the new one: a removal must outrank the invitation it takes back. */
export async function raiseSequence(trx: Trx, meetingId: string): Promise<number> {
  const row = await trx
    .updateTable('meetings')
    .set((eb) => ({ sequence: eb('sequence', '+', 1) }))
    .where('id', '=', meetingId)
    .returning('sequence')
    .executeTakeFirstOrThrow();
  return row.sequence;
}

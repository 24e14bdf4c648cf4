import { sql } from 'kysely';
import type { Answer, AttendanceRole } from '#app/model/attendance.ts';
import type { OrganisationKind } from '#app/model/directory.ts';
import type { MeetingStatus } from '#app/model/meetings.ts';
import type { SlidesFormat, SlidesRelease } from '#app/model/speakers.ts';
import type { Trx } from '#db/client.ts';
import { HAS_PART } from './has-part.ts';

interface Of {
  editionId: string;
  personId: string;
}

/** The row of somebody's own words, made where there is none, and held until the transaction ends. */
export async function holdSpeaker(trx: Trx, of: Of): Promise<{ revision: number }> {
  await trx
    .insertInto('speakers')
    .values(of)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return trx
    .selectFrom('speakers')
    .select('revision')
    .where('editionId', '=', of.editionId)
    .where('personId', '=', of.personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function writeAbout(trx: Trx, { editionId, personId }: Of, change: { about: string; detailsAt: string }): Promise<void> {
  await trx
    .updateTable('speakers')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('editionId', '=', editionId)
    .where('personId', '=', personId)
    .execute();
}

/** Who somebody is in this edition, on the lists of all its sessions. Gives those whose lists say something else now. */
export async function writeAsInEdition(
  trx: Trx,
  { editionId, personId }: Of,
  as: { givenName: string; familyName: string; function: string; organisationName: string; organisationKind: OrganisationKind },
): Promise<string[]> {
  const { organisationKind, ...words } = as;
  const rows = await trx
    .updateTable('attendances')
    .from('meetings')
    .whereRef('meetings.id', '=', 'attendances.meetingId')
    .where('meetings.editionId', '=', editionId)
    .where('attendances.personId', '=', personId)
    .where(
      sql<boolean>`(attendances.given_name, attendances.family_name, attendances.function, attendances.organisation_name)
        is distinct from (${as.givenName}, ${as.familyName}, ${as.function}, ${as.organisationName})`,
    )
    .set((eb) => ({
      ...words,
      // the kind that is known is better than a guess, as long as the organisation is the same
      organisationKind: eb
        .case()
        .when('attendances.organisationName', '=', as.organisationName)
        .then(eb.ref('attendances.organisationKind'))
        .else(sql<OrganisationKind>`${organisationKind}`)
        .end(),
    }))
    .returning('attendances.meetingId')
    .execute();
  return rows.map(({ meetingId }) => meetingId);
}

/** A part that somebody has in an edition, held until the transaction ends; undefined: it was taken from them. */
export async function holdPart(
  trx: Trx,
  { editionId, personId, attendanceId }: Of & { attendanceId: string },
): Promise<
  { meetingId: string; status: MeetingStatus; edtf: string; timeZone: string; answer: Answer; roles: AttendanceRole[] } | undefined
> {
  return trx
    .selectFrom('attendances')
    .innerJoin('meetings', 'meetings.id', 'attendances.meetingId')
    .select(['attendances.meetingId', 'meetings.status', 'meetings.edtf', 'meetings.timeZone', 'attendances.answer', 'attendances.roles'])
    .where('attendances.id', '=', attendanceId)
    .where('attendances.personId', '=', personId)
    .where('meetings.editionId', '=', editionId)
    .where(HAS_PART)
    .forUpdate('attendances')
    .executeTakeFirst();
}

/** Why somebody declines; '' takes the words away. */
export async function writeRegret(trx: Trx, attendanceId: string, words: string, now: string): Promise<void> {
  await trx.deleteFrom('speakerRegrets').where('attendanceId', '=', attendanceId).execute();
  if (words !== '') await trx.insertInto('speakerRegrets').values({ attendanceId, words, writtenAt: now }).execute();
}

export async function writePortrait(trx: Trx, { editionId, personId }: Of, bytes: Buffer, now: string): Promise<void> {
  await trx
    .insertInto('speakerPortraits')
    .values({ editionId, personId, bytes, madeAt: now })
    .onConflict((conflict) => conflict.columns(['editionId', 'personId']).doUpdateSet({ bytes, madeAt: now }))
    .execute();
}

export async function deletePortrait(trx: Trx, { editionId, personId }: Of): Promise<boolean> {
  const gone = await trx
    .deleteFrom('speakerPortraits')
    .where('editionId', '=', editionId)
    .where('personId', '=', personId)
    .returning('personId')
    .executeTakeFirst();
  return gone !== undefined;
}

export async function writeSlides(
  trx: Trx,
  attendanceId: string,
  slides: { fileName: string; format: SlidesFormat; bytes: Buffer; release: SlidesRelease; sentAt: string },
): Promise<void> {
  await trx
    .insertInto('speakerSlides')
    .values({ attendanceId, ...slides })
    .onConflict((conflict) => conflict.column('attendanceId').doUpdateSet(slides))
    .execute();
}

export async function deleteSlides(trx: Trx, attendanceId: string): Promise<boolean> {
  const gone = await trx.deleteFrom('speakerSlides').where('attendanceId', '=', attendanceId).returning('attendanceId').executeTakeFirst();
  return gone !== undefined;
}

/** Who may have the slides from now on; false: there are none. */
export async function writeRelease(trx: Trx, attendanceId: string, release: SlidesRelease): Promise<boolean> {
  const row = await trx
    .updateTable('speakerSlides')
    .set({ release })
    .where('attendanceId', '=', attendanceId)
    .returning('attendanceId')
    .executeTakeFirst();
  return row !== undefined;
}

import { sql } from 'kysely';
import type { AttendanceRole } from '#app/model/attendance.ts';
import type { SpeakerRole } from '#app/model/speakers.ts';
import type { Trx } from '#db/client.ts';

/** Held until the transaction ends: of two organisers who send at once, the second sees what the first did. */
export async function holdEdition(trx: Trx, editionId: string): Promise<{ slug: string; endsOn: string }> {
  return trx.selectFrom('editions').select(['slug', 'endsOn']).where('id', '=', editionId).forNoKeyUpdate().executeTakeFirstOrThrow();
}

/** Notes that these people were asked, for the first time or again. */
export async function markAsked(
  trx: Trx,
  { editionId, personIds, now }: { editionId: string; personIds: readonly string[]; now: string },
): Promise<void> {
  if (personIds.length === 0) return;
  await trx
    .insertInto('speakers')
    .values(personIds.map((personId) => ({ editionId, personId, askedAt: now })))
    .onConflict((conflict) =>
      conflict.columns(['editionId', 'personId']).doUpdateSet((eb) => ({
        askedAt: eb.fn.coalesce('speakers.askedAt', sql<string>`${now}::timestamptz`),
        remindedAt: eb.case().when('speakers.askedAt', 'is', null).then(null).else(sql<string>`${now}::timestamptz`).end(),
      })),
    )
    .execute();
}

/** The links of somebody's page stop working. */
export async function revokeSpeakerLinks(
  trx: Trx,
  { editionId, personId, now }: { editionId: string; personId: string; now: string },
): Promise<number> {
  const rows = await trx
    .updateTable('linkTokens')
    .set({ revokedAt: now })
    .where('purpose', '=', 'speaker')
    .where('editionId', '=', editionId)
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .returning('hash')
    .execute();
  return rows.length;
}

/** Gives somebody on the list of a session one more role; undefined: they are not on it. */
export async function addRole(
  trx: Trx,
  { meetingId, personId, role }: { meetingId: string; personId: string; role: SpeakerRole },
): Promise<string | undefined> {
  const row = await trx
    .updateTable('attendances')
    .set({
      // a participant who speaks is a speaker
      roles: sql<AttendanceRole[]>`array_remove(array_remove(roles, 'participant'), ${role}) || array[${role}]`,
    })
    .where('meetingId', '=', meetingId)
    .where('personId', '=', personId)
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** The session of an edition that has this address, held; undefined: none. */
export async function holdSession(trx: Trx, { editionId, meetingId }: { editionId: string; meetingId: string }) {
  return trx
    .selectFrom('meetings')
    .select(['id', 'status', 'groupId'])
    .where('id', '=', meetingId)
    .where('editionId', '=', editionId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Who may have somebody's slides, as an organiser of the edition decides; false: there are none. */
export async function releaseSlides(
  trx: Trx,
  { editionId, attendanceId, release }: { editionId: string; attendanceId: string; release: 'with_minutes' | 'now' | 'held' },
): Promise<boolean> {
  const row = await trx
    .updateTable('speakerSlides')
    .from('attendances')
    .innerJoin('meetings', 'meetings.id', 'attendances.meetingId')
    .whereRef('attendances.id', '=', 'speakerSlides.attendanceId')
    .where('speakerSlides.attendanceId', '=', attendanceId)
    .where('meetings.editionId', '=', editionId)
    .set({ release })
    .returning('speakerSlides.attendanceId')
    .executeTakeFirst();
  return row !== undefined;
}

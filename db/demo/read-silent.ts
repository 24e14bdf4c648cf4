import { sql } from 'kysely';
import type { Database } from '#db/client.ts';

/** Invited people of the next meeting who have not answered, and the meeting. */
export async function findSilentInvitees(db: Database, { now, limit }: { now: string; limit: number }) {
  const next = await db
    .selectFrom('meetings')
    .select(['id', 'sequence'])
    .where('status', '=', 'scheduled')
    .where(sql<boolean>`lower(during) > ${now}::timestamptz`)
    .where((eb) =>
      eb.exists(eb.selectFrom('attendances').select('id').whereRef('meetingId', '=', 'meetings.id').where('answer', '=', 'none')),
    )
    .orderBy(sql`lower(during)`)
    .limit(1)
    .executeTakeFirst();
  if (!next) return null;
  const invitees = await db
    .selectFrom('attendances')
    .innerJoin('people', 'people.id', 'attendances.personId')
    .select(['people.email', 'attendances.givenName', 'attendances.familyName'])
    .where('meetingId', '=', next.id)
    .where('answer', '=', 'none')
    .where('invitedAt', 'is not', null)
    .where('people.email', 'is not', null)
    .orderBy('attendances.familyName')
    .limit(limit)
    .execute();
  return { ...next, invitees };
}

import { sql } from 'kysely';
import type { Database } from '#db/client.ts';

/** The meetings of an edition, by their slugs. */
export async function findEditionMeetings(db: Database, editionId: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('meetings').select(['id', 'slug']).where('editionId', '=', editionId).execute();
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}

/** Which state of the draft is published next. */
export async function findProgrammeRevision(db: Database, editionId: string): Promise<number> {
  const row = await db.selectFrom('editions').select('programmeRevision').where('id', '=', editionId).executeTakeFirstOrThrow();
  return row.programmeRevision;
}

/** The options of a poll as they were written. */
export async function findPollOptions(db: Database, pollId: string): Promise<string[]> {
  const rows = await db.selectFrom('livePollOptions').select('id').where('pollId', '=', pollId).orderBy('position').execute();
  return rows.map(({ id }) => id);
}

/** Whoever came to a session to listen, in a steady order. */
export async function listVoters(db: Database, meetingId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('attendances')
    .select('personId')
    .where('meetingId', '=', meetingId)
    .where(sql<boolean>`roles = '{participant}'`)
    .orderBy('familyName')
    .orderBy('givenName')
    .limit(200)
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Whether all these sessions have minutes that are out, and nobody bound them yet. */
export async function isWholeEdition(db: Database, slugs: readonly string[]): Promise<boolean> {
  const rows = await db
    .selectFrom('meetings')
    .innerJoin('minutes', 'minutes.meetingId', 'meetings.id')
    .leftJoin('volumeVersions', 'volumeVersions.editionId', 'meetings.editionId')
    .select(['meetings.id', 'volumeVersions.number'])
    .where('meetings.slug', 'in', [...slugs])
    .where('minutes.state', '=', 'published')
    .execute();
  return rows.length === slugs.length && rows.every(({ number }) => number === null);
}

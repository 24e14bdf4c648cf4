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

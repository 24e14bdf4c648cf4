import { sql } from 'kysely';
import type { Executor } from '#db/client.ts';

export interface StoredAuthors {
  /** Number of each person who ever opened these notes. */
  numbers: { personId: string; number: number }[];
  /** Whose each Yjs client id is (their number). */
  clients: { clientId: number; author: number }[];
}

export async function readAuthors(db: Executor, meetingId: string): Promise<StoredAuthors> {
  const numbers = await db.selectFrom('noteAuthors').select(['personId', 'number']).where('meetingId', '=', meetingId).execute();
  const clients = await db
    .selectFrom('noteClients')
    .select(['clientId', 'authorNumber as author'])
    .where('meetingId', '=', meetingId)
    .execute();
  return { numbers, clients };
}

/** The number under which a person writes in a meeting's log; the next free one the first time. Numbers are never given twice. */
export async function numberAuthor(db: Executor, meetingId: string, personId: string): Promise<number> {
  // two people who come at once are given the same number by the select; the constraint keeps one, the other asks again
  for (let attempt = 0; attempt < 100; attempt += 1) {
    await sql`
      insert into note_authors (meeting_id, number, person_id)
      select ${meetingId}::uuid, coalesce(max(number), 0) + 1, ${personId}::uuid from note_authors where meeting_id = ${meetingId}
      on conflict do nothing`.execute(db);
    const author = await db
      .selectFrom('noteAuthors')
      .select('number')
      .where('meetingId', '=', meetingId)
      .where('personId', '=', personId)
      .executeTakeFirst();
    if (author) return author.number;
  }
  throw new Error(`No number could be given to an author of the notes of meeting ${meetingId}.`);
}

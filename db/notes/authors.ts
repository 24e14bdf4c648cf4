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

/** The number under which a person writes in a meeting's log; see numberAuthors. */
export async function numberAuthor(db: Executor, meetingId: string, personId: string): Promise<number> {
  const number = (await numberAuthors(db, meetingId, [personId])).get(personId);
  if (number === undefined) throw new Error(`No number could be given to an author of the notes of meeting ${meetingId}.`);
  return number;
}

/** The same of several people: the next free ones the first time. Numbers are never given twice. */
export async function numberAuthors(db: Executor, meetingId: string, personIds: readonly string[]): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  // two processes that number at once give the same numbers; the constraint keeps one, the other asks again
  for (let attempt = 0; attempt < 100 && numbers.size < personIds.length; attempt += 1) {
    const missing = personIds.filter((personId) => !numbers.has(personId));
    await sql`
      insert into note_authors (meeting_id, number, person_id)
      select
        ${meetingId}::uuid,
        (select coalesce(max(number), 0) from note_authors where meeting_id = ${meetingId}) + row_number() over (),
        person
      from unnest(${missing}::uuid[]) as person
      where not exists (select from note_authors as known where known.meeting_id = ${meetingId} and known.person_id = person)
      on conflict do nothing`.execute(db);
    const found = await db
      .selectFrom('noteAuthors')
      .select(['personId', 'number'])
      .where('meetingId', '=', meetingId)
      .where(sql<boolean>`person_id = any(${missing}::uuid[])`)
      .execute();
    for (const { personId, number } of found) numbers.set(personId, number);
  }
  return numbers;
}

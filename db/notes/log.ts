import { sql } from 'kysely';
import type { Database, Executor, Trx } from '#db/client.ts';
import { telling } from '#db/realtime/notices.ts';

// The log of a meeting's Yjs document: a snapshot, and the rows of updates that are not inside it. A row that a snapshot
// covers is deleted in the transaction that writes the snapshot, so whatever rows are there are to be applied: nothing
// here trusts the order of ids, which two processes may commit the other way round.

export interface LogRow {
  id: number;
  /** Frames (app/model/notes-frames.ts). */
  body: Uint8Array;
}

export interface StoredLog {
  snapshot: { upto: number; body: Uint8Array } | null;
  /** In the order of their ids. */
  rows: LogRow[];
}

/** Everything stored of a meeting's notes, as of one moment: one statement, so that a compaction cannot fall in between. */
export async function readLog(db: Executor, meetingId: string): Promise<StoredLog> {
  const found = await db
    .selectFrom('noteUpdates')
    .select(['id', 'body', sql<boolean>`false`.as('covers')])
    .where('meetingId', '=', meetingId)
    .unionAll(
      db
        .selectFrom('noteSnapshots')
        .select(['upto as id', 'body', sql<boolean>`true`.as('covers')])
        .where('meetingId', '=', meetingId),
    )
    .orderBy('id')
    .execute();
  const snapshot = found.find((row) => row.covers);
  return {
    snapshot: snapshot ? { upto: snapshot.id, body: snapshot.body } : null,
    rows: found.filter((row) => !row.covers).map(({ id, body }) => ({ id, body })),
  };
}

/** What somebody already holds of a log. */
export interface HeldLog {
  /** Ids of rows. */
  rows: readonly number[];
  /** Of the snapshot; null: none. */
  upto: number | null;
}

/** The rows beside those that are held. `moved`: the snapshot is another one than the held one, so that more may be lacking. */
export async function readLogBeside(db: Executor, meetingId: string, held: HeldLog): Promise<{ rows: LogRow[]; moved: boolean }> {
  const found = await db
    .selectFrom('noteUpdates')
    .select(['id', 'body', sql<boolean>`false`.as('moved')])
    .where('meetingId', '=', meetingId)
    .where(sql<boolean>`id <> all(${held.rows}::bigint[])`)
    .unionAll(
      db
        .selectFrom('noteSnapshots')
        .select(['upto as id', sql<Buffer>`''::bytea`.as('body'), sql<boolean>`true`.as('moved')])
        .where('meetingId', '=', meetingId)
        .where(sql<boolean>`upto is distinct from ${held.upto}::bigint`),
    )
    .orderBy('id')
    .execute();
  return { rows: found.filter(({ moved }) => !moved).map(({ id, body }) => ({ id, body })), moved: found.some(({ moved }) => moved) };
}

export interface NewLogRow extends LogRow {
  meetingId: string;
  /** Yjs client ids that are written under for the first time, and by whom (number in note_authors). */
  clients: { clientId: number; author: number }[];
}

/**
 * Stores rows of any meetings in one transaction, and sends the notices of them (db/realtime): both become visible at once.
 * The same rows again change nothing: a commit whose answer was lost is simply tried again. Gives the ids that are another
 * row's: those rows are not stored and want another id, and no notice is sent; store all rows again with it.
 * Throws when a meeting is no more (see isMeetingGone), and then stores none.
 */
export async function appendLog(db: Executor, rows: readonly NewLogRow[], notices: readonly string[] = []): Promise<number[]> {
  const clients = rows.flatMap(({ meetingId, clients }) => clients.map((client) => ({ meetingId, ...client })));
  // One statement is one transaction, and one journey to the database. Its text is the same however many rows there are,
  // so that it is planned once a connection (db/prepared.ts).
  const stored = await sql<{ id: number }>`-- prepared: append-notes
    with owned as (
      insert into note_clients (meeting_id, client_id, author_number)
      select * from unnest(
        ${clients.map(({ meetingId }) => meetingId)}::uuid[],
        ${clients.map(({ clientId }) => clientId)}::bigint[],
        ${clients.map(({ author }) => author)}::integer[])
      on conflict do nothing),
    stored as (
      insert into note_updates as kept (id, meeting_id, body)
      select * from unnest(
        ${rows.map(({ id }) => id)}::bigint[],
        ${rows.map(({ meetingId }) => meetingId)}::uuid[],
        ${rows.map(({ body }) => bytes(body))}::bytea[])
      on conflict (id) do update set id = excluded.id where kept.meeting_id = excluded.meeting_id and kept.body = excluded.body
      returning id),
    told as (${telling(notices)} where (select count(*) from stored) = ${rows.length})
    select id, (select told from told) from stored`.execute(db);
  if (stored.rows.length === rows.length) return [];
  const ids = new Set(stored.rows.map(({ id }) => id));
  return rows.map(({ id }) => id).filter((id) => !ids.has(id));
}

/** Whether an error of appendLog says that a meeting was deleted (foreign key). */
export function isMeetingGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23503';
}

/**
 * Puts a snapshot in place of the rows that are inside it. Only forward: `from` is the snapshot (its `upto`) that this one
 * was made from; when another process wrote one since, nothing is changed and the answer is false.
 */
export async function writeSnapshot(
  db: Database,
  meetingId: string,
  snapshot: { from: number | null; upto: number; body: Uint8Array; stateVector: Uint8Array; covers: readonly number[] },
): Promise<boolean> {
  const { from, upto, body, stateVector, covers } = snapshot;
  const values = { meetingId, upto, body: bytes(body), stateVector: bytes(stateVector) };
  return db.transaction().execute(async (trx) => {
    const done =
      from === null
        ? await trx
            .insertInto('noteSnapshots')
            .values(values)
            .onConflict((conflict) => conflict.doNothing())
            .returning('upto')
            .executeTakeFirst()
        : await trx
            .updateTable('noteSnapshots')
            .set({ ...values, savedAt: sql`now()` })
            .where('meetingId', '=', meetingId)
            .where('upto', '=', from)
            .returning('upto')
            .executeTakeFirst();
    if (!done) return false;
    await trx.deleteFrom('noteUpdates').where('meetingId', '=', meetingId).where(sql<boolean>`id = any(${covers}::bigint[])`).execute();
    return true;
  });
}

/** One writer at a time of those that read the notes before they write; typing does not wait for it. */
export async function lockNotes(trx: Trx, meetingId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`notes:${meetingId}`}, 0))`.execute(trx);
}

/** Agenda items of a meeting, in their order: the sections that its notes have. */
export async function listSections(db: Executor, meetingId: string): Promise<string[]> {
  const items = await db.selectFrom('agendaItems').select('id').where('meetingId', '=', meetingId).orderBy('position').limit(500).execute();
  return items.map(({ id }) => id);
}

export interface NoteSections {
  /** Agenda items of the meeting, in their order. */
  all: string[];
  /** Those that nobody writes in for the moment. */
  locked: string[];
}

/** The same, with which of them are locked. */
export async function readSections(db: Executor, meetingId: string): Promise<NoteSections> {
  const items = await db
    .selectFrom('agendaItems')
    .leftJoin('noteLocks', 'noteLocks.agendaItemId', 'agendaItems.id')
    .select(['agendaItems.id', 'noteLocks.lockedAt'])
    .where('agendaItems.meetingId', '=', meetingId)
    .orderBy('agendaItems.position')
    .limit(500)
    .execute();
  return { all: items.map(({ id }) => id), locked: items.filter(({ lockedAt }) => lockedAt !== null).map(({ id }) => id) };
}

/** The same bytes as the driver takes them: anything else than Buffer would be sent as text. */
function bytes(body: Uint8Array): Buffer {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}

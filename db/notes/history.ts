import { sql } from 'kysely';
import type { VersionReason } from '#app/model/note-history.ts';
import type { NoteBlock } from '#app/model/notes.ts';
import type { Executor, Trx } from '#db/client.ts';

/** What a section says, and who wrote in it since it was last kept. */
export interface SectionToKeep {
  agendaItemId: string;
  blocks: readonly NoteBlock[];
  /** Numbers in note_authors. */
  authors: readonly number[];
}

/**
 * Keeps the sections that say something else than the last version of theirs, and gives their agenda items. An empty one
 * without any version is not kept. `unlessSince`: nor one whose last version is younger than this instant.
 * Under lockNotes: two processes would each find that there is no such version yet.
 */
export async function addVersions(
  trx: Trx,
  meetingId: string,
  sections: readonly SectionToKeep[],
  { reason, savedAt, unlessSince }: { reason: VersionReason; savedAt: string; unlessSince: string | null },
): Promise<string[]> {
  const added = await sql<{ agendaItemId: string }>`
    insert into note_section_versions (meeting_id, agenda_item_id, saved_at, reason, authors, blocks)
    select ${meetingId}::uuid, now."agendaItemId", ${savedAt}::timestamptz, ${reason}::text, now.authors, now.blocks
    from jsonb_to_recordset(${JSON.stringify(sections)}::jsonb) as now("agendaItemId" uuid, authors integer[], blocks jsonb)
    join agenda_items on agenda_items.id = now."agendaItemId" and agenda_items.meeting_id = ${meetingId}::uuid
    left join lateral (
      select saved_at, blocks from note_section_versions
      where meeting_id = ${meetingId}::uuid and agenda_item_id = now."agendaItemId" order by saved_at desc, id desc limit 1
    ) as last on true
    where coalesce(last.blocks, '[]') <> now.blocks
      and (${unlessSince}::timestamptz is null or last.saved_at is null or last.saved_at <= ${unlessSince}::timestamptz)
    returning agenda_item_id`.execute(trx);
  return added.rows.map(({ agendaItemId }) => agendaItemId);
}

/** The versions of a section without what they say, the newest first; for thinning them out. */
export async function listKeptVersions(
  trx: Trx,
  meetingId: string,
  agendaItemId: string,
): Promise<{ id: string; savedAt: string; reason: VersionReason }[]> {
  return trx
    .selectFrom('noteSectionVersions')
    .select(['id', 'savedAt', sql<VersionReason>`reason`.as('reason')])
    .where('meetingId', '=', meetingId)
    .where('agendaItemId', '=', agendaItemId)
    .orderBy('savedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
}

export async function dropVersions(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await trx.deleteFrom('noteSectionVersions').where(sql<boolean>`id = any(${ids}::uuid[])`).execute();
}

/** Every version of a meeting's notes. */
export async function dropAllVersions(trx: Trx, meetingId: string): Promise<void> {
  await trx.deleteFrom('noteSectionVersions').where('meetingId', '=', meetingId).execute();
}

export async function findVersionToRestore(
  trx: Trx,
  meetingId: string,
  versionId: string,
): Promise<{ agendaItemId: string; blocks: NoteBlock[] } | null> {
  const found = await trx
    .selectFrom('noteSectionVersions')
    .select(['agendaItemId', sql<NoteBlock[]>`blocks`.as('blocks')])
    .where('meetingId', '=', meetingId)
    .where('id', '=', versionId)
    .executeTakeFirst();
  return found ?? null;
}

/** Meetings whose log holds rows that no snapshot covers, and was last added to before this instant. */
export async function listUncompacted(db: Executor, quietSince: string, limit: number): Promise<string[]> {
  const found = await db
    .selectFrom('noteUpdates')
    .select('meetingId')
    .groupBy('meetingId')
    .having(sql<boolean>`max(saved_at) < ${quietSince}::timestamptz`)
    .limit(limit)
    .execute();
  return found.map(({ meetingId }) => meetingId);
}

/** Forgets whose each client id was, in notes whose minutes are out and that nobody wrote in since `quietSince` (an instant). */
export async function unlinkWriters(db: Executor, quietSince: string): Promise<void> {
  await sql`
    delete from note_clients using minutes
    where minutes.meeting_id = note_clients.meeting_id and minutes.state = 'published' and minutes.updated_at < ${quietSince}::timestamptz
      and not exists (
        select 1 from note_updates
        where note_updates.meeting_id = note_clients.meeting_id and note_updates.saved_at >= ${quietSince}::timestamptz)
      and not exists (
        select 1 from note_snapshots
        where note_snapshots.meeting_id = note_clients.meeting_id and note_snapshots.saved_at >= ${quietSince}::timestamptz)`.execute(db);
}

/** Whether nobody writes in a section; holds its lock as it is until the transaction ends. */
export async function isSectionLocked(trx: Trx, agendaItemId: string): Promise<boolean> {
  const lock = await trx
    .selectFrom('noteLocks')
    .select('agendaItemId')
    .where('agendaItemId', '=', agendaItemId)
    .forShare()
    .executeTakeFirst();
  return lock !== undefined;
}

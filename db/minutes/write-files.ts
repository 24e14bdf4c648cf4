import { sql } from 'kysely';
import { FILE_FORMATS, type FileFormat } from '#app/model/minutes.ts';
import type { Edition } from '#app/model/minutes-content.ts';
import type { Executor, Trx } from '#db/client.ts';

/** One version of some minutes. */
export interface VersionKey {
  minutesId: string;
  number: number;
}

/** One of its files. */
export interface FileKey extends VersionKey {
  edition: Edition;
  format: FileFormat;
}

/** Notes that these files are to be rendered; those that are known already stay as they are. */
export async function insertFiles(trx: Trx, files: readonly FileKey[], queuedAt: string): Promise<void> {
  if (files.length === 0) return;
  await trx
    .insertInto('minutesFiles')
    .values(files.map((file) => ({ ...file, queuedAt })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Files of a version that failed are to be rendered again. Answers how many they are. */
export async function requeueFailed(trx: Trx, { minutesId, number }: VersionKey, queuedAt: string): Promise<number> {
  const rows = await trx
    .updateTable('minutesFiles')
    .set({ state: 'queued', fault: '', finishedAt: null, queuedAt })
    .where('minutesId', '=', minutesId)
    .where('number', '=', number)
    .where('state', '=', 'failed')
    .returning('format')
    .execute();
  return rows.length;
}

/** What is left to render of a version: also what a process that is gone had begun. The PDF comes first, people wait for it. */
export async function listUnfinished(db: Executor, { minutesId, number }: VersionKey): Promise<FileKey[]> {
  return db
    .selectFrom('minutesFiles')
    .select(['minutesId', 'number', 'edition', 'format'])
    .where('minutesId', '=', minutesId)
    .where('number', '=', number)
    .where('state', 'in', ['queued', 'rendering'])
    .orderBy('format', 'desc')
    .orderBy('edition', 'desc')
    .limit(6)
    .execute();
}

/** Versions with files that nobody finished, oldest first. */
export async function listUnfinishedVersions(db: Executor): Promise<VersionKey[]> {
  return db
    .selectFrom('minutesFiles')
    .select(['minutesId', 'number'])
    .distinct()
    .where('state', 'in', ['queued', 'rendering'])
    .orderBy('minutesId')
    .orderBy('number')
    .limit(1000)
    .execute();
}

/** Queues the files of versions that never had any, of both editions; those whose text was redacted away stay without. */
export async function queueMissing(trx: Trx, queuedAt: string): Promise<void> {
  await sql`
    insert into minutes_files (minutes_id, number, edition, format, queued_at)
    select version.minutes_id, version.number, edition, format, ${queuedAt}
    from minutes_versions version
      cross join unnest(array['public', 'internal']) edition
      cross join unnest(${sql.val([...FILE_FORMATS])}::text[]) format
    where (case edition when 'public' then version.content else version.internal_content end) is not null
      and not exists (
        select from minutes_files file where file.minutes_id = version.minutes_id and file.number = version.number
      )
    on conflict do nothing`.execute(trx);
}

export async function markRendering(db: Executor, file: FileKey): Promise<void> {
  await update(db, file, { state: 'rendering' });
}

/** Keeps what was rendered, in one statement. `fault`: what had to be replaced, '' when nothing. A file that was taken away meanwhile stays away. */
export async function storeFile(
  db: Executor,
  file: FileKey,
  rendered: { body: Buffer; sha256: Buffer; pages: number | null; fault: string; finishedAt: string },
): Promise<void> {
  await update(db, file, { state: 'ready', ...rendered });
}

export async function failFile(db: Executor, file: FileKey, fault: string, finishedAt: string): Promise<void> {
  await update(db, file, { state: 'failed', fault, finishedAt });
}

interface Change {
  state: 'rendering' | 'ready' | 'failed';
  body?: Buffer;
  sha256?: Buffer;
  pages?: number | null;
  fault?: string;
  finishedAt?: string;
}

async function update(db: Executor, { minutesId, number, edition, format }: FileKey, change: Change): Promise<void> {
  await db
    .updateTable('minutesFiles')
    .set(change)
    .where('minutesId', '=', minutesId)
    .where('number', '=', number)
    .where('edition', '=', edition)
    .where('format', '=', format)
    .where('state', 'in', ['queued', 'rendering'])
    .execute();
}

/** What a version says, for those who render it; null when a redaction took it away. */
export async function findVersionToRender(db: Executor, { minutesId, number }: VersionKey) {
  return db
    .selectFrom('minutesVersions')
    .innerJoin('minutes', 'minutes.id', 'minutesVersions.minutesId')
    .innerJoin('meetings', 'meetings.id', 'minutes.meetingId')
    .select([
      'minutes.meetingId',
      'meetings.groupId',
      'publishedAt',
      'publishedByName',
      'content',
      'sha256',
      'internalContent',
      'internalSha256',
    ])
    .where('minutesId', '=', minutesId)
    .where('number', '=', number)
    .executeTakeFirst();
}

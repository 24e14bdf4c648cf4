import { FILE_FORMATS, type FileFormat, type FileState } from '#app/model/minutes.ts';
import type { Edition } from '#app/model/minutes-content.ts';
import type { EditionScope } from '#app/model/scope.ts';
import type { Executor, Trx } from '#db/client.ts';

/** One version of the volume of an edition. */
export interface VolumeKey {
  editionId: string;
  number: number;
}

export interface VolumeFileKey extends VolumeKey {
  edition: Edition;
  format: FileFormat;
}

export async function queueVolumeFiles(trx: Trx, key: VolumeKey, editions: readonly Edition[], queuedAt: string): Promise<void> {
  const files = editions.flatMap((edition) => FILE_FORMATS.map((format) => ({ ...key, edition, format, queuedAt })));
  await trx
    .insertInto('volumeFiles')
    .values(files)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What is left to render of a version: also what a process that is gone had begun. The public PDF comes first. */
export async function listUnfinishedFiles(db: Executor, { editionId, number }: VolumeKey): Promise<VolumeFileKey[]> {
  return db
    .selectFrom('volumeFiles')
    .select(['editionId', 'number', 'edition', 'format'])
    .where('editionId', '=', editionId)
    .where('number', '=', number)
    .where('state', 'in', ['queued', 'rendering'])
    .orderBy('edition', 'desc')
    .orderBy('format', 'desc')
    .limit(6)
    .execute();
}

/** Versions with files that nobody finished. */
export async function listUnfinishedVolumes(db: Executor): Promise<VolumeKey[]> {
  return db
    .selectFrom('volumeFiles')
    .select(['editionId', 'number'])
    .distinct()
    .where('state', 'in', ['queued', 'rendering'])
    .orderBy('editionId')
    .orderBy('number')
    .limit(1000)
    .execute();
}

interface Change {
  state: FileState;
  body?: Buffer;
  sha256?: Buffer;
  pages?: number | null;
  fault?: string;
  finishedAt?: string;
}

/** Says how far a file is. One that was finished, or taken away, meanwhile stays so. */
export async function changeVolumeFile(db: Executor, file: VolumeFileKey, change: Change): Promise<void> {
  const { editionId, number, edition, format } = file;
  await db
    .updateTable('volumeFiles')
    .set(change)
    .where('editionId', '=', editionId)
    .where('number', '=', number)
    .where('edition', '=', edition)
    .where('format', '=', format)
    .where('state', 'in', ['queued', 'rendering'])
    .execute();
}

/** Files that failed are to be rendered again. Answers how many they are. */
export async function requeueFailedFiles(trx: Trx, { editionId, number }: VolumeKey, queuedAt: string): Promise<number> {
  const rows = await trx
    .updateTable('volumeFiles')
    .set({ state: 'queued', fault: '', finishedAt: null, queuedAt })
    .where('editionId', '=', editionId)
    .where('number', '=', number)
    .where('state', '=', 'failed')
    .returning('format')
    .execute();
  return rows.length;
}

export interface VolumeFileRow {
  edition: Edition;
  format: FileFormat;
  state: FileState;
  /** See app/model/minutes-files.ts. */
  fault: string;
  /** In bytes; null until it is ready. */
  size: number | null;
  pages: number | null;
}

/** The files of a version, of these editions, in the order in which they are offered. */
export async function listVolumeFiles(
  db: Executor,
  { editionId }: EditionScope,
  number: number,
  editions: readonly Edition[],
): Promise<VolumeFileRow[]> {
  const rows = await db
    .selectFrom('volumeFiles')
    .select(['edition', 'format', 'state', 'fault', 'pages'])
    .select((eb) => eb.fn<number | null>('octet_length', ['body']).as('size'))
    .where('editionId', '=', editionId)
    .where('number', '=', number)
    .where('edition', 'in', editions)
    .limit(6)
    .execute();
  const place = ({ edition, format }: VolumeFileRow) => (edition === 'public' ? 0 : 3) + FILE_FORMATS.indexOf(format);
  return rows.toSorted((a, b) => place(a) - place(b));
}

export async function findVolumeFile(
  db: Executor,
  { editionId }: EditionScope,
  { number, edition, format }: { number: number; edition: Edition; format: FileFormat },
): Promise<{ state: FileState; body: Buffer | null; sha256: Buffer | null } | undefined> {
  return db
    .selectFrom('volumeFiles')
    .select(['state', 'body', 'sha256'])
    .where('editionId', '=', editionId)
    .where('number', '=', number)
    .where('edition', '=', edition)
    .where('format', '=', format)
    .executeTakeFirst();
}

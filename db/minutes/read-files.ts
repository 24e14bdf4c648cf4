import type { FileFormat, FileState } from '#app/model/minutes.ts';
import type { Edition } from '#app/model/minutes-content.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

export interface FileRow {
  edition: Edition;
  format: FileFormat;
  state: FileState;
  /** See app/model/file-faults.ts. */
  fault: string;
  /** In bytes; null until it is ready. */
  size: number | null;
  pages: number | null;
}

/** The files of a version that are rendered once, of the editions that the viewer may read, in the order in which they are offered. */
export async function listFiles(
  db: Executor,
  scope: MeetingScope,
  number: number,
  editions: readonly Edition[] = ['public'],
): Promise<FileRow[]> {
  const rows = await db
    .selectFrom('minutesFiles')
    .innerJoin('minutes', 'minutes.id', 'minutesFiles.minutesId')
    .select(['edition', 'format', 'minutesFiles.state', 'fault', 'pages'])
    .select((eb) => eb.fn<number | null>('octet_length', ['body']).as('size'))
    .where('minutes.meetingId', '=', scope.meetingId)
    .where('number', '=', number)
    .where('edition', 'in', editions)
    .limit(6)
    .execute();
  const place = ({ edition, format }: FileRow) => (edition === 'public' ? 0 : 3) + ORDER.indexOf(format);
  return rows.sort((a, b) => place(a) - place(b));
}

/** The minutes of a meeting, which its versions and files belong to. */
export async function findMinutesId(db: Executor, scope: MeetingScope): Promise<string | undefined> {
  const row = await db.selectFrom('minutes').select('id').where('meetingId', '=', scope.meetingId).executeTakeFirst();
  return row?.id;
}

const ORDER: readonly FileFormat[] = ['pdf', 'docx', 'odt'];

export interface StoredFile {
  state: FileState;
  /** Both null until it is ready. */
  body: Buffer | null;
  sha256: Buffer | null;
}

/** One of them with its bytes; undefined when the version has no such file. */
export async function findFile(
  db: Executor,
  scope: MeetingScope,
  { number, edition, format }: { number: number; edition: Edition; format: FileFormat },
): Promise<StoredFile | undefined> {
  return db
    .selectFrom('minutesFiles')
    .innerJoin('minutes', 'minutes.id', 'minutesFiles.minutesId')
    .select(['minutesFiles.state', 'body', 'sha256'])
    .where('minutes.meetingId', '=', scope.meetingId)
    .where('number', '=', number)
    .where('edition', '=', edition)
    .where('format', '=', format)
    .executeTakeFirst();
}

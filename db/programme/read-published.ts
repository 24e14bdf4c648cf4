import type { ProgrammeContent } from '#app/model/programme-draft.ts';
import type { EditionScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

export interface PublishedProgramme extends ProgrammeContent {
  /** 1, 2, 3… */
  number: number;
  /** ISO instant. */
  publishedAt: string;
  note: string;
}

/**
 * The programme as it was last published, with its breaks and its hours to be confirmed; null: never. Its sessions are named
 * by their ids: those that this reader may not see are among them, so titles are left out; read them by listSessions.
 */
export async function readPublishedProgramme(
  db: Executor,
  scope: EditionScope,
): Promise<(Omit<PublishedProgramme, 'sessions'> & { sessions: Omit<ProgrammeContent['sessions'][number], 'title'>[] }) | null> {
  const version = await findLastVersion(db, scope);
  if (!version) return null;
  return { ...version, sessions: version.sessions.map(({ title: _, ...placement }) => placement) };
}

/** The same with the titles that sessions had then, for organisers. */
export async function findLastVersion(db: Executor, { editionId }: Pick<EditionScope, 'editionId'>): Promise<PublishedProgramme | null> {
  const row = await db
    .selectFrom('programmeVersions')
    .select(['number', 'publishedAt', 'note', 'content'])
    .where('editionId', '=', editionId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { content, ...version } = row;
  // db/programme/write-versions.ts writes this shape, and nothing else does
  return { ...version, ...(content as unknown as ProgrammeContent) };
}

import type { ProgrammeChange } from '#app/model/programme-changes.ts';
import type { ProgrammeContent } from '#app/model/programme-draft.ts';
import type { Trx } from '#db/client.ts';

export interface NewVersion {
  editionId: string;
  number: number;
  publishedAt: string;
  publishedBy: string;
  note: string;
  content: ProgrammeContent;
  changes: readonly ProgrammeChange[];
}

/** Keeps a version as it is published; the number of the version before plus one, under the lock of the edition. */
export async function insertVersion(trx: Trx, { content, changes, ...version }: NewVersion): Promise<void> {
  await trx
    .insertInto('programmeVersions')
    .values({ ...version, content: JSON.stringify(content), changes: JSON.stringify(changes) })
    .execute();
}

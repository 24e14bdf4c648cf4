import type { ProgrammeChange } from '#app/model/programme-changes.ts';
import type { EditionScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';

export interface ProgrammeVersionRow {
  number: number;
  /** ISO instant. */
  publishedAt: string;
  note: string;
  /** Since the version before; without the lines about sessions that this reader may not see. */
  changes: ProgrammeChange[];
}

/** The published versions of a programme, newest first. */
export async function listProgrammeVersions(
  db: Executor,
  scope: EditionScope,
  { limit }: { limit: number } = { limit: 30 },
): Promise<ProgrammeVersionRow[]> {
  const rows = await db
    .selectFrom('programmeVersions')
    .select(['number', 'publishedAt', 'note', 'changes'])
    .where('editionId', '=', scope.editionId)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  if (rows.length === 0) return [];
  const sessions = await db
    .selectFrom('meetings')
    .select('id')
    .where('editionId', '=', scope.editionId)
    .where(visibleMeetings(scope.network))
    .execute();
  const visible = new Set(sessions.map(({ id }) => id));
  return rows.map(({ changes, ...row }) => ({
    ...row,
    changes: (changes as unknown as ProgrammeChange[]).filter((change) => !('meetingId' in change) || visible.has(change.meetingId)),
  }));
}

import type { Executor } from '#db/client.ts';
import { HAS_PART } from './has-part.ts';

/** Whether somebody has a part in an edition. Asked by server/speakers/access.ts, before there is a scope. */
export async function speaksIn(db: Executor, { editionId, personId }: { editionId: string; personId: string }): Promise<boolean> {
  const row = await db
    .selectFrom('attendances')
    .innerJoin('meetings', 'meetings.id', 'attendances.meetingId')
    .select('attendances.id')
    .where('attendances.personId', '=', personId)
    .where('meetings.editionId', '=', editionId)
    .where(HAS_PART)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

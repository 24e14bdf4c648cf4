import { sql } from 'kysely';
import { SPEAKER_ROLES } from '#app/model/speakers.ts';
import type { Executor } from '#db/client.ts';

/** On `attendances`: one of the roles for which somebody is asked. */
export const HAS_PART = sql<boolean>`attendances.roles && ${sql.val([...SPEAKER_ROLES])}::text[]`;

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

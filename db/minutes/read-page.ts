import { sql } from 'kysely';
import type { NetworkScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';

/**
 * Another text whenever the page of these minutes is another: a version, a file, the group's style, a redaction, a change
 * of the meeting. Undefined when there is no page that this reader may see.
 */
export async function findPageRevision(db: Executor, scope: NetworkScope, slug: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('minutes')
    .innerJoin('meetings', 'meetings.id', 'minutes.meetingId')
    .innerJoin('groups', 'groups.id', 'meetings.groupId')
    .leftJoin('groupStyles', 'groupStyles.groupId', 'meetings.groupId')
    .select(['minutes.state', 'minutes.updatedAt', 'meetings.revision', 'meetings.changedAt'])
    .select(['groups.revision as groupRevision', 'groupStyles.revision as styleRevision'])
    .select(({ selectFrom }) => [
      selectFrom('minutesVersions')
        .select(sql<string>`md5(string_agg(concat_ws(' ', number, published_at, redacted_at), ',' order by number))`.as('digest'))
        .whereRef('minutesVersions.minutesId', '=', 'minutes.id')
        .as('versions'),
      selectFrom('minutesFiles')
        .select(
          sql<string>`md5(string_agg(concat_ws(' ', number, edition, format, state, finished_at), ',' order by number, edition, format))`.as(
            'd',
          ),
        )
        .whereRef('minutesFiles.minutesId', '=', 'minutes.id')
        .as('files'),
    ])
    .where('meetings.slug', '=', slug)
    .where(visibleMeetings(scope))
    .executeTakeFirst();
  return row?.versions ? Object.values(row).join(' ') : undefined;
}

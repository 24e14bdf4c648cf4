import { sql } from 'kysely';
import type { VersionReason } from '#app/model/minutes.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';

export interface MinutesFeedRow {
  minutesId: string;
  number: number;
  /** Instants. */
  publishedAt: string;
  firstPublishedAt: string;
  reason: VersionReason;
  note: string;
  /** Canonical JSON of the public edition. */
  content: string;
}

export interface MinutesFeedWindow {
  /** Slug of one group; null: of the whole network. */
  group: string | null;
  limit: number;
}

/** The latest version of each of the newest published minutes, newest first. */
export async function listMinutesForFeed(db: Executor, scope: NetworkScope, window: MinutesFeedWindow): Promise<MinutesFeedRow[]> {
  return latestVersions(db, scope, window)
    .innerJoin('minutesVersions as first', (join) => join.onRef('first.minutesId', '=', 'latest.minutesId').on('first.number', '=', 1))
    .select([
      'latest.minutesId',
      'latest.number',
      'latest.publishedAt',
      'latest.reason',
      'latest.note',
      'first.publishedAt as firstPublishedAt',
    ])
    .select(sql<string>`latest.content`.as('content'))
    .execute();
}

/** Another text whenever one of these rows is another. */
export async function digestMinutesFeed(db: Executor, scope: NetworkScope, window: MinutesFeedWindow): Promise<string> {
  const rows = latestVersions(db, scope, window).select(['latest.minutesId', 'latest.number', 'latest.publishedAt']).as('rows');
  const { digest } = await db
    .selectFrom(rows)
    .select(sql<string>`md5(coalesce(string_agg(rows::text, '|' order by rows.published_at desc, rows.minutes_id), ''))`.as('digest'))
    .executeTakeFirstOrThrow();
  return digest;
}

function latestVersions(db: Executor, scope: NetworkScope, { group, limit }: MinutesFeedWindow) {
  return db
    .selectFrom('minutesVersions as latest')
    .innerJoin('minutes', 'minutes.id', 'latest.minutesId')
    .innerJoin('meetings', 'meetings.id', 'minutes.meetingId')
    .innerJoin('groups', 'groups.id', 'meetings.groupId')
    .where(visibleMeetings(scope))
    .where('latest.content', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('minutesVersions as newer')
            .select('newer.number')
            .whereRef('newer.minutesId', '=', 'latest.minutesId')
            .whereRef('newer.number', '>', 'latest.number'),
        ),
      ),
    )
    .$if(group !== null, (query) => query.where('groups.slug', '=', group))
    .orderBy('latest.publishedAt', 'desc')
    .orderBy('latest.minutesId')
    .limit(limit);
}

/** Name of the group of a feed that anybody may read; undefined: there is none of that name, or not for everyone. */
export async function findFeedGroup(db: Executor, slug: string): Promise<{ name: string } | undefined> {
  return db.selectFrom('groups').select('name').where('slug', '=', slug).where('visibility', '=', 'public').executeTakeFirst();
}

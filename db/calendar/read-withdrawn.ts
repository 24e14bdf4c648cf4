import { sql } from 'kysely';
import type { PublicFeed, WithdrawnMeeting } from '#app/model/calendar.ts';
import type { Executor } from '#db/client.ts';
import { filtersOf } from './about.ts';

/** Nobody withdraws more at once. */
const MOST = 1000;

/**
 * What was withdrawn from a public feed and whose date is yet to come. Feeds of a search, of an organisation and of one
 * meeting have none: what was said and who spoke is forgotten with the meeting, and calendars drop an entry that is missing.
 */
function withdrawnRows(db: Executor, feed: PublicFeed, today: string) {
  const { group, kind, theme, country, organisation, q } = filtersOf(feed);
  let rows = db.selectFrom('withdrawnMeetings').where(sql`upper(during)`, '>', today);
  if (feed.of === 'meeting' || organisation || q) rows = rows.where(sql<boolean>`false`);
  if (feed.of === 'edition')
    rows = rows.where('editionId', '=', (eb) => eb.selectFrom('editions').select('editions.id').where('editions.slug', '=', feed.slug));
  if (group) rows = rows.where('groupId', '=', (eb) => eb.selectFrom('groups').select('groups.id').where('groups.slug', '=', group));
  if (kind) rows = rows.where('kind', '=', kind);
  if (theme) rows = rows.where(sql<boolean>`${theme} = any (theme_slugs)`);
  if (country) rows = rows.where(sql<boolean>`${country} = any (countries)`);
  return rows;
}

/** `today` is an ISO instant: those over by then are left out. In order of time. */
export async function listWithdrawn(db: Executor, feed: PublicFeed, today: string): Promise<WithdrawnMeeting[]> {
  return withdrawnRows(db, feed, today)
    .select(['meetingId as id', 'edtf', 'timeZone', 'sequence', 'createdAt', 'withdrawnAt as changedAt'])
    .orderBy(sql`lower(during)`)
    .orderBy('meetingId')
    .limit(MOST)
    .execute();
}

/** Another text whenever that list is another. */
export async function digestWithdrawn(db: Executor, feed: PublicFeed, today: string): Promise<string> {
  const row = await withdrawnRows(db, feed, today)
    .select(sql<string | null>`string_agg(meeting_id || '/' || sequence, ' ' order by meeting_id)`.as('digest'))
    .executeTakeFirst();
  return row?.digest ?? '';
}

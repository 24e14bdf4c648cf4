import type { PublicFeed } from '#app/model/calendar.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';
import { visibleMeetings } from '#db/meetings/visible.ts';
import { presents } from './matching.ts';

export interface FeedLabel {
  /** Name of the group, theme, organisation, edition or meeting; null where the feed names itself. */
  name: string | null;
  timeZone: string;
}

const DEFAULT_ZONE = 'Europe/Paris';

/** What a public feed is called; undefined when there is no such group, theme, organisation, edition or meeting, or not for everyone. */
export async function findFeedLabel(
  db: Executor,
  scope: NetworkScope,
  feed: Exclude<PublicFeed, { of: 'filtered' }>,
): Promise<FeedLabel | undefined> {
  switch (feed.of) {
    case 'all':
    case 'kind':
    case 'country':
      return { name: null, timeZone: DEFAULT_ZONE };
    case 'group':
      return db
        .selectFrom('groups')
        .select(['name', 'timeZone'])
        .where('slug', '=', feed.slug)
        .where('visibility', '=', 'public')
        .executeTakeFirst();
    case 'edition':
      return db
        .selectFrom('editions')
        .innerJoin('groups', 'groups.id', 'editions.groupId')
        .select(['editions.name', 'editions.timeZone'])
        .where('editions.slug', '=', feed.slug)
        .where('groups.visibility', '=', 'public')
        .executeTakeFirst();
    case 'theme': {
      // a theme that only drafts and members' meetings have is nobody else's to know
      const theme = await db
        .selectFrom('themes')
        .select('themes.name')
        .where('themes.slug', '=', feed.slug)
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('meetingThemes')
              .innerJoin('meetings', 'meetings.id', 'meetingThemes.meetingId')
              .select('meetings.id')
              .whereRef('meetingThemes.themeId', '=', 'themes.id')
              .where(visibleMeetings(scope)),
          ),
        )
        .executeTakeFirst();
      return theme && { name: theme.name, timeZone: DEFAULT_ZONE };
    }
    case 'organisation': {
      // only what a public agenda says anyway
      const organisation = await db
        .selectFrom('organisations')
        .select('name')
        .where('id', '=', feed.id)
        .where((eb) => eb.exists(eb.selectFrom('meetings').select('meetings.id').where(visibleMeetings(scope)).where(presents(feed.id))))
        .executeTakeFirst();
      return organisation && { name: organisation.name, timeZone: DEFAULT_ZONE };
    }
    case 'meeting':
      return db
        .selectFrom('meetings')
        .select(['title as name', 'timeZone'])
        .where('slug', '=', feed.slug)
        .where(visibleMeetings(scope))
        .executeTakeFirst();
  }
}

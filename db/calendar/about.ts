import { sql } from 'kysely';
import type { PublicFeed } from '#app/model/calendar.ts';
import type { FeedFilters } from '#app/model/feed-filters.ts';
import { searchWords } from '#app/model/search-words.ts';
import type { CalendarRows } from './rows.ts';

/** Leaves what a public feed is about. */
export function about(rows: CalendarRows, feed: PublicFeed): CalendarRows {
  switch (feed.of) {
    case 'all':
      return rows;
    case 'meeting':
      return rows.where('meetings.slug', '=', feed.slug);
    case 'edition':
      return rows.where('meetings.editionId', '=', (eb) =>
        eb.selectFrom('editions').select('editions.id').where('editions.slug', '=', feed.slug),
      );
    default:
      return matching(rows, filtersOf(feed));
  }
}

/** What the feeds that have a name leave, as filters. */
export function filtersOf(feed: PublicFeed): FeedFilters {
  switch (feed.of) {
    case 'group':
      return { group: feed.slug };
    case 'kind':
      return { kind: feed.kind };
    case 'theme':
      return { theme: feed.slug };
    case 'country':
      return { country: feed.country };
    case 'organisation':
      return { organisation: feed.id };
    case 'filtered':
      return feed.filters;
    default:
      return {};
  }
}

function matching(rows: CalendarRows, { group, kind, theme, country, organisation, q }: FeedFilters): CalendarRows {
  let found = rows;
  if (group)
    found = found.where('meetings.groupId', '=', (eb) => eb.selectFrom('groups').select('groups.id').where('groups.slug', '=', group));
  if (kind) found = found.where('meetings.kind', '=', kind);
  if (theme) {
    found = found.where('meetings.id', 'in', (eb) =>
      eb
        .selectFrom('meetingThemes')
        .innerJoin('themes', 'themes.id', 'meetingThemes.themeId')
        .select('meetingThemes.meetingId')
        .where('themes.slug', '=', theme),
    );
  }
  if (country) {
    found = found.where('meetings.id', 'in', (eb) =>
      eb.selectFrom('meetingCountries').select('meetingCountries.meetingId').where('country', '=', country),
    );
  }
  if (organisation) found = found.where(presents(organisation));
  if (q) found = found.where(says(q));
  return found;
}

/**
 * Someone of this organisation presents a point of the agenda, which the meeting's page tells everyone; who is merely invited
 * is nobody else's to know. The organisation as it was that day, where that is known.
 */
export function presents(organisationId: string) {
  return sql<boolean>`exists (
    select from agenda_items item
    join agenda_presenters presenter on presenter.agenda_item_id = item.id
    join people on people.id = presenter.person_id
    join organisations on organisations.id = ${organisationId}
    left join attendances there on there.person_id = people.id and there.meeting_id = item.meeting_id
    where item.meeting_id = meetings.id
      and case when there.id is null then people.organisation_id = organisations.id else there.organisation_name = organisations.name end)`;
}

/** Each word begins one of the title, the summary or the name of the place; the calendar page searches the same. */
function says(text: string) {
  const query = searchWords(text)
    .map((word) => `${word}:*`)
    .join(' & ');
  return sql<boolean>`meeting_words(meetings.title, meetings.summary, meetings.place_name) @@ to_tsquery('simple', ${query})`;
}

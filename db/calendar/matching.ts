import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { FeedFilters } from '#app/model/feed-filters.ts';
import { searchWords } from '#app/model/search-words.ts';
import type { DB } from '#db/schema.ts';

/** The meetings that filters leave, as a condition on `meetings`: the one rule of the calendar's pages and of its feeds. */
export function matching({ group, theme, kind, country, organisation, q }: FeedFilters): Expression<SqlBool> {
  const eb = expressionBuilder<DB, 'meetings'>();
  const all: Expression<SqlBool>[] = [];
  if (group) all.push(eb('meetings.groupId', '=', eb.selectFrom('groups').select('groups.id').where('groups.slug', '=', group)));
  if (kind) all.push(eb('meetings.kind', '=', kind));
  if (country) {
    const there = eb.selectFrom('meetingCountries').select('meetingCountries.meetingId').where('meetingCountries.country', '=', country);
    all.push(eb('meetings.id', 'in', there));
  }
  if (theme) {
    const about = eb
      .selectFrom('meetingThemes')
      .innerJoin('themes', 'themes.id', 'meetingThemes.themeId')
      .select('meetingThemes.meetingId')
      .where('themes.slug', '=', theme);
    all.push(eb('meetings.id', 'in', about));
  }
  if (organisation) all.push(presents(organisation));
  if (q !== undefined) all.push(says(q));
  return eb.and(all);
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

/**
 * Each word begins one of the title, the summary or the name of the place; a search without a word finds nothing. Words are
 * letters and digits (searchWords), so that none can end its quotation.
 */
function says(text: string) {
  const words = searchWords(text);
  if (words.length === 0) return sql<boolean>`false`;
  const query = words.map((word) => `'${word}':*`).join(' & ');
  return sql<boolean>`meeting_words(meetings.title, meetings.summary, meetings.place_name) @@ to_tsquery('simple', ${query})`;
}

import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { FeedFilters } from '#app/model/feed-filters.ts';
import { searchWords } from '#app/model/search-words.ts';
import type { DB } from '#db/schema.ts';
import { presents } from './about.ts';

/** The meetings that filters leave, as a condition on `meetings`; the feeds leave the same. */
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

function says(text: string) {
  const words = searchWords(text);
  if (words.length === 0) return sql<boolean>`false`;
  const query = words.map((word) => `'${word}':*`).join(' & ');
  return sql<boolean>`meeting_words(meetings.title, meetings.summary, meetings.place_name) @@ to_tsquery('simple', ${query})`;
}

import { type SelectQueryBuilder, sql } from 'kysely';
import type { Executor } from '#db/client.ts';
import type { DB } from '#db/schema.ts';

// No date covers more than this (app/model/when.ts, LONGEST_SPAN_DAYS), which lets a window use the index on lower(during).
const LONGEST = sql`interval '367 days'`;

/** The columns that a list and a page of meetings share. */
export function withFacets(db: Executor) {
  return db
    .selectFrom('meetings')
    .select([
      'meetings.id',
      'meetings.slug',
      'meetings.title',
      'meetings.kind',
      'meetings.status',
      'meetings.visibility',
      'meetings.edtf',
      'meetings.timeZone',
      'meetings.placeName',
    ])
    .select([
      sql<string | null>`lower(meetings.during)`.as('startsAt'),
      sql<string | null>`upper(meetings.during)`.as('endsAt'),
      sql<boolean>`meetings.online_url <> ''`.as('online'),
      sql<
        string[]
      >`array(select t.name from meeting_themes mt join themes t on t.id = mt.theme_id where mt.meeting_id = meetings.id order by t.name)`.as(
        'themes',
      ),
      sql<string[]>`array(select mc.country::text from meeting_countries mc where mc.meeting_id = meetings.id order by mc.country)`.as(
        'countries',
      ),
      sql<
        number | null
      >`(select max(v.number) from minutes_versions v join minutes on minutes.id = v.minutes_id where minutes.meeting_id = meetings.id)`.as(
        'minutesVersion',
      ),
    ]);
}

export function selectRows(db: Executor) {
  return withFacets(db)
    .innerJoin('groups', 'groups.id', 'meetings.groupId')
    .select(['groups.slug as groupSlug', 'groups.name as groupName']);
}

/** Condition: the meeting's date touches [from, to); without `to`, is not over at `from`. */
export function covers({ from, to }: { from: string; to?: string }) {
  const until = to ? sql`and lower(meetings.during) < ${to}::timestamptz` : sql``;
  return sql<boolean>`(lower(meetings.during) > ${from}::timestamptz - ${LONGEST} and upper(meetings.during) > ${from}::timestamptz ${until})`;
}

export function inOrder<O>(query: SelectQueryBuilder<DB, 'meetings' | 'groups', O>, direction: 'asc' | 'desc') {
  return query
    .orderBy(sql`lower(meetings.during)`, (by) => (direction === 'asc' ? by.asc() : by.desc()).nullsLast())
    .orderBy('meetings.id', direction);
}

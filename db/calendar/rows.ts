import { sql } from 'kysely';
import type { CalendarMeeting } from '#app/model/calendar.ts';
import type { Executor } from '#db/client.ts';

/** Whose calendar it is; null: everybody's, and then nothing is selected that only some may see. */
export interface Reader {
  personId: string;
  networkOrganiser: boolean;
}

export type CalendarRows = ReturnType<typeof calendarRows>;

/** Meetings as CalendarMeeting, with what ties the reader to them (attendances, memberships) joined for further conditions. */
export function calendarRows(db: Executor, reader: Reader | null) {
  const personId = reader?.personId ?? null;
  return db
    .selectFrom('meetings')
    .leftJoin('attendances', (join) => join.onRef('attendances.meetingId', '=', 'meetings.id').on('attendances.personId', '=', personId))
    .leftJoin('memberships', (join) => join.onRef('memberships.groupId', '=', 'meetings.groupId').on('memberships.personId', '=', personId))
    .select(['meetings.id', 'meetings.slug', 'meetings.title', 'meetings.summary', 'meetings.status', 'meetings.edtf', 'meetings.timeZone'])
    .select(['placeName', 'placeAddress', 'placeAccess', 'cancelReason', 'sequence', 'meetings.createdAt', 'meetings.changedAt'])
    .select((eb) => [
      'attendances.answer',
      eb('onlineUrl', '!=', '').as('online'),
      eb
        .case()
        .when(eb.lit(reader?.networkOrganiser ?? false))
        .then(eb.ref('onlineUrl'))
        .when(eb.or([eb('attendances.id', 'is not', null), eb('memberships.role', '=', 'organiser')]))
        .then(eb.ref('onlineUrl'))
        .else('')
        .end()
        .as('onlineUrl'),
      sql<string[]>`array(select themes.name from meeting_themes join themes on themes.id = meeting_themes.theme_id
        where meeting_themes.meeting_id = meetings.id order by themes.name limit 20)`.as('themes'),
      eb
        .exists(
          eb
            .selectFrom('minutes')
            .innerJoin('minutesVersions', 'minutesVersions.minutesId', 'minutes.id')
            .select('minutes.id')
            .whereRef('minutes.meetingId', '=', 'meetings.id'),
        )
        .as('hasMinutes'),
    ]);
}

/** Rows read at a time, which take some 10 ms to unpack: others wait no longer. */
const BATCH = 500;

/** In the order in which every feed lists them: by time, so that the same meetings are the same bytes. `trx`: a snapshot. */
export async function readRows(rowsIn: (trx: Executor) => CalendarRows, trx: Executor, most: number): Promise<CalendarMeeting[]> {
  const start = sql<string>`coalesce(lower(meetings.during), 'infinity')`;
  const found: CalendarMeeting[] = [];
  let rows = rowsIn(trx).select(start.as('startsAt')).orderBy(start).orderBy('meetings.id').limit(BATCH);
  while (found.length < most) {
    const batch = await rows.execute();
    for (const { startsAt: _, ...row } of batch) found.push({ ...row, online: Boolean(row.online), hasMinutes: Boolean(row.hasMinutes) });
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) break;
    rows = rowsIn(trx)
      .select(start.as('startsAt'))
      .where(sql<boolean>`(${start}, meetings.id) > (${last.startsAt}::timestamptz, ${last.id}::uuid)`)
      .orderBy(start)
      .orderBy('meetings.id')
      .limit(BATCH);
  }
  return found;
}

/**
 * Another text whenever anything in these rows may have changed, entries that leave included: from the version that
 * PostgreSQL gives each row (xmin), so no verb can forget to tell, and nothing of the rows is read. A meeting's themes
 * change with the meeting; their names are counted in as a whole, they are few.
 */
export async function digestOf(db: Executor, rows: CalendarRows): Promise<string> {
  const versions = rows
    .clearSelect()
    .select(['meetings.id', sql<string>`concat_ws(' ', meetings.id, meetings.xmin, attendances.xmin, memberships.xmin)`.as('version')]);
  const row = await db
    .selectFrom(versions.as('feed'))
    .select([
      sql<string | null>`md5(string_agg(feed.version, ',' order by feed.id))`.as('meetings'),
      sql<string | null>`(select md5(string_agg(xmin::text, ',' order by id)) from themes)`.as('themes'),
    ])
    .executeTakeFirstOrThrow();
  return `${row.meetings} ${row.themes}`;
}

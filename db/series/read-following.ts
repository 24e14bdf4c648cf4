import { sql } from 'kysely';
import type { MeetingStatus } from '#app/model/meetings.ts';
import type { SeriesScope } from '#app/model/scope.ts';
import type { Executor } from '#db/client.ts';

export interface Following {
  id: string;
  status: MeetingStatus;
  edtf: string;
  timeZone: string;
  /** The day that the rule gave, and the date that the series wrote. */
  seriesOn: string;
  seriesEdtf: string;
}

/**
 * The meetings of a series that have not begun at `now` (ISO instant), from the one that stands for `since` on (an ISO day,
 * null: all of them), in the order of the rule's days. Drafts and cancelled ones too.
 */
export async function listFollowing(
  db: Executor,
  scope: SeriesScope,
  { since, now, limit }: { since: string | null; now: string; limit: number },
): Promise<Following[]> {
  let query = db
    .selectFrom('meetings')
    .select(['id', 'status', 'edtf', 'timeZone', 'seriesOn', 'seriesEdtf'])
    .where('seriesId', '=', scope.seriesId)
    .where(sql<boolean>`(during is null or lower(during) > ${now}::timestamptz)`);
  if (since) query = query.where('seriesOn', '>=', since);
  const rows = await query.orderBy('seriesOn').limit(limit).execute();
  return rows.map(({ seriesOn, seriesEdtf, ...row }) => ({ ...row, seriesOn: seriesOn ?? '', seriesEdtf: seriesEdtf ?? '' }));
}

/** Which of these days (ISO) other meetings of the series stand for than `except`: no two stand for one. */
export async function findTakenDays(
  db: Executor,
  scope: SeriesScope,
  { days, except }: { days: readonly string[]; except: readonly string[] },
): Promise<Set<string>> {
  if (days.length === 0) return new Set();
  let query = db
    .selectFrom('meetings')
    .select('seriesOn')
    .where('seriesId', '=', scope.seriesId)
    .where('seriesOn', 'in', [...days]);
  if (except.length > 0) query = query.where('id', 'not in', [...except]);
  const rows = await query.limit(days.length).execute();
  return new Set(rows.flatMap(({ seriesOn }) => seriesOn ?? []));
}

/** The last day of the rule that has a meeting before `day` (ISO; null: of all); null: there is none. */
export async function findLastDayBefore(db: Executor, scope: SeriesScope, day: string | null): Promise<string | null> {
  let query = db
    .selectFrom('meetings')
    .select((eb) => eb.fn.max('seriesOn').as('last'))
    .where('seriesId', '=', scope.seriesId);
  if (day) query = query.where('seriesOn', '<', day);
  return (await query.executeTakeFirst())?.last ?? null;
}

/** How many people were sent an invitation to one of these meetings. */
export async function countInvited(db: Executor, scope: SeriesScope, meetingIds: readonly string[]): Promise<number> {
  if (meetingIds.length === 0) return 0;
  const row = await db
    .selectFrom('attendances')
    .innerJoin('meetings', 'meetings.id', 'attendances.meetingId')
    .innerJoin('people', 'people.id', 'attendances.personId')
    .select((eb) => eb.fn.count<number>('attendances.personId').distinct().as('people'))
    .where('meetings.seriesId', '=', scope.seriesId)
    .where('meetings.status', '=', 'scheduled')
    .where('meetings.id', 'in', [...meetingIds])
    .where('attendances.invitedAt', 'is not', null)
    .where('people.email', 'is not', null)
    .executeTakeFirst();
  return row?.people ?? 0;
}

import { sql } from 'kysely';
import type { CalendarReport, OutsideCalendarFault, OutsideCalendarState } from '#app/model/outside-calendars.ts';
import { nameKey } from '#app/model/text.ts';
import { boundsOf, whenOf } from '#app/model/when.ts';
import type { Executor, Trx } from '#db/client.ts';

/** A calendar that one node took to read it. */
export interface DueCalendar {
  id: string;
  groupId: string;
  name: string;
  url: string;
  etag: string | null;
  lastModified: string | null;
  failures: number;
  /** Which attempt this is; see `attempt` in the migration. */
  attempt: number;
  /** Of the group (IANA). */
  timeZone: string;
  /** When the file was last read, and not only found to be the same (ISO); null: never. */
  readAt: string | null;
}

/**
 * Takes calendars that are due, at most `limit`, for this node alone: others see them as due only at `until`, should this one
 * never come back. With `id`, that one if it is due.
 */
export async function takeDueCalendars(
  db: Executor,
  { now, until, limit, id }: { now: string; until: string; limit: number; id?: string | undefined },
): Promise<DueCalendar[]> {
  return db
    .updateTable('outsideCalendars')
    .from('groups')
    .set({ nextFetchAt: until, lastFetchedAt: now, attempt: sql`attempt + 1` })
    .whereRef('groups.id', '=', 'outsideCalendars.groupId')
    .where('outsideCalendars.id', 'in', (eb) => {
      const due = eb
        .selectFrom('outsideCalendars as due')
        .select('due.id')
        .where('due.nextFetchAt', '<=', now)
        .where('due.state', '!=', 'stopped');
      return (id ? due.where('due.id', '=', id) : due).orderBy('due.nextFetchAt').limit(limit).forUpdate().skipLocked();
    })
    .returning(['outsideCalendars.id', 'outsideCalendars.groupId', 'outsideCalendars.name', 'outsideCalendars.url'])
    .returning(['outsideCalendars.etag', 'outsideCalendars.lastModified', 'outsideCalendars.failures', 'outsideCalendars.attempt'])
    .returning(['groups.timeZone', sql<string | null>`outside_calendars.report->>'readAt'`.as('readAt')])
    .execute();
}

type Attempt = Pick<DueCalendar, 'id' | 'attempt'>;

/** What became of an attempt that went well. False: another one overtook it, or the calendar is followed no more. */
export async function keepFetch(
  trx: Trx,
  { id, attempt, now, next, read }: Attempt & { now: string; next: string; read: ReadFile | null },
): Promise<boolean> {
  const file = read ? { etag: read.etag, lastModified: read.lastModified, report: JSON.stringify(read.report) } : {};
  const kept = await trx
    .updateTable('outsideCalendars')
    .set({ ...file, state: 'followed', fault: null, faultStatus: null, failures: 0, lastOkAt: now, nextFetchAt: next })
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .executeTakeFirst();
  return kept.numUpdatedRows === 1n;
}

interface ReadFile {
  etag: string | null;
  lastModified: string | null;
  report: CalendarReport;
}

/** What became of an attempt that failed: the events of the last one that went well stay. */
export async function keepFailure(
  trx: Trx,
  failed: Attempt & { fault: OutsideCalendarFault; status: number | null; failures: number; state: OutsideCalendarState; next: string },
): Promise<boolean> {
  const { id, attempt, fault, status, failures, state, next } = failed;
  const kept = await trx
    .updateTable('outsideCalendars')
    .set({ state, fault, faultStatus: status, failures, nextFetchAt: next })
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .executeTakeFirst();
  return kept.numUpdatedRows === 1n;
}

/** An event as a calendar says it. */
export interface FetchedEvent {
  uid: string;
  recurrenceId: string;
  title: string;
  edtf: string;
  timeZone: string;
  place: string;
  url: string;
  note: string;
}

/** Puts these events in the place of those that a calendar had; what stayed the same is not touched, and what was hidden stays so. */
export async function replaceEventsOf(
  trx: Trx,
  { id, groupId, events, now }: Pick<DueCalendar, 'id' | 'groupId'> & { events: readonly FetchedEvent[]; now: string },
): Promise<void> {
  const uids = events.map(({ uid }) => uid);
  const recurrenceIds = events.map(({ recurrenceId }) => recurrenceId);
  await trx
    .deleteFrom('outsideEvents')
    .where('calendarId', '=', id)
    .where(sql<boolean>`(uid, recurrence_id) not in (select * from unnest(${uids}::text[], ${recurrenceIds}::text[]))`)
    .execute();
  if (events.length === 0) return;
  const shown = ['title', 'titleKey', 'edtf', 'timeZone', 'during', 'place', 'url', 'note'] as const;
  await trx
    .insertInto('outsideEvents')
    .values(
      events.map((event) => {
        const bounds = boundsOf(whenOf(event.edtf), event.timeZone);
        const during = bounds ? `[${bounds.from},${bounds.to})` : null;
        return { ...event, groupId, calendarId: id, titleKey: nameKey(event.title), during, createdAt: now, changedAt: now };
      }),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['calendarId', 'uid', 'recurrenceId'])
        .doUpdateSet((eb) => ({
          ...Object.fromEntries(shown.map((column) => [column, eb.ref(`excluded.${column}`)])),
          changedAt: eb.ref('excluded.changedAt'),
          revision: sql`outside_events.revision + 1`,
        }))
        .where(
          sql<boolean>`(outside_events.title, outside_events.edtf, outside_events.time_zone, outside_events.place, outside_events.url, outside_events.note)
            is distinct from (excluded.title, excluded.edtf, excluded.time_zone, excluded.place, excluded.url, excluded.note)`,
        ),
    )
    .execute();
}

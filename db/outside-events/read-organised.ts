import { sql } from 'kysely';
import type { CalendarReport, OutsideCalendarFault, OutsideCalendarState } from '#app/model/outside-calendars.ts';
import { OUTSIDE_CALENDAR_LIMITS } from '#app/model/outside-calendars.ts';
import type { GroupScope } from '#app/model/scope.ts';
import { nameKey } from '#app/model/text.ts';
import { boundsOf, formatEdtf, type When } from '#app/model/when.ts';
import type { Executor } from '#db/client.ts';

// What organisers of a group see besides: addresses that are followed, and what is hidden.

/** Proof that the viewer organises the group. */
type Organised = GroupScope & { can: { organise: true } };

/** A calendar that a group follows; `url` may be a secret of the group. */
export interface FollowedCalendar {
  id: string;
  name: string;
  url: string;
  state: OutsideCalendarState;
  fault: OutsideCalendarFault | null;
  faultStatus: number | null;
  lastFetchedAt: string | null;
  lastOkAt: string | null;
  nextFetchAt: string;
  report: CalendarReport | null;
}

export async function listFollowedCalendars(db: Executor, { groupId }: Organised): Promise<FollowedCalendar[]> {
  return selectCalendars(db)
    .where('groupId', '=', groupId)
    .orderBy('name')
    .orderBy('id')
    .limit(OUTSIDE_CALENDAR_LIMITS.calendarsOfAGroup)
    .execute();
}

/** Undefined: this group follows no such calendar. */
export async function findFollowedCalendar(db: Executor, { groupId }: Organised, id: string): Promise<FollowedCalendar | undefined> {
  return selectCalendars(db).where('groupId', '=', groupId).where('id', '=', id).executeTakeFirst();
}

function selectCalendars(db: Executor) {
  return db
    .selectFrom('outsideCalendars')
    .select(['id', 'name', 'url', 'state', 'faultStatus', 'lastFetchedAt', 'lastOkAt', 'nextFetchAt'])
    .select([sql<OutsideCalendarFault | null>`fault`.as('fault'), sql<CalendarReport | null>`report`.as('report')]);
}

/** An event as its organisers list it. */
export interface OrganisedEvent {
  id: string;
  title: string;
  edtf: string;
  timeZone: string;
  place: string;
  hidden: boolean;
  /** ISO instant; null when the date is unknown. */
  endsAt: string | null;
}

/** Events entered by hand (`calendarId` null), or read from one calendar: in order of time, those without a date last. */
export async function listOrganisedEvents(
  db: Executor,
  { groupId }: Organised,
  { calendarId, limit }: { calendarId: string | null; limit: number },
): Promise<OrganisedEvent[]> {
  return db
    .selectFrom('outsideEvents')
    .select(['id', 'title', 'edtf', 'timeZone', 'place', 'hidden', sql<string | null>`upper(during)`.as('endsAt')])
    .where('groupId', '=', groupId)
    .where('calendarId', calendarId === null ? 'is' : '=', calendarId)
    .orderBy(sql`lower(during)`, (by) => by.asc().nullsLast())
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** One event entered by hand, as its form shows it; undefined: there is none. */
export async function findOwnOutsideEvent(db: Executor, { groupId }: Organised, id: string) {
  return db
    .selectFrom('outsideEvents')
    .select(['id', 'title', 'edtf', 'timeZone', 'place', 'country', 'url', 'note', 'revision'])
    .where('id', '=', id)
    .where('groupId', '=', groupId)
    .where('calendarId', 'is', null)
    .executeTakeFirst();
}
export type OwnOutsideEvent = NonNullable<Awaited<ReturnType<typeof findOwnOutsideEvent>>>;

/** What a group has already under that title (accents and case apart) at a time that touches this one, by hand or from a calendar. */
export async function listSameOutsideEvents(
  db: Executor,
  { groupId }: Organised,
  { title, when, timeZone, but }: { title: string; when: When; timeZone: string; but: string },
): Promise<{ id: string; title: string; edtf: string; timeZone: string; source: string | null }[]> {
  const bounds = boundsOf(when, timeZone);
  const during = bounds ? `[${bounds.from},${bounds.to})` : null;
  return db
    .selectFrom('outsideEvents')
    .leftJoin('outsideCalendars', 'outsideCalendars.id', 'outsideEvents.calendarId')
    .select(['outsideEvents.id', 'outsideEvents.title', 'outsideEvents.edtf', 'outsideEvents.timeZone', 'outsideCalendars.name as source'])
    .where('outsideEvents.groupId', '=', groupId)
    .where('outsideEvents.titleKey', '=', nameKey(title))
    .where('outsideEvents.id', '!=', but)
    .where(sql<boolean>`(outside_events.edtf = ${formatEdtf(when)} or outside_events.during && ${during}::tstzrange)`)
    .orderBy('outsideEvents.id')
    .limit(3)
    .execute();
}

import type { OutsideCalendarFault } from '#app/model/outside-calendars.ts';
import { type DueCalendar, keepFailure, keepFetch, replaceEventsOf, takeDueCalendars } from '#db/outside-events/write-fetched.ts';
import { inTransaction } from '#db/transaction.ts';
import { fewAtOnce } from '#server/few-at-once.ts';
import type { Services } from '#server/services.ts';
import type { Door } from './fetch/door.ts';
import { fetchCalendar, type Validators } from './fetch/fetch-calendar.ts';
import { readCalendarApart } from './reader/read-apart.ts';
import type { ReadCalendar } from './reader/read-calendar.ts';

/** For tests: another way to the network than the one that is safe (fetch/door.ts). */
export interface CalendarReading {
  door: Door;
}

/** A calendar is read every hour; after a failure later and later, after ten in a row (four days) only when asked. */
const EVERY = { hours: 1 } as const;
const LATEST_HOURS = 24;
const MOST_FAILURES = 10;
/** How long a node may keep a calendar that it took, before another one takes it. */
const TAKEN_FOR = { minutes: 10 } as const;
/** A run takes no more calendars after this; the next one goes on. */
const RUN_MS = 10 * 60_000;
const AT_ONCE = 4;

/** Reads the calendars that are due, each on one node only, however many run this. */
export async function refreshDueCalendars(services: Services, reading?: CalendarReading): Promise<void> {
  const inTurn = fewAtOnce(AT_ONCE);
  const until = performance.now() + RUN_MS;
  while (performance.now() < until) {
    const due = await take(services, { limit: AT_ONCE });
    if (due.length === 0) return;
    // one whose fault cannot even be recorded does not end the run of the others
    await Promise.allSettled(due.map((calendar) => inTurn(() => refresh(services, calendar, reading))));
  }
}

/** Reads one calendar, if it is due and no other node is at it. */
export async function refreshCalendar(services: Services, id: string, reading?: CalendarReading): Promise<void> {
  const [due] = await take(services, { limit: 1, id });
  if (due) await refresh(services, due, reading);
}

function take({ db, clock }: Services, { limit, id }: { limit: number; id?: string }): Promise<DueCalendar[]> {
  const now = clock.now();
  return takeDueCalendars(db, { now: now.toString(), until: later(now, TAKEN_FOR), limit, id });
}

/** A bug of ours over one calendar is logged and counts as its fault: it is tried again later and later, and stands in nobody's way. */
async function refresh(services: Services, calendar: DueCalendar, reading: CalendarReading | undefined): Promise<void> {
  try {
    await readAndKeep(services, calendar, reading);
  } catch (error) {
    services.log.error('a followed calendar could not be treated', { calendar: calendar.id, error: String(error) });
    await fail(services, calendar, { fault: 'damaged', status: null });
  }
}

async function readAndKeep(services: Services, calendar: DueCalendar, reading: CalendarReading | undefined): Promise<void> {
  const { clock, env } = services;
  const fetched = await fetchCalendar(calendar.url, {
    userAgent: `Tertulia (+${env.appUrl})`,
    known: knownOf(calendar, clock.now()),
    ...reading,
  });
  if (!fetched.ok) return fail(services, calendar, fetched);
  if (!fetched.changed) return keep(services, calendar, null);
  const { bytes, etag, lastModified } = fetched;
  const read = await readCalendarApart(services.log, bytes, { now: clock.now().toString(), timeZone: calendar.timeZone });
  if (!read.ok) return fail(services, calendar, { fault: read.fault, status: null });
  return keep(services, calendar, { ...read, etag, lastModified });
}

/** After a week all of the file is asked for: the window moves on, and brings dates of series that were beyond it. */
function knownOf({ etag, lastModified, readAt }: DueCalendar, now: Temporal.Instant): Validators {
  const fresh = readAt !== null && Temporal.Instant.compare(now, Temporal.Instant.from(readAt).add({ hours: 7 * 24 })) < 0;
  return fresh ? { etag, lastModified } : { etag: null, lastModified: null };
}

type ReadFile = Extract<ReadCalendar, { ok: true }> & Validators;

/** All of the new ones, or still the ones before. */
async function keep(services: Services, { id, groupId, attempt, name }: DueCalendar, read: ReadFile | null): Promise<void> {
  const now = services.clock.now();
  await inTransaction(services.db, async (trx) => {
    const kept = await keepFetch(trx, { id, attempt, now: now.toString(), next: later(now, EVERY), read });
    if (!kept || !read) return;
    const events = read.events.map((event) => ({ ...event, title: event.title || name }));
    await replaceEventsOf(trx, { id, groupId, events, now: now.toString() });
  });
}

async function fail(
  services: Services,
  calendar: DueCalendar,
  { fault, status }: { fault: OutsideCalendarFault; status: number | null },
): Promise<void> {
  const { id, attempt } = calendar;
  const failures = calendar.failures + 1;
  const state = failures >= MOST_FAILURES || status === 410 ? 'stopped' : 'failing';
  const next = later(services.clock.now(), { hours: Math.min(2 ** (failures - 1), LATEST_HOURS) });
  await inTransaction(services.db, (trx) => keepFailure(trx, { id, attempt, fault, status, failures, state, next }));
  // the host alone: a path or a query may be the secret of a private calendar
  services.log.info('a followed calendar could not be read', {
    calendar: id,
    host: new URL(calendar.url).hostname,
    fault,
    status,
    failures,
  });
}

const later = (now: Temporal.Instant, by: Temporal.DurationLike) => now.toZonedDateTimeISO('UTC').add(by).toInstant().toString();

import { getLocale } from '#app/locale.ts';
import { kindLabel } from '#app/meetings/labels.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatTime, formatWhen } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { OutsideEvent } from '#app/model/outside-events.ts';
import { type Hours, placeOnDays } from '#app/model/place-on-days.ts';
import { inCity } from '#app/model/time-zones.ts';
import { type When, whenOf } from '#app/model/when.ts';
import type { MonthItem } from '#app/ui/month/month-weeks.ts';
import type { MeetingRow } from '#db/meetings/read.ts';
import type { EditionRow } from '#db/programme/read.ts';

/** Something on a calendar, as all its views show it: on the days and hours of the calendar's own zone. */
export interface CalendarEntry extends MonthItem {
  hours: Hours | null;
  /** '16 h 30 – 18 h' on the clock of the calendar; '' for whole days. */
  range: string;
  ownTime: string;
  word: string;
  /** For machines: the instant or the day on which it begins (ISO 8601). */
  iso: string;
  /** As a sentence begins: 'Lundi 20 juin 2022, 16 h 30 – 18 h à Paris'. */
  full: string;
  place: string;
  /** The group, or whose calendar an event of others comes from. */
  by: string;
  /** « Session », « Webinaire »…; '' for what a group's meetings are. */
  kind: string;
  /** A session of an edition. */
  session: boolean;
  toConfirm: boolean;
  membersOnly: boolean;
}

/** What is announced for a month, a year or some day: on no day that nobody chose. */
export interface UndatedEntry extends Pick<CalendarEntry, 'key' | 'to' | 'title' | 'cancelled' | 'word' | 'by'> {
  /** 'YYYY-MM', 'YYYY' or ''. */
  within: string;
  /** « En septembre 2022, date à fixer ». */
  label: string;
}

/** A meeting on a calendar of a zone (IANA name). */
export function meetingEntry(row: MeetingRow, calendarZone: string): CalendarEntry | UndatedEntry {
  const shared = {
    ...{ key: row.id, to: `/meetings/${row.slug}`, title: frenchSpaces(row.title), cancelled: row.status === 'cancelled' },
    ...{ word: '', by: row.groupName },
  };
  return entryOn(shared, row, calendarZone, {
    look: row.kind === 'session' ? 'raict' : row.kind === 'other' ? 'ext' : 'dalc',
    place: row.placeName || (row.online ? m.calendar_event_online() : ''),
    kind: row.kind === 'group_meeting' ? '' : kindLabel(row.kind),
    session: row.kind === 'session',
    membersOnly: row.visibility === 'members',
  });
}

/** An event of others, which leads to its own page where it has one. */
export function outsideEntry(event: OutsideEvent, calendarZone: string): CalendarEntry | UndatedEntry {
  const shared = {
    ...{ key: event.id, to: event.url || null, title: frenchSpaces(event.title), cancelled: false },
    ...{ word: m.calendar_outside(), by: event.source ?? '' },
  };
  return entryOn(shared, event, calendarZone, { look: 'out', place: event.place, kind: '', session: false, membersOnly: false });
}

/** An edition as one bar over its days. */
export function editionItem(edition: EditionRow): MonthItem {
  return {
    ...{ key: edition.slug, to: `/editions/${edition.slug}`, title: edition.name, time: '', look: 'raict', cancelled: false },
    ...{ from: edition.startsOn, until: edition.endsOn },
  };
}

export function isUndated(entry: CalendarEntry | UndatedEntry): entry is UndatedEntry {
  return !('from' in entry);
}

export function isDated(entry: CalendarEntry | UndatedEntry): entry is CalendarEntry {
  return 'from' in entry;
}

function entryOn(
  shared: Omit<UndatedEntry, 'within' | 'label'>,
  { edtf, timeZone, startsAt }: { edtf: string; timeZone: string; startsAt: string | null },
  calendarZone: string,
  more: Pick<CalendarEntry, 'look' | 'place' | 'kind' | 'session' | 'membersOnly'>,
): CalendarEntry | UndatedEntry {
  const locale = getLocale();
  const when = whenOf(edtf);
  const days = placeOnDays(when, timeZone, calendarZone);
  if (!days) return { ...shared, ...undatedPart(when) };
  const { hours } = days;
  const here = hours && formatWhen({ kind: 'time', ...hours, toConfirm: false }, { zone: calendarZone, locale });
  const again = hours?.again ? ` ${m.calendar_second_passage()}` : '';
  return {
    ...shared,
    ...more,
    ...days,
    time: hours ? formatTime(hours.start.slice(11), locale) + again : '',
    range: (here?.time ?? '') + again,
    iso: (hours && startsAt) || days.from,
    ownTime: hours ? ownTime(when, timeZone, hours) : '',
    full: formatWhen(when, { zone: timeZone, locale, city: true }).full,
    toConfirm: when.toConfirm,
  };
}

/** The start on the meeting's own clock where that shows another hour: '9 h 30 à Bogotá', with its day when it is another. */
export function ownTime(when: When, zone: string, hours: Hours): string {
  if (when.kind !== 'time' || (when.start === hours.start && !hours.again)) return '';
  const locale = getLocale();
  const [day, time] = [when.start.slice(0, 10), when.start.slice(11)];
  const named = day === hours.start.slice(0, 10) ? '' : `${formatDay(day, locale, { weekday: true, year: false })}, `;
  return `${named}${formatTime(time, locale)} ${inCity(zone, locale)}`;
}

function undatedPart(when: When): Pick<UndatedEntry, 'within' | 'label'> {
  if (when.kind === 'year') return { within: when.year, label: m.calendar_undated_in_year({ year: when.year }) };
  if (when.kind !== 'month') return { within: '', label: m.calendar_undated_unknown() };
  const month = formatWhen(when, { zone: 'UTC', locale: getLocale() }).date;
  return { within: when.month, label: m.calendar_undated_in_month({ month }) };
}

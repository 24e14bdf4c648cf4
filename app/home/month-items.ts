import { formatTime } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { whenOf } from '#app/model/when.ts';
import { daysOf } from '#app/model/when-in-margin.ts';
import { type MonthItem, monthSpan } from '#app/ui/month/month-weeks.ts';
import type { MeetingRow } from '#db/meetings/read.ts';
import type { EditionRow } from '#db/programme/read.ts';

/** The days that the table of a month shows, and the instants they cover where the reader is. */
export function monthWindow(month: string, zone: string): { firstDay: string; lastDay: string; from: string; to: string } {
  const { first, weeks } = monthSpan(month);
  const end = first.add({ days: weeks * 7 });
  return {
    firstDay: first.toString(),
    lastDay: end.subtract({ days: 1 }).toString(),
    from: first.toZonedDateTime(zone).toInstant().toString(),
    to: end.toZonedDateTime(zone).toInstant().toString(),
  };
}

/** Meetings on their own local days, as they were announced; the sessions of an edition stand behind its one bar. */
export function monthItems(meetings: readonly MeetingRow[], editions: readonly EditionRow[], locale: 'fr' | 'en'): MonthItem[] {
  const bars = editions.map(
    (edition): MonthItem => ({
      ...{ key: edition.slug, to: `/editions/${edition.slug}`, title: edition.name, time: '', look: 'raict', cancelled: false },
      ...{ from: edition.startsOn, until: edition.endsOn },
    }),
  );
  const behindBar = (row: MeetingRow, day: string) => row.kind === 'session' && bars.some((bar) => bar.from <= day && day <= bar.until);
  const items = meetings.flatMap((row): MonthItem[] => {
    const when = whenOf(row.edtf);
    const days = daysOf(when);
    if (!days || behindBar(row, days.from)) return [];
    return [
      {
        ...{ key: row.id, to: `/meetings/${row.slug}`, title: frenchSpaces(row.title), cancelled: row.status === 'cancelled' },
        time: when.kind === 'time' ? formatTime(when.start.slice(11), locale) : '',
        look: row.kind === 'session' ? 'raict' : row.kind === 'other' ? 'ext' : 'dalc',
        ...{ from: days.from, until: days.to },
      },
    ];
  });
  return [...bars, ...items];
}

/** What is announced for the month, on no day yet. */
export function undatedOf(meetings: readonly MeetingRow[], month: string): { slug: string; title: string; edtf: string }[] {
  return meetings
    .filter(({ edtf }) => {
      const when = whenOf(edtf);
      return when.kind === 'month' && when.month === month;
    })
    .map(({ slug, title, edtf }) => ({ slug, title, edtf }));
}

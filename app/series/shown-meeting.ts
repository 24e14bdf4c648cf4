import type { Locale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatWhen } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { whenOf } from '#app/model/when.ts';
import type { MeetingOfSeries } from '#db/series/read.ts';
import { sameDay } from './change-words.ts';

/** A meeting of the series in its list, with what makes it an exception. */
export interface ShownMeeting {
  id: string;
  slug: string;
  edtf: string;
  timeZone: string;
  status: MeetingOfSeries['status'];
  /** The day of the rule, by which « this one and the following » is said. */
  on: string;
  title: string;
  when: string;
  /** Its title is not that of the series. */
  ownTitle: boolean;
  /** « Déplacée : la règle donnait mardi 19 janvier »; null when the rule's date stands. */
  moved: string | null;
  /** It was moved on its day, to another hour. */
  onlyHour: boolean;
  over: boolean;
  begun: boolean;
  hasMinutes: boolean;
}

/** `title`: the series'; `now`: ISO instant. */
export function shownMeeting(
  { id, slug, edtf, timeZone, status, seriesOn, seriesEdtf, ...meeting }: MeetingOfSeries,
  { title, now, locale }: { title: string; now: string; locale: Locale },
): ShownMeeting {
  const onlyHour = sameDay(edtf, seriesEdtf);
  const { date, time } = formatWhen(whenOf(seriesEdtf), { zone: timeZone, locale, year: false });
  const ruleDate = onlyHour ? [date, time].filter(Boolean).join(', ') : formatDay(seriesOn, locale, { weekday: true, year: false });
  const over = meeting.endsAt !== null && Temporal.Instant.compare(meeting.endsAt, now) <= 0;
  return {
    ...{ id, slug, edtf, timeZone, status, on: seriesOn, over },
    title: frenchSpaces(meeting.title),
    when: formatWhen(whenOf(edtf), { zone: timeZone, locale }).full,
    ownTitle: meeting.title !== title,
    moved: edtf === seriesEdtf ? null : m.series_moved({ date: ruleDate }, { locale }),
    onlyHour,
    begun: meeting.startsAt !== null && Temporal.Instant.compare(meeting.startsAt, now) <= 0,
    hasMinutes: meeting.minutesVersion !== null,
  };
}

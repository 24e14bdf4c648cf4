import type { Locale } from '#app/locale.ts';
import { countryName } from '#app/model/countries.ts';
import { formatStartIn, formatWhen } from '#app/model/format-when.ts';
import type { MeetingPlan } from '#app/model/meetings.ts';
import { boundsOf, minutesOf, whenOf } from '#app/model/when.ts';
import { daysOf, whenInMargin } from '#app/model/when-in-margin.ts';

type Stored = Pick<MeetingPlan, 'timeZone' | 'countries'> & { edtf: string };

/** When a meeting is, in the words of its page; written on the server, for not every browser has Temporal. */
export interface MeetingTimes {
  /** '20', over the line with the date; '' when unknown. */
  big: string;
  /** 'Lundi 20 juin 2022, 16 h 30 – 18 h' */
  full: string;
  /** 'dans 6 jours', for what is near. */
  distance: string | null;
  /** '11 h 30 à Buenos Aires', when the reader's clock shows another hour. */
  forReader: string | null;
  /** The same moment on the clocks of other cities. */
  elsewhere: string[];
  /** 'HH:MM' in the meeting's zone, from which the agenda counts its hours. */
  start: string | null;
  minutes: number | null;
  over: boolean;
  countries: string[];
}

const ELSEWHERE = 3;

export function timesOf(
  meeting: Stored,
  { readerZone, zones, locale, now }: { readerZone: string | null; zones: readonly string[]; locale: Locale; now: string },
): MeetingTimes {
  const when = whenOf(meeting.edtf);
  const zone = meeting.timeZone;
  const { full, zoneNote } = formatWhen(when, { zone, locale, readerZone, city: readerZone === null });
  const bounds = boundsOf(when, zone);
  const others = zones.filter((other) => other !== zone && other !== readerZone).map((other) => formatStartIn(when, zone, other, locale));
  return {
    big: whenInMargin(when, locale, now.slice(0, 4))?.big ?? '',
    full,
    distance: distanceTo(daysOf(when)?.from ?? null, Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate(), locale),
    forReader: zoneNote,
    elsewhere: others.filter((note) => note !== null).slice(0, ELSEWHERE),
    start: when.kind === 'time' ? when.start.slice(11) : null,
    minutes: minutesOf(when, zone),
    over: bounds !== null && bounds.to <= now,
    countries: meeting.countries.map((code) => countryName(code, locale)),
  };
}

const NEAR_DAYS = 60;

/** 'aujourd’hui', 'demain', 'dans 6 jours'; null for what is past, far away or without a day. */
function distanceTo(day: string | null, today: Temporal.PlainDate, locale: Locale): string | null {
  if (!day) return null;
  const days = today.until(day).total('days');
  if (days < 0 || days > NEAR_DAYS) return null;
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
}

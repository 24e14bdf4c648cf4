import type { Locale } from '#app/locale.ts';
import { type CityClock, clocksOf, isTwice, suggestStart } from '#app/model/clocks.ts';
import { formatTime, formatWhen } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { cleanLine } from '#app/model/text.ts';
import { cityOf, findTimeZone, inCity } from '#app/model/time-zones.ts';
import { boundsOf, type When } from '#app/model/when.ts';
import { whenInMargin } from '#app/model/when-in-margin.ts';
import { readWhen } from '#app/model/when-input.ts';
import type { MeetingFormValues } from './meeting-form-values.ts';

export interface ClockRow extends CityClock {
  city: string;
  label: string;
}

/** What those invited will see, and the hours elsewhere; computed on the server, for not every browser has Temporal. */
export interface MeetingPreview {
  title: string;
  big: string;
  small: string;
  when: string;
  city: string | null;
  place: string;
  online: boolean;
  clocks: ClockRow[];
  /** A start at which everybody is at the office: 'HH:MM', and as people write it. */
  suggestion: { value: string; label: string } | null;
  twice: boolean;
  past: boolean;
}

/** `zones`: where the group's people are. `now`: ISO instant. */
export function previewMeeting(
  values: MeetingFormValues,
  { zones, locale, now }: { zones: readonly string[]; locale: Locale; now: string },
): MeetingPreview {
  const zone = findTimeZone(values.timeZone) ?? 'UTC';
  const read = readWhen(values, zone);
  const when: When | null = 'when' in read ? read.when : null;
  const bounds = when ? boundsOf(when, zone) : null;
  const margin = when ? whenInMargin(when, locale, now.slice(0, 4)) : null;
  const suggested = when ? suggestStart(when, zone, zones) : null;
  return {
    ...{ title: frenchSpaces(cleanLine(values.title)), place: cleanLine(values.placeName), online: values.onlineUrl.trim() !== '' },
    ...{ big: margin?.big ?? '?', small: margin?.small ?? '' },
    when: when ? formatWhen(when, { zone, locale }).full : '',
    city: when?.kind === 'time' ? inCity(zone, locale) : null,
    clocks: (when ? clocksOf(when, zone, zones) : []).map((clock) => ({
      ...clock,
      city: cityOf(clock.zone, locale),
      label: formatTime(clock.time, locale),
    })),
    suggestion: suggested ? { value: suggested, label: formatTime(suggested, locale) } : null,
    twice: when !== null && isTwice(when, zone),
    past: bounds !== null && bounds.to <= now,
  };
}

/** The same meeting begun at another hour of its day, 'HH:MM', as long as before. */
export function shiftTo(values: MeetingFormValues, start: string): MeetingFormValues {
  const read = readWhen(values, findTimeZone(values.timeZone) ?? 'UTC');
  if (!('when' in read) || read.when.kind !== 'time' || !/^([01]\d|2[0-3]):[0-5]\d$/.test(start)) return values;
  const length = Temporal.PlainDateTime.from(read.when.start).until(read.when.end);
  const end = Temporal.PlainDateTime.from(`${values.day}T${start}`).add(length);
  const endDay = end.toPlainDate().toString();
  return { ...values, start, end: end.toPlainTime().toString({ smallestUnit: 'minute' }), endDay: endDay === values.day ? '' : endDay };
}

import { type Recurrence, readRrule } from '#app/model/recurrence.ts';
import type { SeriesPlan } from '#app/model/series.ts';
import type { SeriesDetails } from '#db/series/read.ts';

type Rule = Pick<SeriesDetails, 'rrule' | 'firstDay' | 'startTime' | 'durationMinutes' | 'timeZone'>;

/** When a stored series meets. */
export function recurrenceOf({ rrule, firstDay, startTime, durationMinutes, timeZone }: Rule): Recurrence {
  return { ...readRrule(rrule, timeZone), firstDay, start: startTime, minutes: durationMinutes, timeZone };
}

/** A stored series as its organiser decided it. */
export function planOf(series: SeriesDetails): SeriesPlan {
  const { title, kind, visibility, summary, themes, countries, placeName, placeAddress, placeAccess, onlineUrl, agenda } = series;
  const template = { title, kind, visibility, summary, themes, countries, placeName, placeAddress, placeAccess, onlineUrl };
  return { recurrence: recurrenceOf(series), template, agenda };
}

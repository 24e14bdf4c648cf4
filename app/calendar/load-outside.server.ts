import type { NetworkScope } from '#app/model/scope.ts';
import { searchWords } from '#app/model/search-words.ts';
import { listOutsideEvents } from '#db/outside-events/read.ts';
import type { Services } from '#server/services.ts';
import type { CalendarPlace } from './calendar-place.ts';
import { type CalendarEntry, outsideEntry, type UndatedEntry } from './entries.ts';

const MOST = 200;

/**
 * Events of others that touch [from, to) (ISO instants), beside the meetings: none when they are switched off, or when the
 * calendar is narrowed by what is only known of meetings.
 */
export async function loadOutside(
  { db }: Services,
  scope: NetworkScope,
  { place, zone, from, to }: { place: CalendarPlace; zone: string; from: string; to: string },
): Promise<(CalendarEntry | UndatedEntry)[]> {
  if (place.alone || place.kind || place.theme || place.organisation) return [];
  const events = await listOutsideEvents(db, scope, { from, to, groupSlug: place.group, limit: MOST });
  const words = place.q === undefined ? [] : searchWords(place.q);
  return events
    .filter(({ country }) => !place.country || country === place.country)
    .filter((event) => says(`${event.title} ${event.place}`, words))
    .map((event) => outsideEntry(event, zone));
}

/** As the tables search meetings: each word from its beginning. */
function says(text: string, words: string[]): boolean {
  if (words.length === 0) return true;
  const own = searchWords(text, Number.POSITIVE_INFINITY);
  return words.every((word) => own.some((other) => other.startsWith(word)));
}

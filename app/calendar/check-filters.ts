import type { FeedFilters } from '#app/model/feed-filters.ts';
import type { CalendarChoices } from '#db/calendar/read-choices.ts';
import type { CalendarPlace, PlaceFault } from './calendar-place.ts';

/**
 * Holds the filters of an address against what there is to choose: one that names nothing is told and left out, for an empty
 * calendar would say that nothing takes place.
 */
export function checkFilters(
  place: CalendarPlace,
  { groups, themes, countries, organisations }: CalendarChoices,
): { place: CalendarPlace; faults: PlaceFault[] } {
  const known = {
    group: groups.some(({ slug }) => slug === place.group),
    theme: themes.some(({ slug }) => slug === place.theme),
    country: countries.some((code) => code === place.country),
    organisation: organisations.some(({ id }) => id === place.organisation),
  };
  const unknown = (['group', 'theme', 'country', 'organisation'] as const).filter((name) => place[name] !== undefined && !known[name]);
  return {
    place: { ...place, ...Object.fromEntries(unknown.map((name) => [name, undefined])) },
    faults: unknown.map((name) => ({ in: name, given: place[name] ?? '' })),
  };
}

/** What a place leaves out, without where and how it shows the rest. */
export function filtersOf({ group, kind, theme, country, organisation, q }: CalendarPlace): FeedFilters {
  return { group, kind, theme, country, organisation, q };
}

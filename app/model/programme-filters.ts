import { REGIONS, type Region, regionsOf } from './regions.ts';

/** What a programme can be narrowed by: at most one choice of each, all of which a session has to meet. */
export interface ProgrammeFilters {
  /** The name of a theme, as it is written. */
  theme?: string;
  region?: Region;
  /** ISO 639-1. */
  language?: string;
  /** The id of a track. */
  track?: string;
}

export const FACETS = ['region', 'theme', 'track', 'language'] as const satisfies readonly (keyof ProgrammeFilters)[];
export type Facet = (typeof FACETS)[number];

/** What a session is sorted by. */
export interface Sorted {
  themes: readonly string[];
  countries: readonly string[];
  languages: readonly string[];
  track: { id: string; name: string; position: number } | null;
}

export interface FilterChoice {
  facet: Facet;
  value: string;
  /** How many sessions are left when it is chosen beside what else is. */
  count: number;
  chosen: boolean;
}

/** Reads '?region=asia&theme=Climat&language=es&track=…'; what no session of the programme has is passed over. */
export function parseProgrammeFilters(params: URLSearchParams, sessions: readonly Sorted[]): ProgrammeFilters {
  const filters: ProgrammeFilters = {};
  for (const facet of FACETS) {
    const asked = params.get(facet);
    if (asked && sessions.some((session) => valuesOf(session, facet).includes(asked))) Object.assign(filters, { [facet]: asked });
  }
  return filters;
}

/** '?region=asia&theme=Climat', always in the same order; '' without any. */
export function filterQuery(filters: ProgrammeFilters): string {
  const params = new URLSearchParams(FACETS.flatMap((facet) => (filters[facet] ? [[facet, filters[facet]]] : [])));
  return params.size > 0 ? `?${params}` : '';
}

export function meetsFilters(session: Sorted, filters: ProgrammeFilters): boolean {
  return FACETS.every((facet) => {
    const wanted = filters[facet];
    return wanted === undefined || valuesOf(session, facet).includes(wanted);
  });
}

/**
 * Every choice that tells sessions apart, facet by facet, with how many it leaves beside the other facets' choices. What all
 * sessions share is none, unless it is chosen; regions are in the order of REGIONS, tracks in their own, the rest as `compare` says.
 */
export function filterChoices(
  sessions: readonly Sorted[],
  filters: ProgrammeFilters,
  compare: (a: string, b: string) => number,
): FilterChoice[] {
  return FACETS.flatMap((facet) => {
    const { [facet]: chosen, ...others } = filters;
    const left = sessions.filter((session) => meetsFilters(session, others));
    const values = [...new Set(sessions.flatMap((session) => valuesOf(session, facet)))].filter(
      (value) => value === chosen || sessions.some((session) => !valuesOf(session, facet).includes(value)),
    );
    return ordered(facet, values, sessions, compare).map((value): FilterChoice => {
      const count = left.filter((session) => valuesOf(session, facet).includes(value)).length;
      return { facet, value, count, chosen: value === chosen };
    });
  });
}

function valuesOf(session: Sorted, facet: Facet): readonly string[] {
  switch (facet) {
    case 'theme':
      return session.themes;
    case 'region':
      return regionsOf(session.countries);
    case 'language':
      return session.languages;
    case 'track':
      return session.track ? [session.track.id] : [];
  }
}

function ordered(facet: Facet, values: string[], sessions: readonly Sorted[], compare: (a: string, b: string) => number): string[] {
  if (facet === 'region') return REGIONS.filter((region) => values.includes(region));
  if (facet !== 'track') return values.toSorted(compare);
  const position = new Map(sessions.flatMap(({ track }) => (track ? [[track.id, track.position]] : [])));
  return values.toSorted((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
}

import type { OrganisationKind } from './directory.ts';
import { REGIONS, type Region, regionOf } from './regions.ts';

/**
 * Fewer people than this are not told apart in public: who knows the meeting would know who they are, and what else is said of
 * them (the usual least for tables of frequencies about people).
 */
export const LEAST_TOLD = 5;

/** Where those who came work: France apart, as most come from there. */
export type Origin = 'france' | Region | 'unknown';

/** A share of those who came; `key` null: the groups that are too small to be told apart. */
export interface Share<Key extends string> {
  key: Key | null;
  people: number;
}

/** A count that may be too small to be told: then null. */
export type Told = number | null;

export interface SessionFigures {
  slug: string;
  title: string;
  registered: Told;
  came: Told;
}

export interface ThemeFigures {
  name: string;
  sessions: number;
  came: Told;
}

export interface YearFigures {
  slug: string;
  name: string;
  /** 'YYYY'. */
  year: string;
  registered: Told;
  came: Told;
}

/** The first lines of what is told of an edition. */
export interface EditionSum {
  /** Everything exactly as it is: for organisers. */
  exact: boolean;
  registered: Told;
  /** People, however many sessions each was at. */
  came: Told;
  /** Organisations that sent at least one of them. */
  organisations: Told;
  /** For organisers: of those who registered, who did not come; and who came without having registered. */
  missed: Told;
  walkIns: Told;
}

export interface EditionFigures extends EditionSum {
  kinds: Share<OrganisationKind>[];
  origins: Share<Origin>[];
  themes: ThemeFigures[];
  sessions: SessionFigures[];
  /** Of the editions of the same group, the oldest first. */
  years: YearFigures[];
}

/** ISO 3166-1 alpha-2; '' when nobody knows. */
export function originOf(country: string): Origin {
  if (country === 'FR') return 'france';
  return regionOf(country) ?? 'unknown';
}

export const ORIGINS: readonly Origin[] = ['france', ...REGIONS, 'unknown'];

/** The same in public: nothing for a few. That nobody came is told. */
export function tell(people: number): Told {
  return people > 0 && people < LEAST_TOLD ? null : people;
}

/**
 * The parts of a whole in public: small ones are put together, with the smallest of the others if they are still few together,
 * so that nobody finds them by taking the others from the whole. Largest first, what was put together last.
 */
export function tellShares<Key extends string>(shares: readonly Share<Key>[]): Share<Key>[] {
  const told = byPeople(shares.filter(({ people }) => people >= LEAST_TOLD));
  let rest = shares.reduce((sum, { people }) => (people < LEAST_TOLD ? sum + people : sum), 0);
  while (rest > 0 && rest < LEAST_TOLD && told.length > 0) rest += told.pop()?.people ?? 0;
  if (rest >= LEAST_TOLD) told.push({ key: null, people: rest });
  return told;
}

export function byPeople<Row extends { people: number }>(rows: readonly Row[]): Row[] {
  return rows.filter(({ people }) => people > 0).toSorted((a, b) => b.people - a.people);
}

import { describe, expect, test } from 'vitest';
import { filterChoices, filterQuery, meetsFilters, parseProgrammeFilters } from '#app/model/programme-filters.ts';
import { REGIONS, regionOf, regionsOf } from '#app/model/regions.ts';

const track = (name: string, position: number) => ({ id: name, name, position });
const session = (given: Partial<Parameters<typeof meetsFilters>[0]>) => ({
  themes: [],
  countries: [],
  languages: ['fr'],
  track: null,
  ...given,
});

const SESSIONS = [
  session({ themes: ['Climat'], countries: ['MQ', 'RE'], track: track('Régions', 1) }),
  session({ themes: ['Climat', 'Énergie'], countries: ['AR'], languages: ['fr', 'es'], track: track('Régions', 1) }),
  session({ themes: ['Énergie'], countries: ['SN', 'MA'], track: track('Ateliers', 0) }),
  session({ themes: [] }),
];
const compare = new Intl.Collator('fr').compare;
const offered = (query: string) => {
  const filters = parseProgrammeFilters(new URLSearchParams(query), SESSIONS);
  return filterChoices(SESSIONS, filters, compare).map(
    ({ facet, value, count, chosen }) => `${facet} ${value} ${count}${chosen ? ' *' : ''}`,
  );
};

describe('the regions of the world', () => {
  test('are found from countries, overseas France being one of its own', () => {
    expect(regionsOf(['RE', 'SN', 'GP'])).toEqual(['africa', 'overseas']);
    expect([regionOf('FR'), regionOf('MA'), regionOf('HT'), regionOf('NC'), regionOf('JP')]).toEqual([
      ...['europe', 'mediterranean', 'latin_america', 'overseas', 'asia'],
    ]);
    expect([regionOf('AQ'), regionOf('nowhere'), regionOf('')]).toEqual([null, null, null]);
  });

  test('hold every inhabited country once', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    // groups of countries, withdrawn codes, and what nobody lives in
    const none = new Set(
      'AC AN AQ BU BV CP CQ CS DD DG EA EU EZ FX GS HM IC IO NT QO SU TA TF TP UK UM UN XA XB YD YU ZR ZZ DY HV NH RH VD'.split(' '),
    );
    const countries = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => names.of(code) && !none.has(code));
    expect(countries.length).toBeGreaterThan(235);
    expect(countries.filter((code) => regionOf(code) === null)).toEqual([]);
    expect(REGIONS.length).toBe(8);
  });
});

describe('what a programme can be narrowed by', () => {
  test('is offered with how many sessions each choice leaves; what all share tells nothing', () => {
    expect(offered('')).toEqual([
      ...['region africa 1', 'region latin_america 1', 'region mediterranean 1', 'region overseas 1'],
      ...['theme Climat 2', 'theme Énergie 2'],
      // in their organisers' order
      ...['track Ateliers 1', 'track Régions 2'],
      'language es 1',
    ]);
  });

  test('combines, each count being of what the other choices leave', () => {
    expect(offered('theme=Climat&track=R%C3%A9gions')).toEqual([
      ...['region africa 0', 'region latin_america 1', 'region mediterranean 0', 'region overseas 1'],
      ...['theme Climat 2 *', 'theme Énergie 1'],
      ...['track Ateliers 0', 'track Régions 2 *'],
      'language es 1',
    ]);
    const filters = parseProgrammeFilters(new URLSearchParams('theme=Climat&language=es'), SESSIONS);
    expect(SESSIONS.map((one) => meetsFilters(one, filters))).toEqual([false, true, false, false]);
  });

  test('stands in the address, always in the same order, and passes over what nothing has', () => {
    const filters = parseProgrammeFilters(new URLSearchParams('language=es&theme=Climat&region=asia&track=x&q=1'), SESSIONS);
    expect(filterQuery(filters)).toBe('?theme=Climat&language=es');
    expect(filterQuery({})).toBe('');
  });
});

import { describe, expect, test } from 'vitest';
import { periodOf } from '#app/calendar/calendar-period.ts';
import { calendarAddress, dateIn, focusOf, placeQuery, readPlace } from '#app/calendar/calendar-place.ts';

const TODAY = '2026-11-21';
const read = (query: string) => readPlace(new URLSearchParams(query), TODAY);
const ORGANISATION = '01890000-0000-7000-8000-0000000000aa';

describe('an address of the calendar', () => {
  test.each([
    ['', ''],
    ['view=week&date=2026-12-16&group=dalc', '?view=week&date=2026-12-14&group=dalc'],
    ['m=2022-06', '?date=2022-06'],
    ['date=2026-12-14', '?date=2026-12'],
    ['view=year&date=2026-12-14', '?view=year&date=2026'],
    ['view=week&date=2026', '?view=week&date=2026-11-16'],
    ['view=week&date=2027', '?view=week&date=2026-12-28'],
    ['view=month&m=&group=&kind=&theme=&country=&organisation=&q=+', '?view=month'],
    ['country=HT&kind=webinar&theme=climat&q=eau', '?kind=webinar&theme=climat&country=ht&q=eau'],
    ['zone=america/bogota', '?zone=America/Bogota'],
    ['view=list&when=past&page=3', '?view=list&when=past&page=3'],
    ['view=list&page=1', '?view=list'],
    ['view=week&when=past&page=3', '?view=week'],
    ['view=list&date=2026-12&when=past&page=2', '?view=list&date=2026-12'],
    ['outside=no&utm_source=courriel', '?outside=no'],
    [`organisation=${ORGANISATION}`, `?organisation=${ORGANISATION}`],
  ])('%s has one form, which says the same again', (given, query) => {
    const { place, faults } = read(given);
    expect(faults).toEqual([]);
    expect(placeQuery(place)).toBe(query);
    expect(read(query.slice(1))).toEqual({ place, faults: [] });
    expect(calendarAddress(place)).toBe(`/calendar${query}`);
  });

  test.each([
    ['view=decade', 'view', 'decade'],
    ['date=99999', 'date', '99999'],
    ['date=2026-02-30', 'date', '2026-02-30'],
    ['date=2026-13', 'date', '2026-13'],
    ['view=year&date=0001', 'date', '0001'],
    ['date=2201', 'date', '2201'],
    ['date=-000001-01-01', 'date', '-000001-01-01'],
    ['group=../x', 'group', '../x'],
    ['kind=<b>', 'kind', '<b>'],
    ['theme=É', 'theme', 'É'],
    ['country=france', 'country', 'france'],
    ['organisation=nanterre', 'organisation', 'nanterre'],
    ['zone=Mars/Olympus', 'zone', 'Mars/Olympus'],
    ['zone=%2B02:00', 'zone', '+02:00'],
    ['view=list&page=0', 'page', '0'],
    ['view=list&page=201', 'page', '201'],
  ])('%s is told, and left out', (query, part, given) => {
    const { place, faults } = read(query);
    expect(faults).toEqual([{ in: part, given }]);
    expect(placeQuery(place)).toBe(placeQuery({ view: place.view }));
  });

  test('long nonsense is cut before anybody reads it', () => {
    const { place, faults } = read(`group=${'-'.repeat(5000)}&q=${'eau '.repeat(2000)}`);
    expect(faults[0]?.given.length).toBe(60);
    expect(place.q?.length).toBeLessThanOrEqual(100);
  });

  test('a search without a word is none', () => {
    expect(read('q=%3F%21').place.q).toBeUndefined();
  });
});

describe('a period', () => {
  test.each([
    ['month', '2026-12', '2026-11-30', '2027-01-03', '2026-11', '2027-01'],
    ['week', '2026-12-28', '2026-12-28', '2027-01-03', '2026-12-21', '2027-01-04'],
    ['year', '2026', '2026-01-01', '2026-12-31', '2025', '2027'],
  ] as const)('of a %s has its days and its neighbours', (view, date, firstDay, lastDay, previous, next) => {
    expect(periodOf({ view, date }, TODAY)).toEqual({ view, date, firstDay, lastDay, previous, next });
  });

  test('has no neighbour beyond the years that the product knows', () => {
    expect(periodOf({ view: 'month', date: '1900-01' }, TODAY).previous).toBeNull();
    expect(periodOf({ view: 'year', date: '2200' }, TODAY).next).toBeNull();
    expect(periodOf({ view: 'week', date: '2200-12-29' }, TODAY).next).toBeNull();
  });

  test('another view of it stays where the reader is, on today where today is part of it', () => {
    expect(dateIn('week', focusOf('2026-11', TODAY))).toBe('2026-11-16');
    expect(dateIn('week', focusOf('2026-12', TODAY))).toBe('2026-11-30');
    expect(dateIn('year', focusOf('2026-12-28', TODAY))).toBe('2026');
    expect(dateIn('month', focusOf('2026', TODAY))).toBe('2026-11');
  });
});

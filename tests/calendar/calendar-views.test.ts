import { beforeAll, describe, expect, test } from 'vitest';
import * as page from '#app/calendar/calendar.route.tsx';
import type { CalendarEntry } from '#app/calendar/entries.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { ask } from '#tests/meetings/ask.ts';
import { contextOf } from '#tests/support/context.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMeeting } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { decemberOf, duringOf } from './december.ts';

const database = useDatabase();
const services = useServices(database);
let organiser: Viewer;
let organisations: Record<'nanterre' | 'bordeaux', string>;
beforeAll(async () => {
  ({ organiser, organisations } = await decemberOf(services));
});

const open = (query: string, viewer: Viewer | null = null) => ask(services, page.loader, { viewer, path: `/calendar${query}` });

async function entriesOf(query: string, viewer: Viewer | null = null): Promise<CalendarEntry[]> {
  const { data } = await open(query, viewer);
  if (data.content.as !== 'period') throw new Error('Not a month or a week.');
  return data.content.entries;
}
const onDays = (entries: CalendarEntry[]) =>
  entries.map(({ title, from, until, time }) => `${title} ${from}/${until} ${time}`.trim().replaceAll('\u00A0', ' '));
const titlesOf = async (query: string, viewer: Viewer | null = null) => (await entriesOf(query, viewer)).map(({ title }) => title);

describe('a week', () => {
  test('stands on the clock of the page, whole days where they were announced', async () => {
    expect(onDays(await entriesOf('?view=week'))).toEqual([
      'COP 2026-12-14/2026-12-16',
      'Le soir à Bogotá 2026-12-16/2026-12-16 1 h',
      'À cheval 2026-12-16/2026-12-17 23 h',
      'Point énergie 2026-12-17/2026-12-17 16 h 30',
      'Congrès 2026-12-18/2026-12-21',
      'Journée 2026-12-18/2026-12-18',
      'Annulée 2026-12-18/2026-12-18 10 h',
    ]);
    expect(onDays(await entriesOf('?view=week&zone=America/Bogota'))).toContain('Le soir à Bogotá 2026-12-15/2026-12-15 19 h');
  });

  test('says the hour where the meeting is, when that is another', async () => {
    const [evening] = (await entriesOf('?view=week')).filter(({ title }) => title === 'Le soir à Bogotá');
    expect(evening?.ownTime.replaceAll('\u00A0', ' ')).toBe('mardi 15 décembre, 19 h à Bogotá');
    const [point] = (await entriesOf('?view=week')).filter(({ title }) => title === 'Point énergie');
    expect(point?.ownTime).toBe('');
  });

  test('keeps what has no day apart, the nearest first', async () => {
    const { data } = await open('?view=week');
    expect(data.content.as === 'period' && data.content.undated.map(({ title }) => title)).toEqual(['En décembre', 'En 2026', 'Un jour']);
  });
});

describe('filters', () => {
  test.each([
    ['?view=week&kind=webinar', ['Le soir à Bogotá']],
    ['?view=week&country=br', ['COP', 'Point énergie']],
    ['?view=week&q=ENERGIE+cite', ['Point énergie']],
    ['?view=week&q=ener', ['Point énergie']],
    ['?view=week&q=nergie', []],
    ['?date=2026-11&q=oeuvre', ['Passée']],
    ["?view=week&q=point'%27:*%26!xyz", []],
    ['?view=week&q=cop', ['COP']],
    ['?view=week&q=cop&outside=no', []],
  ])('%s leaves %j', async (query, titles) => {
    expect(await titlesOf(query)).toEqual(titles);
  });

  test('an organisation’s meetings are those at which it presents something; who is invited stays unknown', async () => {
    expect(await titlesOf(`?view=week&organisation=${organisations.nanterre}`)).toEqual(['Point énergie']);
    const { status, data } = await open(`?view=week&organisation=${organisations.bordeaux}`);
    expect([status, data.faults.map((fault) => fault.in)]).toEqual([404, ['organisation']]);
    expect(data.choices.organisations.map(({ name }) => name)).toEqual(['Ville de Nanterre']);
  });

  test('members’ meetings are for members, drafts for nobody', async () => {
    expect(await titlesOf('?view=week&q=entre')).toEqual([]);
    expect(await titlesOf('?view=week&q=entre', organiser)).toEqual(['Entre nous']);
    expect(await titlesOf('?view=week&q=brouillon', organiser)).toEqual([]);
  });

  test('one that names nothing is told, and the rest is shown without it', async () => {
    const { status, data } = await open('?view=week&group=nulle-part&kind=webinar');
    expect(status).toBe(404);
    expect(data.faults).toEqual([{ in: 'group', given: 'nulle-part' }]);
    expect(await titlesOf('?view=week&group=nulle-part&kind=webinar')).toEqual(['Le soir à Bogotá']);
  });
});

describe('addresses', () => {
  test('what a form sends leads to the one form of an address', async () => {
    const { status, location } = await open('?view=week&date=2026-12-16&group=dalc&kind=&theme=&q=');
    expect([status, location]).toEqual([302, '/calendar?view=week&date=2026-12-14&group=dalc']);
  });

  test.each(['?date=99999', '?view=year&date=2201', '?date=2026-02-30', '?zone=Mars', '?view=list&page=12'])(
    '%s is answered sensibly',
    async (query) => {
      const { status, data } = await open(query);
      expect(status).toBe(404);
      expect(data.faults.length).toBe(1);
      expect(data.today).toBe('2026-12-16');
    },
  );
});

describe('a list', () => {
  const listed = async (query: string) => {
    const { data } = await open(query);
    if (data.content.as !== 'list') throw new Error('Not a list.');
    return { ...data.content, titles: data.content.entries.map(({ title }) => title) };
  };

  test('holds what is to come, soonest first, and what is over, newest first', async () => {
    expect((await listed('?view=list')).titles).toEqual([
      'En 2026',
      'En décembre',
      'COP',
      'À cheval',
      'Point énergie',
      'Journée',
      'Congrès',
      'Annulée',
    ]);
    expect((await listed('?view=list&when=past')).titles).toEqual(['Le soir à Bogotá', 'Passée']);
  });

  test('comes in pages that are bounded', async () => {
    const { db } = database;
    const group = await makeGroup(db, { slug: 'longue', name: 'Longue' });
    const days = Array.from({ length: 120 }, (_, index) => Temporal.PlainDate.from('2027-01-01').add({ days: index }).toString());
    for (const day of days) await makeMeeting(db, { groupId: group.id, title: day, edtf: day, during: duringOf(day, 'Europe/Paris') });
    const first = await listed('?view=list&group=longue');
    const last = await listed('?view=list&page=3&group=longue');
    expect([first.count, first.pages, first.titles.length, last.titles.length]).toEqual([120, 3, 50, 20]);
    expect([first.titles.at(0), last.titles.at(-1)]).toEqual(['2027-01-01', '2027-04-30']);
  });
});

test('a year counts its months and days, without what is cancelled', async () => {
  const { data } = await open('?view=year&outside=no');
  if (data.content.as !== 'year') throw new Error('Not a year.');
  const december = data.content.months[11];
  expect(december).toMatchObject({ meetings: 5, undated: 1, outside: 0 });
  expect(Object.fromEntries(Object.entries(december?.days ?? {}).map(([day, { meetings }]) => [day.slice(8), meetings]))).toEqual({
    ...{ 16: 2, 17: 2, 18: 2, 19: 1, 20: 1, 21: 1 },
  });
  expect([data.content.total, data.content.cancelled]).toEqual([7, 1]);
});

describe('whose clock it is', () => {
  const choose = (form: Record<string, string>, viewer: Viewer | null) => {
    const request = new Request('https://tertulia.example/calendar', { method: 'POST', body: new URLSearchParams(form) });
    return page.action({ request, context: contextOf(services, viewer), params: {} } as never);
  };

  test('a visitor’s choice is kept on their device', async () => {
    const answer = await choose({ zone: 'America/Cayenne', to: '/calendar?view=week' }, null);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/calendar?view=week']);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^zone=America\/Cayenne; Max-Age=31536000; Path=\/; SameSite=Lax; HttpOnly; Secure$/);
    const request = new Request('https://tertulia.example/calendar?view=week', { headers: { cookie: cookie.split(';')[0] ?? '' } });
    const { data } = await page.loader({ request, context: contextOf(services, null), params: {} } as never);
    expect(data.zone).toBe('America/Cayenne');
  });

  test('an account has its own, and another goes into the address', async () => {
    const viewer = { ...organiser, timeZone: 'America/Bogota' };
    expect((await open('', viewer)).data.zone).toBe('America/Bogota');
    const answer = await choose({ zone: 'Europe/Paris', to: '/calendar?view=week' }, viewer);
    expect([answer.headers.get('location'), answer.headers.get('set-cookie')]).toEqual(['/calendar?view=week&zone=Europe%2FParis', null]);
  });

  test.each([
    { zone: 'Mars', to: '/calendar' },
    { zone: 'Europe/Paris', to: 'https://evil.example/calendar' },
    { zone: 'Europe/Paris', to: '/sign-out' },
    {},
  ])('%j is refused', async (form) => {
    expect((await choose(form as Record<string, string>, null)).status).toBe(400);
  });
});

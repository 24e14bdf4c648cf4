import { beforeAll, expect, test } from 'vitest';
import { feedOfFilters, feedPath } from '#app/model/calendar.ts';
import { feedQuery, parseFeedFilters } from '#app/model/feed-filters.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeGroup, makeMeeting, makeOrganisation, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { useFeedServer } from './feed-server.ts';
import { readBoth } from './two-readers.ts';

const database = useDatabase();
const services = useServices(database);
const ask = useFeedServer(() => services);
const ids = {} as { nanterre: string; lyon: string };

beforeAll(async () => {
  const { db } = database;
  const dalc = await makeGroup(db, { slug: 'dalc', name: 'DALC' });
  const haiti = await makeGroup(db, { slug: 'haiti', name: 'Groupe-pays Haïti', kind: 'country', timeZone: 'America/Port-au-Prince' });
  const nanterre = await makeOrganisation(db, { name: 'Ville de Nanterre' });
  const lyon = await makeOrganisation(db, { name: 'Métropole de Lyon' });
  const karim = await makePerson(db, { organisationId: nanterre.id });
  const paula = await makePerson(db, { organisationId: lyon.id });
  const water = await makeMeeting(db, {
    groupId: dalc.id,
    kind: 'webinar',
    title: 'L’eau potable en Équateur',
    summary: 'Œuvrer ensemble',
  });
  await makeMeeting(db, { groupId: haiti.id, kind: 'webinar', title: 'Point' });
  await makeMeeting(db, { groupId: dalc.id, title: 'Réunion', placeName: 'Maison de l’eau' });
  const secret = await makeMeeting(db, { groupId: dalc.id, title: 'L’eau entre nous', visibility: 'members' });
  for (const [meeting, person] of [
    [water, karim],
    [secret, paula],
  ] as const) {
    const item = await db
      .insertInto('agendaItems')
      .values({ meetingId: meeting.id, title: 'Ouverture', position: 0, durationMinutes: 30, kind: 'discussion' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db.insertInto('agendaPresenters').values({ agendaItemId: item.id, personId: person.id }).execute();
  }
  // invited, which is nobody else's to know
  await makeAttendance(db, { meetingId: water.id, personId: paula.id, organisationName: 'Métropole de Lyon' });
  Object.assign(ids, { nanterre: nanterre.id, lyon: lyon.id });
});

const titles = async (query: string) => {
  const { status, text } = await ask(`/feeds/all.ics?${query}`);
  expect([query, status]).toEqual([query, 200]);
  return [...readBoth(text).values()].map(({ summary }) => summary).toSorted();
};

test('several filters have to hold at once, and their names make the name of the feed', async () => {
  expect(await titles('group=dalc&kind=webinar')).toEqual(['L’eau potable en Équateur']);
  expect(await titles('group=haiti&kind=session')).toEqual([]);
  expect((await ask('/feeds/all.ics?kind=webinar&group=dalc&q=eau')).text).toContain(
    'X-WR-CALNAME:DALC\\, Webinaires\\, «\u00a0eau\u00a0»',
  );
});

test('a search finds the beginnings of words in titles, summaries and places, without case and accents', async () => {
  expect(await titles('q=EQUATEUR')).toEqual(['L’eau potable en Équateur']);
  expect(await titles('q=oeuvr')).toEqual(['L’eau potable en Équateur']);
  expect(await titles('q=eau')).toEqual(['L’eau potable en Équateur', 'Réunion']);
  expect(await titles('q=eau%20maison')).toEqual(['Réunion']);
  expect(await titles(`q=${encodeURIComponent("eau' & | ! <-> \\ :*")}`)).toHaveLength(2);
});

test('the same words are the same feed: the same bytes, whatever their order, case and accents', async () => {
  const answers = await Promise.all(
    ['q=eau+potable', 'q=Potable+EAU', 'q=potable%20%C3%A9au&utm_source=x', 'q=eau+potable+eau'].map((query) =>
      ask(`/feeds/all.ics?${query}`),
    ),
  );
  for (const { body, headers } of answers) {
    expect(body.equals(answers[0]?.body ?? Buffer.alloc(0))).toBe(true);
    expect(headers.etag).toBe(answers[0]?.headers.etag);
  }
});

test('an organisation has the public meetings at which it speaks, never those to which it is only invited', async () => {
  const { text } = await ask(`/feeds/organisations/${ids.nanterre}.ics`);
  expect([...readBoth(text).values()].map(({ summary }) => summary)).toEqual(['L’eau potable en Équateur']);
  expect(text).toContain('X-WR-CALNAME:Réunions avec Ville de Nanterre');
  expect(text).not.toContain('Karim');
  expect((await ask(`/feeds/organisations/${ids.lyon}.ics`)).status).toBe(404);
  expect(await titles(`organisation=${ids.nanterre}&kind=webinar`)).toHaveLength(1);
});

test('a filter that means nothing is refused: a feed that forgot it would hold too much', async () => {
  const refused = [
    'group=none',
    'group=../x',
    'kind=party',
    'country=france',
    'q=%21%21',
    `q=${'x'.repeat(101)}`,
    'organisation=1',
    'kind=webinar&kind=session',
  ];
  for (const query of refused) expect([query, (await ask(`/feeds/all.ics?${query}`)).status]).toEqual([query, 404]);
  expect((await ask('/feeds/groups/dalc.ics?kind=webinar')).status).toBe(404);
  expect((await ask('/feeds/groups/dalc.ics?nocache=1')).status).toBe(200);
});

test('every combination of filters has one address, which leads back to it', () => {
  const filters = { group: 'dalc', theme: 'climat', kind: 'webinar', country: 'HT', organisation: ids.nanterre, q: 'eau potable' } as const;
  const names = Object.keys(filters) as (keyof typeof filters)[];
  for (let mask = 0; mask < 2 ** names.length; mask++) {
    const chosen = Object.fromEntries(names.filter((_, bit) => mask & (1 << bit)).map((name) => [name, filters[name]]));
    expect(parseFeedFilters(new URLSearchParams(feedQuery(chosen)))).toEqual(chosen);
    expect(feedPath(feedOfFilters(chosen))).toBe(feedPath(feedOfFilters(Object.fromEntries(Object.entries(chosen).toReversed()))));
  }
});

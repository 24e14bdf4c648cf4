import ICAL from 'ical.js';
import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeGroup, makeMeeting, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { useFeedServer } from './feed-server.ts';
import { faultsOf } from './strict-lines.ts';

const database = useDatabase();
const services = useServices(database);
const ask = useFeedServer(() => services);

const PUBLIC = [
  'all',
  'groups/dalc',
  'kinds/session',
  'kinds/group-meeting',
  'kinds/thematic',
  'kinds/webinar',
  'kinds/other',
  'themes/climat',
  'countries/ar',
  'editions/raict-2022',
  'meetings/point',
];

beforeAll(async () => {
  const { db } = database;
  const group = await makeGroup(db, { slug: 'dalc', name: 'Dynamique, « Amérique »; latine\r\nX-EVIL:1' });
  const groupId = group.id;
  const edition = await db
    .insertInto('editions')
    .values({ slug: 'raict-2022', groupId, name: 'RAICT 2022', startsOn: '2022-06-20', endsOn: '2022-06-21' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const theme = await db.insertInto('themes').values({ slug: 'climat', name: 'Climat' }).returning('id').executeTakeFirstOrThrow();
  const secrets = { onlineUrl: 'https://visio.example/secret-room' };
  const point = await makeMeeting(db, { groupId, slug: 'point', title: 'Point public', ...secrets });
  await makeMeeting(db, { groupId, slug: 'session', title: 'Atelier outre-mer', kind: 'session', editionId: edition.id });
  await makeMeeting(db, { groupId, slug: 'brouillon', title: 'Brouillon secret', status: 'draft' });
  await makeMeeting(db, { groupId, slug: 'interne', title: 'Réunion interne secrète', visibility: 'members', kind: 'webinar' });
  await makeMeeting(db, {
    groupId,
    slug: 'mois',
    title: 'Rencontre de septembre',
    edtf: '2022-09',
    during: '[2022-08-31T22:00Z,2022-09-30T22:00Z)',
  });
  await makeMeeting(db, { groupId, slug: 'annulee', title: 'Rencontre supprimée', status: 'cancelled', kind: 'thematic', sequence: 3 });
  await makeMeeting(db, {
    groupId,
    slug: 'vieille',
    title: 'Réunion d’avant',
    edtf: '2021-05-20',
    during: '[2021-05-19T22:00Z,2021-05-20T22:00Z)',
  });
  await db.insertInto('meetingThemes').values({ meetingId: point.id, themeId: theme.id }).execute();
  await db.insertInto('meetingCountries').values({ meetingId: point.id, country: 'AR' }).execute();
  const person = await makePerson(db, { email: 'paula@brumes.example', givenName: 'Paula', familyName: 'Quiroga' });
  await makeAttendance(db, { meetingId: point.id, personId: person.id });
});

const titlesIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => String(event.getFirstPropertyValue('summary')));

test.each(PUBLIC)('/feeds/%s.ics is valid, and says nothing that is not public', async (path) => {
  const { status, text } = await ask(`/feeds/${path}.ics`);
  expect(status).toBe(200);
  expect(faultsOf(text)).toEqual([]);
  expect(text).not.toMatch(/^(ATTENDEE|ORGANIZER|BEGIN:VALARM|METHOD|X-EVIL)|mailto:/im);
  expect(text.replaceAll('\r\n ', '')).not.toMatch(/secret|Paula|Quiroga|@brumes/);
});

test('each address holds what its name says', async () => {
  const titles = async (path: string) => titlesIn((await ask(`/feeds/${path}.ics`)).text).toSorted();
  const cancelled = 'Annulée\u00a0: Rencontre supprimée';
  expect(await titles('all')).toEqual([cancelled, 'Atelier outre-mer', 'Point public']);
  expect(await titles('groups/dalc')).toEqual([cancelled, 'Atelier outre-mer', 'Point public']);
  expect(await titles('kinds/session')).toEqual(['Atelier outre-mer']);
  expect(await titles('kinds/thematic')).toEqual([cancelled]);
  expect(await titles('kinds/webinar')).toEqual([]);
  expect(await titles('themes/climat')).toEqual(['Point public']);
  expect(await titles('countries/ar')).toEqual(['Point public']);
  expect(await titles('editions/raict-2022')).toEqual(['Atelier outre-mer']);
  expect(await titles('meetings/vieille')).toEqual(['Réunion d’avant']);
});

test('drafts and members’ meetings have no address, one meeting is a file to keep', async () => {
  for (const slug of ['brouillon', 'interne']) expect((await ask(`/feeds/meetings/${slug}.ics`)).status).toBe(404);
  expect((await ask('/feeds/meetings/point.ics')).headers['content-disposition']).toBe('attachment; filename="point.ics"');
});

test('a cancelled meeting stays until its day has passed, a past one for twelve months', async () => {
  services.clock.set('2022-06-20T21:00:00Z');
  expect((await ask('/feeds/all.ics')).text).toContain('STATUS:CANCELLED');
  services.clock.set('2022-06-22T08:00:00Z');
  const after = await ask('/feeds/all.ics');
  expect(after.text).not.toContain('STATUS:CANCELLED');
  expect(after.text).toContain('Point public');
  services.clock.set('2023-06-22T08:00:00Z');
  expect(titlesIn((await ask('/feeds/all.ics')).text)).toEqual([]);
  expect(titlesIn((await ask('/feeds/editions/raict-2022.ics')).text)).toHaveLength(1);
  services.clock.set('2022-06-01T08:00:00Z');
});

test('UID and SEQUENCE come from the database and stay', async () => {
  const { text } = await ask('/feeds/kinds/thematic.ics');
  const { id } = await database.db.selectFrom('meetings').select('id').where('slug', '=', 'annulee').executeTakeFirstOrThrow();
  expect(text.replaceAll('\r\n ', '')).toContain(`UID:meeting-${id}@tertulia.example\r\n`);
  expect(text).toContain('SEQUENCE:3');
});

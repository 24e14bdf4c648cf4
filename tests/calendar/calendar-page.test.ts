import { beforeAll, expect, test } from 'vitest';
import { feedOf, subscribeAddress } from '#app/calendar/calendar-address.ts';
import { feedSorts, findOption } from '#app/calendar/feed-choice.ts';
import type { NetworkScope } from '#app/model/scope.ts';
import { mint } from '#app/model/scope.ts';
import { listCalendarChoices } from '#db/calendar/read-choices.ts';
import { listCalendarMeetings, listUndatedMeetings } from '#db/calendar/read-month.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMeeting } from '#tests/support/factories.ts';

const database = useDatabase();
const visitor = mint<NetworkScope>({ personId: null, groupIds: [] });
const june = { from: '2022-05-29T22:00:00Z', to: '2022-07-03T22:00:00Z', limit: 100 };

beforeAll(async () => {
  const { db } = database;
  const dalc = await makeGroup(db, { slug: 'dalc', name: 'DALC' });
  const haiti = await makeGroup(db, { slug: 'haiti', name: 'Groupe-pays Haïti', kind: 'country' });
  const closed = await makeGroup(db, { slug: 'bureau', name: 'Bureau', visibility: 'members' });
  const theme = await db.insertInto('themes').values({ slug: 'climat', name: 'Climat' }).returning('id').executeTakeFirstOrThrow();
  const first = await makeMeeting(db, { groupId: dalc.id, title: 'Point' });
  await makeMeeting(db, { groupId: haiti.id, title: 'Haïti', kind: 'webinar' });
  await makeMeeting(db, { groupId: closed.id, title: 'Entre nous', visibility: 'members' });
  await makeMeeting(db, { groupId: dalc.id, title: 'En juin', edtf: '2022-06', during: '[2022-05-31T22:00Z,2022-06-30T22:00Z)' });
  await makeMeeting(db, { groupId: dalc.id, title: 'Un jour', edtf: 'XXXX', during: null });
  await makeMeeting(db, { groupId: haiti.id, title: 'Plus jamais', edtf: 'XXXX', during: null, status: 'cancelled' });
  await db.insertInto('meetingThemes').values({ meetingId: first.id, themeId: theme.id }).execute();
  await db.insertInto('meetingCountries').values({ meetingId: first.id, country: 'HT' }).execute();
});

test('one filter has a feed of its own, several have one with a query', () => {
  expect(feedOf({ country: 'AR' })).toEqual({ of: 'country', country: 'AR' });
  expect(feedOf({ kind: 'webinar', group: 'dalc' })).toMatchObject({ of: 'filtered', filters: { kind: 'webinar', group: 'dalc' } });
});

test('each filter leaves what it names, and members’ meetings stay with members', async () => {
  const titles = async (filters: Parameters<typeof listCalendarMeetings>[2]['filters'], scope = visitor) =>
    (await listCalendarMeetings(database.db, scope, { ...june, filters })).map(({ title }) => title).toSorted();
  expect(await titles({})).toEqual(['En juin', 'Haïti', 'Point']);
  expect(await titles({ group: 'haiti' })).toEqual(['Haïti']);
  expect(await titles({ kind: 'webinar' })).toEqual(['Haïti']);
  expect(await titles({ theme: 'climat' })).toEqual(['Point']);
  expect(await titles({ country: 'HT' })).toEqual(['Point']);
  expect(await titles({ group: 'bureau' })).toEqual([]);
  expect(await titles({ group: 'bureau' }, mint<NetworkScope>({ personId: null, groupIds: 'all' }))).toEqual(['Entre nous']);
});

test('a meeting without any date is listed apart, until it is cancelled', async () => {
  const undated = await listUndatedMeetings(database.db, visitor, { filters: {}, limit: 10 });
  expect(undated.map(({ title }) => title)).toEqual(['Un jour']);
});

test('every feed that can be chosen has an address that leads back to it', async () => {
  const sorts = feedSorts(await listCalendarChoices(database.db, visitor));
  const options = sorts.flatMap((sort) => sort.options);
  expect(options.map(({ name }) => name)).toEqual(expect.arrayContaining(['DALC', 'Groupe-pays Haïti', 'Climat', 'Haïti']));
  expect(options.map(({ name }) => name)).not.toContain('Bureau');
  for (const option of options) {
    const address = new URLSearchParams(subscribeAddress(option.feed).split('?')[1]).get('feed') ?? 'all';
    expect(findOption(sorts, address)).toEqual(option);
  }
});

import { createDAVClient } from 'tsdav';
import { beforeAll, expect, test } from 'vitest';
import { mint, type SelfScope } from '#app/model/scope.ts';
import { createPersonalFeed } from '#server/calendar/create-personal-feed.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeGroup, makeMeeting, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { useFeedServer } from './feed-server.ts';
import { readBoth } from './two-readers.ts';

// tsdav is a client of CalDAV that is written by others: it finds calendars, lists and follows them as phones do.

const database = useDatabase();
const services = useServices(database);
const ask = useFeedServer(() => services);
const ids = { group: '', meeting: '' };
let password = '';

beforeAll(async () => {
  const { db } = database;
  const group = await makeGroup(db, { slug: 'dalc', name: 'DALC & <amis>' });
  const closed = await makeGroup(db, { slug: 'bureau', name: 'Bureau', visibility: 'members' });
  await makeMeeting(db, { groupId: group.id, title: 'Point, public; < & >' });
  await makeMeeting(db, { groupId: group.id, title: 'Journée', edtf: '2022-06-21', during: '[2022-06-20T22:00Z,2022-06-21T22:00Z)' });
  const secret = await makeMeeting(db, {
    groupId: closed.id,
    title: 'Entre nous',
    visibility: 'members',
    onlineUrl: 'https://visio.example/x',
  });
  const paula = await makePerson(db);
  await makeAttendance(db, { meetingId: secret.id, personId: paula.id });
  const wish = { id: crypto.randomUUID(), name: 'téléphone', holds: 'groups', alarmMinutes: null } as const;
  const created = await createPersonalFeed(services, mint<SelfScope>({ personId: paula.id }), wish);
  if (!created.ok) throw new Error(created.reason);
  password = created.address.slice(created.address.lastIndexOf('/') + 1, -'.ics'.length);
  Object.assign(ids, { group: group.id, meeting: secret.id });
});

const visitor = () =>
  createDAVClient({
    serverUrl: ask.origin(),
    credentials: {},
    authMethod: 'Custom',
    authFunction: async () => ({}),
    defaultAccountType: 'caldav',
  });
const owner = () =>
  createDAVClient({
    serverUrl: ask.origin(),
    credentials: { username: 'paula', password },
    authMethod: 'Basic',
    defaultAccountType: 'caldav',
  });

/** This client cuts off the line end of the last line. */
const whole = (data: unknown) => `${String(data).trimEnd()}\r\n`;

type Client = Awaited<ReturnType<typeof visitor>>;

async function calendarOf(client: Client, name: string) {
  const calendars = await client.fetchCalendars();
  const calendar = calendars.find(({ displayName }) => displayName === name);
  if (!calendar) throw new Error(`only ${calendars.map(({ displayName }) => displayName)}`);
  return calendar;
}

test('from the address of the site alone, a client finds the public calendars, without a password', async () => {
  const calendars = await (await visitor()).fetchCalendars();
  expect(calendars.map(({ displayName }) => displayName)).toEqual(['Toutes les réunions', 'DALC & <amis>']);
  expect(calendars[0]).toMatchObject({ components: ['VEVENT'], ctag: expect.any(String), syncToken: expect.any(String) });
});

test('each entry is a calendar of its own, with the tag under which it is fetched again', async () => {
  const client = await visitor();
  const objects = await client.fetchCalendarObjects({ calendar: await calendarOf(client, 'DALC & <amis>') });
  expect(objects).toHaveLength(2);
  const titles = objects.flatMap(({ data }) => [...readBoth(whole(data)).values()].map(({ summary }) => summary));
  expect(titles.toSorted()).toEqual(['Journée', 'Point, public; < & >']);
  for (const { url, etag, data } of objects) {
    const path = new URL(url).pathname;
    expect(await ask(path)).toMatchObject({ status: 200, text: whole(data), headers: { etag } });
    expect((await ask(path, { headers: { 'if-none-match': String(etag) } })).status).toBe(304);
  }
});

test('a time leaves what has a moment in common with it', async () => {
  const client = await visitor();
  const calendar = await calendarOf(client, 'DALC & <amis>');
  const count = async (start: string, end: string) => (await client.fetchCalendarObjects({ calendar, timeRange: { start, end } })).length;
  expect(await count('2022-06-20T15:00:00Z', '2022-06-20T15:10:00Z')).toBe(1);
  expect(await count('2022-06-21T12:00:00Z', '2022-06-21T13:00:00Z')).toBe(1);
  expect(await count('2022-06-01T00:00:00Z', '2022-07-01T00:00:00Z')).toBe(2);
  expect(await count('2022-07-01T00:00:00Z', '2022-08-01T00:00:00Z')).toBe(0);
});

test('a client that comes back learns only what is new, what changed and what is gone', async () => {
  const client = await visitor();
  const calendar = await calendarOf(client, 'Toutes les réunions');
  const objects = await client.fetchCalendarObjects({ calendar });
  const extra = await makeMeeting(database.db, { groupId: ids.group, title: 'De plus' });
  const follow = async (syncToken: string) => {
    const answers = await client.syncCollection({ url: calendar.url, props: { 'd:getetag': {} }, syncLevel: 1, syncToken });
    const responses = answers.filter(({ href }) => href?.endsWith('.ics'));
    return {
      responses: responses.map(({ href, status }) => [href?.split('/').at(-1), status]),
      token: String(answers[0]?.raw.multistatus.syncToken),
    };
  };
  const first = await follow(String(calendar.syncToken));
  expect(first.responses).toEqual([[`meeting-${extra.id}.ics`, 207]]);
  expect((await follow(first.token)).responses).toEqual([]);
  await database.db
    .updateTable('meetings')
    .set({ title: 'De plus, changée', changedAt: '2022-06-01T09:00:00Z' })
    .where('id', '=', extra.id)
    .execute();
  const changed = await follow(first.token);
  expect(changed.responses).toEqual([[`meeting-${extra.id}.ics`, 207]]);
  await database.db.deleteFrom('meetings').where('id', '=', extra.id).execute();
  expect((await follow(changed.token)).responses).toEqual([[`meeting-${extra.id}.ics`, 404]]);
  const { updated, created, deleted } = await client.syncCalendars({ oldCalendars: [{ ...calendar, objects }], detailedResult: true });
  expect([updated, created.filter(({ displayName }) => displayName === 'Toutes les réunions'), deleted]).toEqual([[], [], []]);
});

test('the secret of a personal address is a password for what its owner may see, links included', async () => {
  const client = await owner();
  const calendar = await calendarOf(client, 'Mes réunions');
  const objects = await client.fetchCalendarObjects({ calendar });
  expect(objects).toHaveLength(1);
  expect(objects[0]?.data).toContain('CONFERENCE');
  expect([...readBoth(whole(objects[0]?.data)).keys()]).toEqual([`meeting-${ids.meeting}@tertulia.example`]);
  await database.db.deleteFrom('attendances').where('meetingId', '=', ids.meeting).execute();
  expect(await client.fetchCalendarObjects({ calendar })).toEqual([]);
});

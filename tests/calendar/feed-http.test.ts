import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMeeting } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { useFeedServer } from './feed-server.ts';
import { faultsOf } from './strict-lines.ts';

const database = useDatabase();
const services = useServices(database);
const ask = useFeedServer(() => services);
const FEED = '/feeds/groups/dalc.ics';
let groupId = '';

beforeAll(async () => {
  const { db } = database;
  ({ id: groupId } = await makeGroup(db, { slug: 'dalc' }));
  await makeMeeting(db, { groupId, slug: 'point', title: 'Point Amérique latine' });
  const { id: membersId } = await makeGroup(db, { slug: 'caches', visibility: 'members' });
  const { id: meetingId } = await makeMeeting(db, { groupId: membersId, visibility: 'members' });
  const theme = await db.insertInto('themes').values({ slug: 'secret', name: 'Secret' }).returning('id').executeTakeFirstOrThrow();
  await db.insertInto('meetingThemes').values({ meetingId, themeId: theme.id }).execute();
});

test('a feed is a calendar, the same bytes for everyone and every time', async () => {
  const first = await ask(FEED);
  expect(first.status).toBe(200);
  expect(faultsOf(first.text)).toEqual([]);
  expect(first.headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=300',
    'content-disposition': 'inline; filename="dalc.ics"',
    'access-control-allow-origin': '*',
    'content-length': String(first.body.length),
    vary: 'Accept-Encoding',
  });
  expect(first.headers['set-cookie']).toBeUndefined();
  const other = await ask(FEED, {
    headers: { accept: 'text/html', cookie: 'session=x', 'accept-language': 'en', 'user-agent': 'Outlook', range: 'bytes=0-9' },
  });
  services.clock.advance({ hours: 3 });
  const later = await ask(FEED);
  for (const answer of [other, later]) {
    expect(answer.body.equals(first.body)).toBe(true);
    expect(answer.headers).toMatchObject({ etag: first.headers.etag, 'last-modified': first.headers['last-modified'] });
  }
});

test('HEAD is GET without the body', async () => {
  const get = await ask(FEED);
  const head = await ask(FEED, { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(head.body).toHaveLength(0);
  const { date: _, connection: __, 'keep-alive': ___, ...same } = head.headers;
  expect(get.headers).toMatchObject(same);
});

test('whoever has these bytes gets 304 and no body', async () => {
  const { headers } = await ask(FEED);
  const etag = String(headers.etag);
  const date = String(headers['last-modified']);
  const old = 'Mon, 01 Jan 2001 00:00:00 GMT';
  const cases: [Record<string, string>, number][] = [
    [{ 'if-none-match': etag }, 304],
    [{ 'if-none-match': `W/${etag}` }, 304],
    [{ 'if-none-match': `"other", W/"another" , ${etag}` }, 304],
    [{ 'if-none-match': '*' }, 304],
    [{ 'if-none-match': '"other"' }, 200],
    [{ 'if-none-match': etag.slice(1, -1) }, 200],
    [{ 'if-modified-since': date }, 304],
    [{ 'if-modified-since': old }, 200],
    [{ 'if-modified-since': 'yesterday' }, 200],
    [{ 'if-none-match': '"other"', 'if-modified-since': date }, 200],
    [{ 'if-none-match': etag, 'if-modified-since': old }, 304],
  ];
  for (const [conditions, status] of cases) {
    for (const method of ['GET', 'HEAD']) {
      const answer = await ask(FEED, { method, headers: conditions });
      expect([conditions, answer.status]).toEqual([conditions, status]);
      if (status === 304) expect(answer.body).toHaveLength(0);
      expect(answer.headers).toMatchObject({ etag, 'last-modified': date, vary: 'Accept-Encoding' });
    }
  }
});

test('gzip comes only when asked for, as a representation of its own', async () => {
  const plain = await ask(FEED);
  const zipped = await ask(FEED, { headers: { 'accept-encoding': 'br, gzip;q=0.8' } });
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
  expect(zipped.headers.etag).not.toBe(plain.headers.etag);
  for (const accepted of ['gzip;q=0', 'identity', '*', 'br'])
    expect((await ask(FEED, { headers: { 'accept-encoding': accepted } })).headers['content-encoding']).toBeUndefined();
  const again = await ask(FEED, { headers: { 'accept-encoding': 'gzip', 'if-none-match': String(zipped.headers.etag) } });
  expect(again.status).toBe(304);
});

test('every change is another entity, a meeting that leaves the feed included', async () => {
  const before = await ask(FEED);
  services.clock.advance({ seconds: 0 });
  const extra = await makeMeeting(database.db, { groupId, title: 'Réunion de trop' });
  const added = await ask(FEED);
  await database.db.deleteFrom('meetings').where('id', '=', extra.id).execute();
  services.clock.advance({ seconds: 30 });
  const removed = await ask(FEED, { headers: { 'if-modified-since': String(before.headers['last-modified']) } });
  expect(added.text).toContain('Réunion de trop');
  expect(removed.status).toBe(200);
  expect(removed.headers.etag).toBe(before.headers.etag);
  expect(added.headers.etag).not.toBe(before.headers.etag);
});

test('a feed is read, never written, and no CalDAV: that is elsewhere', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'REPORT', 'PROPPATCH']) {
    const { status, headers } = await ask(FEED, { method });
    expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD, OPTIONS']);
  }
  const foreign = await ask(FEED, { method: 'POST', headers: { origin: 'https://other.example' } });
  expect(foreign.status).toBe(405);
  expect(await ask('/', { method: 'PROPFIND' })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  for (const method of ['PROPFIND', 'GET'])
    expect(await ask('/.well-known/caldav', { method })).toMatchObject({ status: 301, headers: { location: '/dav/' } });
});

test('scripts of other sites may ask with conditions', async () => {
  const { status, headers } = await ask(FEED, { method: 'OPTIONS', headers: { origin: 'https://other.example' } });
  expect(status).toBe(204);
  expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'access-control-allow-headers': 'If-None-Match, If-Modified-Since' });
});

test('what does not exist and what is not public are the same 404', async () => {
  const bodies = new Set<string>();
  const unknown = [
    'groups/none',
    'groups/caches',
    'themes/none',
    'themes/secret',
    'editions/none',
    'meetings/none',
    'kinds/none',
    'countries/france',
    'x',
    'groups/..',
  ];
  for (const path of unknown) {
    const answer = await ask(`/feeds/${path}.ics`);
    expect([path, answer.status]).toEqual([path, 404]);
    bodies.add(answer.text);
  }
  expect(bodies.size).toBe(1);
});

test('requests that arrive together wait for one writing', async () => {
  await makeMeeting(database.db, { groupId, title: 'Tous à la fois' });
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask(FEED)));
  expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1);
});

import { gunzipSync } from 'node:zlib';
import canonicalize from 'canonicalize';
import { parseDocument, parseFeed } from 'htmlparser2';
import { beforeAll, expect, test } from 'vitest';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import { useFeedServer } from '#tests/calendar/feed-server.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMeeting } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { composeBrainstorming } from './brainstorming.ts';

const database = useDatabase();
const services = useServices(database);
const ask = useFeedServer(() => services);
const sealed = { sha256: Buffer.alloc(32), publishedByName: 'Inès Robledo' };
let minutesId = '';

async function publish(groupId: string, slug: string, visibility: 'public' | 'members', change: Partial<MinutesContent> = {}) {
  const { db } = database;
  const meeting = await makeMeeting(db, { groupId, slug, visibility });
  const { id } = await db.insertInto('minutes').values({ meetingId: meeting.id }).returning('id').executeTakeFirstOrThrow();
  const { content } = composeBrainstorming({ slug, title: 'Échanges & <b>suites</b>\u0001' });
  const text = canonicalize({ ...content, ...change }) ?? '';
  await db
    .insertInto('minutesVersions')
    .values({ ...sealed, minutesId: id, number: 1, publishedAt: '2022-05-01T10:00:00Z', content: text })
    .execute();
  return { id, text };
}

beforeAll(async () => {
  const { db } = database;
  const { id: groupId } = await makeGroup(db, { slug: 'dalc' });
  minutesId = (await publish(groupId, 'point', 'public')).id;
  await publish(groupId, 'entre-nous', 'members');
  const hidden = await makeGroup(db, { slug: 'caches', visibility: 'members' });
  await publish(hidden.id, 'autre', 'members');
});

test('published minutes can be followed in a feed reader: title, link, what they say first', async () => {
  for (const path of ['/feeds/minutes.atom', '/feeds/groups/dalc.atom']) {
    const { status, headers, text } = await ask(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    // a cache in between asks again each time: redacted words go at once
    expect(headers['cache-control']).toBe('public, no-cache');
    const feed = parseFeed(text);
    expect(feed).toMatchObject({ type: 'atom', items: [{ id: `urn:uuid:${minutesId}` }] });
    const [entry] = feed?.items ?? [];
    expect(entry?.link).toBe('https://tertulia.example/minutes/point');
    // the title is HTML (RFC 4287, 3.1.1.2): its words are escaped, not its readers' markup
    expect(parseDocument(entry?.title ?? '').children.map((node) => 'data' in node && node.data)).toEqual(['Échanges & <b>suites</b>']);
    expect(text).not.toMatch(/entre-nous|\/autre|Inès/);
  }
});

test('a new version moves the entry up and says so; the same feed else keeps its bytes, and whoever has them gets 304', async () => {
  const first = await ask('/feeds/groups/dalc.atom');
  services.clock.advance({ hours: 3 });
  const again = await ask('/feeds/groups/dalc.atom');
  expect(again.body.equals(first.body)).toBe(true);
  const etag = String(first.headers.etag);
  expect((await ask('/feeds/groups/dalc.atom', { headers: { 'if-none-match': etag } })).status).toBe(304);
  const { content } = composeBrainstorming({ slug: 'point' });
  const version = { number: 2, publishedAt: '2022-05-20T10:00:00Z', reason: 'erratum' as const, note: 'Le nom de Morón était mal écrit.' };
  await database.db
    .insertInto('minutesVersions')
    .values({ ...sealed, ...version, minutesId, content: canonicalize(content) ?? '' })
    .execute();
  const second = await ask('/feeds/groups/dalc.atom', { headers: { 'if-none-match': etag, 'accept-encoding': 'gzip' } });
  expect(second.status).toBe(200);
  const text = gunzipSync(second.body).toString('utf8');
  expect(parseFeed(text)?.updated?.toISOString()).toBe('2022-05-20T10:00:00.000Z');
  expect(text).toContain('Version 2. Le nom de Morón était mal écrit.');
});

test('there is no feed of a group that is not for everyone to see, nor at another address', async () => {
  for (const path of ['/feeds/groups/caches.atom', '/feeds/groups/nowhere.atom', '/feeds/themes/eau.atom', '/feeds/groups/../dalc.atom'])
    expect((await ask(path)).status).toBe(404);
  expect((await ask('/feeds/minutes.atom', { method: 'POST' })).status).toBe(405);
});

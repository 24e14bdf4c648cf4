import { beforeAll, expect, test } from 'vitest';
import * as embed from '#app/calendar/embed.route.tsx';
import * as fragment from '#app/calendar/fragment.route.tsx';
import type { Viewer } from '#app/model/viewer.ts';
import { contextOf } from '#tests/support/context.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { decemberOf } from './december.ts';

const database = useDatabase();
const services = useServices(database);
let organiser: Viewer;
beforeAll(async () => {
  ({ organiser } = await decemberOf(services));
});

const get = (route: typeof embed | typeof fragment, path: string, headers: Record<string, string> = {}, viewer: Viewer | null = null) =>
  route.loader({
    request: new Request(`https://tertulia.example${path}`, { headers }),
    context: contextOf(services, viewer),
    params: {},
  } as never);

test.each([
  ['/embed/calendar?view=week', embed],
  ['/embed/calendar?date=2026-12', embed],
  ['/embed/calendar?view=list', embed],
  ['/embed/calendar.html?limit=50', fragment],
] as const)('%s is the same for everyone, and holds what is public only', async (path, route) => {
  const forOrganiser = await (await get(route, path, { cookie: 'session=x; zone=America/Bogota; theme=dark' }, organiser)).text();
  const html = await (await get(route, path)).text();
  expect(forOrganiser).toBe(html);
  expect(html).toContain('Point énergie');
  expect(html).not.toContain('Entre nous');
  expect(html).not.toContain('<script');
});

test('a frame lets its links out, but for those that turn its own pages', async () => {
  const html = await (await get(embed, '/embed/calendar?view=week')).text();
  const links = [...html.matchAll(/<a [^>]*>/g)].map(([link]) => link);
  const turning = links.filter((link) => link.includes('href="/embed/calendar'));
  expect(turning.length).toBeGreaterThan(5);
  for (const link of links) {
    expect(link).toContain(turning.includes(link) ? 'target="_self"' : 'target="_top"');
    if (link.includes('https://')) expect(link).toContain('noopener');
  }
});

test('a frame says who may show it; nobody else’s page may be shown at all', async () => {
  const answer = await get(embed, '/embed/calendar');
  expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'self' \*$/);
  expect(answer.headers.get('set-cookie')).toBeNull();
});

test('both may be kept, and asked for again at no cost', async () => {
  for (const [route, path] of [
    [embed, '/embed/calendar'],
    [fragment, '/embed/calendar.html'],
  ] as const) {
    const first = await get(route, path);
    expect(first.headers.get('cache-control')).toBe('public, max-age=300');
    const etag = first.headers.get('etag') ?? '';
    expect((await get(route, path, { 'If-None-Match': etag })).status).toBe(304);
    expect((await get(route, path, { 'If-None-Match': '"other"' })).status).toBe(200);
    const zipped = await get(route, path, { 'Accept-Encoding': 'gzip' });
    expect([zipped.headers.get('content-encoding'), zipped.headers.get('etag')]).toEqual(['gzip', `${etag.slice(0, -1)}-gzip"`]);
  }
});

test('a fragment is a list with whole addresses, that any site may ask for', async () => {
  const answer = await get(fragment, '/embed/calendar.html?limit=3');
  const html = await answer.text();
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(html.match(/<li/g)?.length).toBe(3);
  for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^https:\/\//);
  expect(html).not.toMatch(/style=|class="(?!tertulia-)/);
});

test('a filter that names nothing is no calendar to show', async () => {
  expect((await get(fragment, '/embed/calendar.html?group=nulle-part')).status).toBe(404);
  expect((await get(embed, '/embed/calendar?group=nulle-part')).headers.get('cache-control')).toBe('no-store');
});

import { request } from 'node:http';
import { expect, test } from 'vitest';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct();

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(product.url + path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(body),
    headers: { origin: product.url, ...headers },
  });

async function cookieOf(role: string): Promise<string> {
  const response = await post('/sign-in', `intent=demo&role=${role}`);
  expect(response.status).toBe(302);
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

test('health and readiness answer', async () => {
  expect(await (await fetch(`${product.url}/healthz`)).text()).toBe('ok');
  expect(await (await fetch(`${product.url}/readyz`)).text()).toBe('ready');
});

test('every page refuses foreign scripts, frames and guesses about its type', async () => {
  const { headers } = await fetch(`${product.url}/sign-in`);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy.match(/script-src ([^;]*)/)?.[1]).toMatch(/^'self' 'nonce-[^']+'$/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('x-powered-by')).toBeNull();
});

test.each(['https://evil.example', 'null', '[', 'http://', 'javascript:1', 'http://localhost.evil.example'])(
  'a form sent from %s changes nothing, signed in or not',
  async (origin) => {
    const cookie = await cookieOf('member');
    expect((await post('/sign-out', '', { origin, cookie })).status).toBe(403);
    expect((await post('/sign-in', 'intent=demo&role=member', { origin })).status).toBe(403);
    expect((await fetch(`${product.url}/account`, { headers: { cookie }, redirect: 'manual' })).status).toBe(200);
  },
);

test('without an Origin a session is not enough to change anything', async () => {
  const cookie = await cookieOf('member');
  const response = await rawPost('/sign-out', { cookie, 'content-length': '0' });
  expect(response.status).toBe(403);
});

test('a body of three megabytes is refused before it is read, and so is one of untold length', async () => {
  expect((await rawPost('/sign-in', { origin: product.url, 'content-length': '3000000' })).status).toBe(413);
  expect((await rawPost('/sign-in', { origin: product.url, 'transfer-encoding': 'chunked' })).status).toBe(411);
});

test('opening the address of sign-out signs nobody out', async () => {
  const cookie = await cookieOf('member');
  await fetch(`${product.url}/sign-out`, { headers: { cookie }, redirect: 'manual' });
  expect((await fetch(`${product.url}/account`, { headers: { cookie }, redirect: 'manual' })).status).toBe(200);
});

test('signing out ends the session itself, not only the cookie', async () => {
  const cookie = await cookieOf('participant');
  expect((await post('/sign-out', '', { cookie })).headers.get('set-cookie')).toContain('Max-Age=0');
  const response = await fetch(`${product.url}/account`, { headers: { cookie }, redirect: 'manual' });
  expect(response.headers.get('location')).toBe('/sign-in?to=%2Faccount');
});

test('signing in never keeps the session that the browser came with', async () => {
  const planted = await cookieOf('member');
  const response = await post('/sign-in', 'intent=demo&role=organiser', { cookie: planted });
  const fresh = response.headers.get('set-cookie')?.split(';')[0];
  expect(fresh).not.toBe(planted);
  expect((await fetch(`${product.url}/account`, { headers: { cookie: planted }, redirect: 'manual' })).status).toBe(302);
});

test('after signing in one lands on a page of this site only', async () => {
  for (const [to, lands] of [
    ['/groups/dalc', '/groups/dalc'],
    ['//evil.example', '/'],
    ['https://evil.example/', '/'],
    ['/\\evil.example', '/'],
  ] as const) {
    const response = await post(`/sign-in?to=${encodeURIComponent(to)}`, 'intent=demo&role=member');
    expect(response.headers.get('location')).toBe(lands);
  }
});

test('an unknown and a known address get the same page', async () => {
  const [known, unknown] = await Promise.all(
    ['paula.quintero@example.org', 'nobody@nowhere.example'].map(async (email) => {
      const response = await post('/sign-in', `intent=link&email=${email}`);
      const text = (await response.text()).replaceAll(email, '…').replace(/nonce="[^"]+"/g, '');
      return { status: response.status, text };
    }),
  );
  expect(known).toEqual(unknown);
});

test('a link that nobody made says so kindly, as a page that no search engine keeps', async () => {
  const response = await fetch(`${product.url}/sign-in/${'A'.repeat(43)}`);
  expect(response.status).toBe(410);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.text()).toContain('Ce lien est incomplet');
});

test('what is shown to one reader is kept by nobody in between, as a page or as its data', async () => {
  const cookie = await cookieOf('organiser');
  for (const path of ['/account', '/account.data', '/groups/dalc/members', '/groups/dalc/members.data']) {
    const { status, headers } = await fetch(product.url + path, { headers: { cookie } });
    expect([path, status, headers.get('cache-control')]).toEqual([path, 200, 'private, no-cache']);
  }
});

test('a cookie of rubbish is a visitor’s', async () => {
  for (const value of ['', 'x', '%00', 'A'.repeat(4000)])
    expect((await fetch(`${product.url}/account`, { headers: { cookie: `session=${value}` }, redirect: 'manual' })).status).toBe(302);
});

/** As no browser would send it. */
function rawPost(path: string, headers: Record<string, string>): Promise<{ status: number }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number }>();
  const sent = request(product.url + path, { method: 'POST', headers }, (response) => {
    response.resume();
    resolve({ status: response.statusCode ?? 0 });
    sent.destroy();
  });
  // the body is never sent: the answer comes before it
  sent.on('error', reject);
  sent.flushHeaders();
  if (headers['content-length'] === '0') sent.end();
  return promise;
}

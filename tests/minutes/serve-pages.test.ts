import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct();
const PATH = '/minutes/2020-11-30-brainstorming-amerique-latine';

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(product.url + path, { method, redirect: 'manual', headers: { 'accept-encoding': 'identity', ...headers } });

async function signIn(role: string): Promise<string> {
  const response = await fetch(`${product.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ intent: 'demo', role }),
    headers: { origin: product.url },
  });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

test('a visitor who has the page of published minutes is told that it still holds, without a byte of it', async () => {
  const first = await ask(PATH);
  expect(first.status).toBe(200);
  const etag = first.headers.get('etag') ?? '';
  const body = await first.text();
  expect(body).toContain('</html>');
  expect(etag).toContain(createHash('sha256').update(body).digest('base64url').slice(0, 27));
  const again = await ask(PATH, { 'if-none-match': etag });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const zipped = await ask(PATH, { 'accept-encoding': 'gzip' });
  expect(zipped.headers.get('content-encoding')).toBe('gzip');
  expect(await zipped.text()).toBe(body);
  expect(zipped.headers.get('etag')).not.toBe(etag);
  const head = await ask(PATH, {}, 'HEAD');
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
});

test('it runs no script, and allows none', async () => {
  const page = await ask(PATH);
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
  expect(page.headers.get('cache-control')).toBe('private, no-cache');
  expect(await page.text()).not.toMatch(/<script|nonce=/);
});

test('each language and theme has its own, and whoever is signed in their own page', async () => {
  const [french, english, dark] = [await ask(PATH), await ask(`/en${PATH}`), await ask(PATH, { cookie: 'theme=dark' })];
  expect(new Set([french, english, dark].map(({ headers }) => headers.get('etag'))).size).toBe(3);
  expect(await english.text()).toContain('<html lang="en"');
  expect(await dark.text()).toContain('data-theme="dark"');
  const cookie = await signIn('organiser');
  const own = await ask(PATH, { cookie });
  expect(own.headers.get('etag')).toBeNull();
  expect(await own.text()).toContain('Inès Robledo</span>');
  expect(await (await ask(PATH)).text()).not.toContain('Inès Robledo</span>');
});

test('minutes that do not exist, or are not for everyone, are not found there either', async () => {
  for (const path of ['/minutes/nowhere', `${PATH}/v/99`, '/minutes/..%2f']) expect((await ask(path)).status).toBeGreaterThanOrEqual(300);
});

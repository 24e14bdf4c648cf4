import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { useDatabase } from '#tests/support/database.ts';
import { type Product, startProduct } from '#tests/support/product.ts';
import { useServices } from '#tests/support/services.ts';

// The product on a database and a mail server that it was given, as an operator runs it.
const database = useDatabase();
const fixed = useServices(database);
let product: Product;

beforeAll(async () => {
  const address = `postgres://postgres@localhost/${database.address.database}?host=${encodeURIComponent(inject('postgresHost'))}`;
  const env = { DATABASE_URL: address, SMTP_URL: fixed.mailbox.url, SESSION_SECRET: 'x'.repeat(40), APP_URL: 'https://tertulia.example' };
  product = await startProduct({ env });
}, 120_000);
afterAll(() => product.stop());

const setupPath = () => product.output().match(/https:\/\/tertulia\.example(\/setup\/\S+)/)?.[1] ?? '';
const local = (path: string, init: RequestInit = {}) => fetch(product.local + path, { redirect: 'manual', ...init });
const post = (path: string, body: Record<string, string>) =>
  local(path, { method: 'POST', body: new URLSearchParams(body), headers: { origin: 'https://tertulia.example' } });

test('it has no mailbox, no one-click sign-in and no invented people', async () => {
  expect((await local('/mailbox')).status).toBe(404);
  expect((await local('/mailbox/0192f0c1-0000-7000-8000-000000000000')).status).toBe(404);
  expect(await (await local('/sign-in')).text()).not.toContain('Démonstration');
  expect((await post('/sign-in', { intent: 'demo', role: 'organiser' })).status).toBe(404);
});

test('under https browsers are told to stay there', async () => {
  expect((await local('/sign-in')).headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
});

test('the first organiser opens the network with the link on the console: once, with a name and an address', async () => {
  expect((await local(setupPath())).status).toBe(200);
  expect((await post(setupPath(), { givenName: ' ', familyName: 'Robledo', email: 'ines' })).status).toBe(400);
  const opened = await post(setupPath(), { givenName: 'Inès', familyName: 'Robledo', email: 'Ines@Reseau.example' });
  expect(opened.status).toBe(302);
  const cookie = opened.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^__Host-session=[\w-]{43}; .*Secure$/);
  expect(await (await local('/account', { headers: { cookie } })).text()).toContain('ines@reseau.example');
  expect((await post(setupPath(), { givenName: 'Eve', familyName: 'Autre', email: 'eve@evil.example' })).status).toBe(410);
  const organisers = await database.db.selectFrom('people').select('email').where('networkOrganiser', '=', true).execute();
  expect(organisers).toEqual([{ email: 'ines@reseau.example' }]);
});

test('a setup link made up by somebody opens nothing', async () => {
  expect((await post(`/setup/${'A'.repeat(43)}`, { givenName: 'Eve', familyName: 'Autre', email: 'eve@evil.example' })).status).toBe(410);
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { shortCodeInWords } from '#app/model/badge-code.ts';
import { overflow, violations } from '#tests/journeys/violations.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { useDatabase } from '#tests/support/database.ts';
import { type Product, startProduct } from '#tests/support/product.ts';
import { useServices } from '#tests/support/services.ts';
import { makeDoor, makeEdition, makeRegistration } from './made.ts';

const database = useDatabase();
const services = useServices(database);
const browser = useBrowser();
let product: Product;

beforeAll(async () => {
  const address = `postgres://postgres@localhost/${database.address.database}?host=${encodeURIComponent(inject('postgresHost'))}`;
  const { sessionSecret } = services.env;
  product = await startProduct({
    env: { DATABASE_URL: address, SMTP_URL: services.mailbox.url, SESSION_SECRET: sessionSecret, APP_URL: 'http://localhost' },
  });
}, 120_000);
afterAll(() => product.stop());

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const picture = (page: Page, name: string) =>
  process.env.PICTURES ? page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true }) : undefined;

async function check(page: Page, text: string) {
  await page.getByLabel('Code du badge ou nom').fill(text);
  await page.getByRole('button', { name: 'Vérifier' }).click();
}
const says = (page: Page, words: string) => page.locator('.dr-say__in').getByText(words).waitFor();

test('a phone without a network lets people in, keeps what it noted when its page is opened anew, and agrees with the other door when the network is back', async () => {
  const today = Temporal.Now.plainDateISO('Europe/Paris').toString();
  const { edition, viewer } = await makeEdition(database.db, { startsOn: today, endsOn: today });
  services.clock.set(Temporal.Now.instant().toString());
  const doors = [
    await makeDoor(services, viewer, edition.slug, { name: 'Porte A' }),
    await makeDoor(services, viewer, edition.slug, { name: 'Porte B' }),
  ] as const;
  const [lucia, karim] = [
    await makeRegistration(database.db, { editionId: edition.id, givenName: 'Lúcia', familyName: 'Fernández' }),
    await makeRegistration(database.db, { editionId: edition.id, givenName: 'Karim', familyName: 'Belhadj' }),
  ];
  await makeRegistration(database.db, { editionId: edition.id, givenName: 'Noé', familyName: 'Étienne', state: 'waiting' });
  const a = await browser.newVisitor(PHONE);
  const b = await browser.newVisitor(PHONE);
  await a.page.goto(`${product.local}/check-in/${doors[0].token}`);
  await b.page.goto(`${product.local}/check-in/${doors[1].token}`);
  for (const { page } of [a, b]) await page.getByText('Prête sans réseau').waitFor();
  await picture(a.page, 'door-idle');
  expect(await violations(a.page)).toEqual([]);

  await a.context.setOffline(true);
  await check(a.page, shortCodeInWords(lucia.badgeCode).toLowerCase());
  await says(a.page, 'Bienvenue');
  await a.page.getByText('Hors ligne').waitFor();
  await a.page.reload();
  await a.page.getByText('1 en attente').waitFor();
  await check(a.page, 'fernan');
  await says(a.page, 'Lúcia Fernández');
  await picture(a.page, 'door-offline');
  await check(a.page, 'noé');
  await says(a.page, 'Liste d’attente');
  await picture(a.page, 'door-waiting');
  expect(await violations(a.page)).toEqual([]);
  expect(await overflow(a.page)).toBeLessThanOrEqual(0);
  await check(a.page, `TERTULIA/RAICT-1999/${karim.badgeCode}`);
  await says(a.page, 'Badge d’une autre édition');
  await check(a.page, '0'.repeat(26));
  await says(a.page, 'Badge inconnu');
  await picture(a.page, 'door-unknown');
  await a.page.getByText('Personne non inscrite').click();
  await a.page.getByLabel('Nom', { exact: true }).fill('Okoro');
  await picture(a.page, 'door-walk-in');
  await a.page.getByRole('button', { name: 'Inscrire et faire entrer' }).click();
  await says(a.page, 'Okoro');

  // meanwhile the same badge, or a copy of it, at the other door
  await check(b.page, lucia.badgeCode);
  await says(b.page, 'Bienvenue');
  await b.page.locator('.dr-counts b', { hasText: '1' }).waitFor();

  await a.context.setOffline(false);
  await a.page.getByText('En ligne').waitFor();
  await expect.poll(() => a.page.getByText('en attente').count()).toBe(0);
  const ofLucia = () =>
    database.db
      .selectFrom('checkInEvents')
      .select(['outcome', 'doorId'])
      .where('editionId', '=', edition.id)
      .where('registrationId', '=', lucia.id)
      .orderBy('at')
      .execute();
  await expect.poll(ofLucia).toEqual([
    { outcome: 'counted', doorId: doors[0].id },
    { outcome: 'doubtful', doorId: doors[1].id },
  ]);
  await check(a.page, 'karim');
  await says(a.page, 'Bienvenue');
  await a.page.getByRole('button', { name: /Annuler le dernier/ }).click();
  await says(a.page, 'Annulé');
  await expect.poll(() => a.page.getByText('en attente').count()).toBe(0);
  await b.page.reload();
  await b.page.locator('.dr-counts b', { hasText: '2' }).waitFor();
  await check(b.page, 'okoro');
  await says(b.page, 'Déjà entré·e');
  await picture(b.page, 'door-again');
  expect(await violations(b.page)).toEqual([]);
});

test('the page of a door alone may use the camera and run WebAssembly, and its worker has its own folder only', async () => {
  const { edition, viewer } = await makeEdition(database.db);
  const door = await makeDoor(services, viewer, edition.slug);
  const headersOf = async (path: string) => (await fetch(product.local + path)).headers;
  const [own, other] = [await headersOf(`/check-in/${door.token}`), await headersOf('/')];
  expect(own.get('permissions-policy')).toContain('camera=(self)');
  expect(own.get('content-security-policy')).toContain("'wasm-unsafe-eval'");
  expect(other.get('permissions-policy')).toContain('camera=()');
  expect(other.get('content-security-policy')).not.toContain('wasm');
  const worker = await headersOf('/check-in/worker.js');
  expect(worker.get('content-type')).toContain('text/javascript');
  expect(worker.get('cache-control')).toBe('no-cache');
  expect(worker.get('service-worker-allowed')).toBeNull();
});

test('a message from another site, of ten thousand checks, for no door, or that is none, gets a clear refusal', async () => {
  const { edition, viewer } = await makeEdition(database.db);
  const door = await makeDoor(services, viewer, edition.slug);
  const post = async (token: string, body: unknown, origin = product.local) => {
    const answer = await fetch(`${product.local}/check-in/${token}/sync`, {
      method: 'POST',
      headers: { origin },
      body: JSON.stringify(body),
    });
    return { status: answer.status, text: await answer.text() };
  };
  expect((await post(door.token, {}, 'https://elsewhere.example')).status).toBe(403);
  expect(await post(door.token, { events: Array.from({ length: 10_000 }, () => 0) })).toMatchObject({
    status: 413,
    text: expect.stringContaining('too-many'),
  });
  expect(await post('x'.repeat(43), {})).toMatchObject({ status: 404, text: expect.stringContaining('unknown-door') });
  expect(await post(door.token, 'scan')).toMatchObject({ status: 400, text: expect.stringContaining('unreadable') });
  expect((await fetch(`${product.local}/check-in/${door.token}/sync`)).status).toBe(404);
});

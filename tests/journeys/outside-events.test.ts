import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { overflow, violations } from './violations.ts';

const product = useProduct();
const browser = useBrowser();
let page: Page;
const LIST = '/groups/dalc/outside-events';

beforeAll(async () => {
  page = (await browser.newVisitor({ viewport: { width: 390, height: 844 }, locale: 'fr-FR' })).page;
  await signInAs(page, product.url, 'organiser');
});

const isFine = async () => {
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
};

test('an organiser enters an event of others, is told of one that is there already, and everybody sees it apart from the meetings', async () => {
  const fill = async (title: string) => {
    await page.goto(`${product.url}${LIST}/new`);
    await page.getByLabel('Nom de l’évènement').fill(title);
    await page.getByLabel('Du', { exact: true }).fill('2031-11-10');
    await page.getByLabel('Au', { exact: true }).fill('2031-11-21');
    await page.getByLabel('Lieu').fill('Quito');
    await page.getByRole('button', { name: 'Ajouter un évènement' }).click();
  };
  await fill('Sommet des villes');
  await page.waitForURL(`${product.url}${LIST}`);
  await page.getByRole('link', { name: 'Sommet des villes' }).waitFor();
  await fill('SOMMET DES VILLES');
  await page.getByText('semble déjà au calendrier').waitFor();
  await isFine();

  const visitor = (await browser.newVisitor({ locale: 'fr-FR' })).page;
  await visitor.goto(`${product.url}/groups/dalc`);
  const panel = visitor.getByRole('region', { name: 'À l’extérieur' });
  await panel.getByText('Du 10 au 21 novembre 2031 · Quito').waitFor();
  expect(await panel.getByRole('link', { name: 'Gérer' }).count()).toBe(0);
});

test('an address of this machine is never followed; one that does not answer says so, and its secret stays with the organisers', async () => {
  await page.goto(`${product.url}${LIST}`);
  const follow = page.getByRole('form', { name: 'Suivre un calendrier' });
  const send = async (address: string) => {
    await follow.getByLabel('Adresse du calendrier').fill(address);
    await follow.getByLabel('Nom du calendrier').fill('Agenda voisin');
    await follow.getByRole('button', { name: 'Suivre ce calendrier' }).click();
  };
  await send(product.url);
  await follow.getByRole('alert').getByText('ne peut pas être suivie').waitFor();
  await isFine();
  await send('webcal://agenda.localhost/agenda.ics?key=tres-secret');
  await page.waitForURL('**/outside-calendars/*');
  await page.getByText('En difficulté').waitFor();
  await page.getByText('https://agenda.localhost/agenda.ics?key=tres-secret').waitFor();
  await isFine();

  const visitor = (await browser.newVisitor({ locale: 'fr-FR' })).page;
  await visitor.goto(page.url());
  await expect.poll(() => visitor.url()).toContain('/sign-in');
  expect(product.output()).not.toContain('tres-secret');
});

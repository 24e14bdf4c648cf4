import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { violations } from './violations.ts';

const product = useProduct();
const browser = useBrowser();

const SLUG = '2020-11-30-brainstorming-amerique-latine';
const SECRET = 'Intérêt à conserver le GP Argentine';

describe('an organiser prepares the minutes on a computer without scripts', () => {
  let page: Page;
  const prepare = () => page.goto(`${product.url}/meetings/${SLUG}/minutes`);
  const attributionOf = (name: string) => page.getByRole('combobox', { name: `Attribution de ${name}` });
  beforeAll(async () => {
    ({ page } = await browser.newVisitor({ javaScriptEnabled: false }));
    await signInAs(page, product.url, 'organiser');
  });

  test('keeps a passage to those concerned, and one speaker behind their organisation', async () => {
    await prepare();
    await attributionOf(`« ${SECRET}. »`).selectOption('Interne');
    await attributionOf('l’intervention de Rosalie Agésilas').selectOption('Par organisme');
    await page.getByRole('button', { name: 'Enregistrer les choix' }).click();
    await page.getByRole('status').getByText('2 choix enregistrés').waitFor();
    await expect.poll(() => attributionOf(`« ${SECRET}. »`).inputValue()).toBe('internal');
  });

  test('sees what the public edition will say, and what the internal one will', async () => {
    await page.getByRole('link', { name: 'Édition publique' }).click();
    const main = page.locator('main');
    await expect.poll(() => main.innerText()).not.toContain(SECRET);
    const said = page.locator('.say', { hasText: 'CAP Nord Martinique s’est engagée' });
    await expect.poll(() => said.innerText()).not.toContain('Rosalie');
    await expect.poll(() => said.locator('.say__m').innerText()).toContain('CAP Nord Martinique');
    await page.getByRole('link', { name: 'Édition interne' }).click();
    await expect.poll(() => main.innerText()).toContain(SECRET);
    await expect.poll(() => page.locator('.mn-in').innerText()).toContain('Interne');
  });

  test('is told of a choice that another organiser made meanwhile, and loses none of their own', async () => {
    await prepare();
    const { page: other } = await browser.newVisitor({ javaScriptEnabled: false });
    await signInAs(other, product.url, 'organiser');
    await other.goto(`${product.url}/meetings/${SLUG}/minutes`);
    const turn = 'Attribution de l’intervention de Catherine Delorme';
    await other.getByRole('combobox', { name: turn }).selectOption('Sans attribution');
    await other.getByRole('button', { name: 'Enregistrer les choix' }).click();
    await other.getByRole('status').waitFor();
    await page.getByRole('combobox', { name: turn }).selectOption('Interne');
    await attributionOf('l’intervention de Maud Etcheverry').selectOption('Par organisme');
    await page.getByRole('button', { name: 'Enregistrer les choix' }).click();
    await page.getByRole('alert').getByText('rien n’a encore été enregistré').waitFor();
    await expect.poll(() => page.getByRole('combobox', { name: turn }).inputValue()).toBe('internal');
    await expect.poll(() => page.getByRole('combobox', { name: turn }).getAttribute('aria-describedby')).not.toBeNull();
    await expect.poll(() => attributionOf('l’intervention de Maud Etcheverry').inputValue()).toBe('organisation');
    await page.getByRole('button', { name: 'Enregistrer les choix' }).click();
    await page.getByRole('status').getByText('2 choix enregistrés').waitFor();
  });

  test('publishes: anybody reads the public edition, the people concerned both, nobody else the internal one', async () => {
    await page.getByRole('link', { name: 'Publier une nouvelle version' }).click();
    await page.locator('input[name="reason"][value="publication"]').check();
    await page.getByRole('button', { name: 'Publier la version 2' }).click();
    await page.waitForURL(`${product.url}/minutes/${SLUG}`);
    const { page: visitor } = await browser.newVisitor({ javaScriptEnabled: false });
    await visitor.goto(`${product.url}/minutes/${SLUG}`);
    expect(await visitor.content()).not.toContain(SECRET);
    await visitor.goto(`${product.url}/minutes/${SLUG}?edition=internal`);
    expect(visitor.url()).toContain('/sign-in');
    await page.getByRole('navigation', { name: 'Édition' }).getByRole('link', { name: 'Édition interne' }).click();
    await expect.poll(() => page.locator('main').innerText()).toContain(SECRET);
    await expect.poll(() => page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
  });
});

test.each(['', '?show=public', '?show=internal'])('the page of choices%s can be used by everyone', async (query) => {
  const { page } = await browser.newVisitor({ reducedMotion: 'reduce' });
  await signInAs(page, product.url, 'organiser');
  await page.goto(`${product.url}/meetings/${SLUG}/minutes${query}`);
  expect(await violations(page)).toEqual([]);
});

import type { Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { signInAs } from '#tests/journeys/demo-visitor.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { hydrated } from '#tests/support/hydrated.ts';
import { useProduct } from '#tests/support/product.ts';

// whole stories in real browsers, on machines that do other things too
vi.setConfig({ testTimeout: 60_000 });

const product = useProduct();
const browser = useBrowser();

/** A new meeting of 14 October 2027, 15:00 to 16:00, planned through the form; answers its path. */
async function plan(page: Page, title: string): Promise<string> {
  await page.goto(`${product.url}/meetings/new?group=dalc`);
  await page.getByLabel('Titre', { exact: true }).fill(title);
  await page.getByLabel('Date', { exact: true }).fill('2027-10-14');
  await page.getByLabel('De', { exact: true }).fill('15:00');
  await page.getByLabel('À', { exact: true }).fill('16:00');
  await page.getByRole('button', { name: 'Publier' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return new URL(page.url()).pathname;
}

async function openAgenda(page: Page, path: string, points: string[] = []): Promise<void> {
  await page.goto(`${product.url}${path}/agenda`);
  for (const [index, title] of points.entries()) {
    await page.getByLabel('Titre du point').fill(title);
    await page.getByLabel('Durée').fill('20');
    await page.getByRole('button', { name: 'Ajouter le point' }).click();
    await page.locator('.ab__n b').nth(index).waitFor();
  }
}

const order = (page: Page) => page.locator('.ab__n b').allTextContents();
const becomes = async (page: Page, expected: string) => {
  await page.waitForFunction(
    (wanted) => [...document.querySelectorAll('.ab__n b')].map((title) => title.textContent).join('') === wanted,
    expected,
  );
  // shown at once; read out once it is saved
  await page.getByRole('status').filter({ hasText: 'en position' }).waitFor({ state: 'attached' });
  await page.reload();
  expect((await order(page)).join('')).toBe(expected);
};

describe('planning a meeting and its agenda', () => {
  test('without any script: a date is wrong, then right; points are added, moved, edited, removed and put back', async () => {
    const { page } = await browser.newVisitor({ javaScriptEnabled: false });
    await signInAs(page, product.url, 'organiser');
    await page.goto(`${product.url}/meetings/new?group=dalc`);
    await page.getByLabel('Titre', { exact: true }).fill('Sans script');
    await page.getByLabel('Date', { exact: true }).fill('2027-03-28');
    await page.getByLabel('De', { exact: true }).fill('02:30');
    await page.getByLabel('À', { exact: true }).fill('04:00');
    await page.getByRole('button', { name: 'Publier' }).click();
    await page.locator('#f-start-error', { hasText: 'horloges avancent' }).waitFor();
    await expect.poll(() => page.getByLabel('Titre', { exact: true }).inputValue()).toBe('Sans script');
    await page.getByLabel('De', { exact: true }).fill('03:00');
    await page.getByRole('button', { name: 'Voir les heures ailleurs' }).click();
    await page.locator('.tz__r').nth(3).waitFor();
    await page.getByRole('button', { name: 'Publier' }).click();
    await page.waitForURL('**/meetings/2027-03-28-sans-script');

    await openAgenda(page, new URL(page.url()).pathname, ['A', 'B', 'C']);
    await page.getByRole('button', { name: /Descendre .*A/ }).click();
    await expect.poll(() => order(page)).toEqual(['B', 'A', 'C']);
    await page.getByRole('button', { name: /Supprimer .*A/ }).click();
    await expect.poll(() => order(page)).toEqual(['B', 'C']);
    await page.getByRole('button', { name: 'Le rétablir' }).click();
    await expect.poll(() => order(page)).toEqual(['B', 'A', 'C']);
    await page.getByRole('link', { name: /Modifier .*C/ }).click();
    await page.getByLabel('Durée').fill('1 h');
    await page.getByRole('button', { name: 'Enregistrer le point' }).click();
    await page.locator('.ag__sum', { hasText: /1.h.40 sur 60.min, soit 40.min de trop/ }).waitFor();
  });

  test('with the mouse, from the keyboard, and by the arrows, a point moves and its move is read out', async () => {
    const { page } = await browser.newVisitor({ viewport: { width: 1280, height: 1100 } });
    await signInAs(page, product.url, 'organiser');
    await openAgenda(page, await plan(page, 'Points qui bougent'), ['A', 'B', 'C']);

    await page.evaluate(() => scrollTo(0, 0));
    const last = page.locator('.ab__r').last();
    const [from, to] = [await last.boundingBox(), await page.locator('.ab__r').first().boundingBox()];
    if (!from || !to) throw new Error('The rows are not on the page.');
    await page.mouse.move(from.x + 20, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(to.x + 60, to.y + 30, { steps: 8 });
    await page.mouse.move(to.x + 60, to.y + 4, { steps: 4 });
    await page.mouse.up();
    await becomes(page, 'CAB');

    await (await hydrated(page.getByRole('button', { name: /Déplacer .*C/ }))).focus();
    await page.keyboard.press('Enter');
    await page.locator('[aria-live]', { hasText: 'Insérer' }).first().waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await becomes(page, 'ACB');

    await page.getByRole('button', { name: /Monter .*B/ }).click();
    await page.getByRole('status').filter({ hasText: 'en position 2 sur 3' }).waitFor({ state: 'attached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('Monter');
    await becomes(page, 'ABC');
  });

  test('what one organiser changes appears on the other’s page', async () => {
    const [one, other] = [await browser.newVisitor(), await browser.newVisitor()];
    for (const { page } of [one, other]) await signInAs(page, product.url, 'organiser');
    const path = await plan(one.page, 'À deux');
    await other.page.goto(`${product.url}${path}`);
    await other.page.waitForLoadState('networkidle');
    await openAgenda(one.page, path, ['Un point de plus']);
    await other.page.getByRole('heading', { level: 3, name: 'Un point de plus' }).waitFor();
  });

  test('two organisers edit the same meeting: the second chooses between both versions', async () => {
    const [one, other] = [await browser.newVisitor(), await browser.newVisitor()];
    for (const { page } of [one, other]) await signInAs(page, product.url, 'organiser');
    const path = await plan(one.page, 'Deux versions');
    for (const { page } of [one, other]) await page.goto(`${product.url}${path}/edit`);
    await one.page.getByLabel('Lieu', { exact: false }).first().fill('Hôtel de ville de Nanterre');
    await one.page.getByRole('button', { name: 'Enregistrer les changements' }).click();
    await one.page.waitForURL(`${product.url}${path}`);
    await other.page.getByLabel('Titre', { exact: true }).fill('Deux versions, revu');
    await other.page.getByRole('button', { name: 'Enregistrer les changements' }).click();
    const choices = other.page.getByRole('region', { name: 'Une autre personne a enregistré entre-temps' });
    await choices.waitFor();
    await expect.poll(() => choices.innerText()).toContain('Hôtel de ville de Nanterre');
    await expect.poll(() => other.page.getByLabel('Titre', { exact: true }).inputValue()).toBe('Deux versions, revu');
    await other.page.getByRole('button', { name: 'Enregistrer les changements' }).click();
    await other.page.getByRole('heading', { level: 1, name: 'Deux versions, revu' }).waitFor();
    await expect.poll(() => other.page.locator('.m-when').innerText()).toContain('Hôtel de ville de Nanterre');
  });
});

import type { Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { signInAs } from '#tests/journeys/demo-visitor.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { hydrated } from '#tests/support/hydrated.ts';
import { useProduct } from '#tests/support/product.ts';

// whole stories in real browsers, on machines that do other things too
vi.setConfig({ testTimeout: 90_000 });

const product = useProduct();
const browser = useBrowser();

/** A new edition of two hours and two rooms with two sessions, made through its forms; answers the path of its grid. */
async function prepare(page: Page, name: string): Promise<string> {
  await page.goto(`${product.url}/editions/new`);
  await page.getByLabel('Nom', { exact: true }).fill(name);
  await page.getByLabel('Premier jour').fill('2028-09-18');
  await page.getByRole('button', { name: 'Créer l’édition' }).click();
  await page.getByRole('heading', { level: 1, name: 'Horaires, salles et parcours' }).waitFor();
  const path = new URL(page.url()).pathname.replace('/frame', '');
  for (const [index, [from, to]] of [
    ['14:30', '16:00'],
    ['16:30', '18:00'],
  ].entries()) {
    const form = page.getByRole('form', { name: 'Ajouter un créneau' });
    await form.getByLabel('De').fill(from ?? '');
    await form.getByLabel('À', { exact: true }).fill(to ?? '');
    await form.getByRole('button').click();
    await page.locator('section[aria-labelledby="slots"] .pr-item').nth(index).waitFor();
  }
  for (const [index, room] of ['Auditorium', 'Salle B'].entries()) {
    const form = page.getByRole('form', { name: 'Ajouter une salle' });
    await form.getByLabel('Nom').fill(room);
    await form.getByRole('button').click();
    await page.locator('section[aria-labelledby="rooms"] .pr-item').nth(index).waitFor();
  }
  for (const title of ['Outre-mer', 'Afrique']) {
    await page.goto(`${product.url}${path}/sessions/new`);
    await page.getByLabel('Titre').fill(title);
    await page.getByRole('button', { name: 'Créer la session' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  }
  return path;
}

const cell = (page: Page, row: number, column: number) => page.locator('.pr-slot').nth(row).locator('.pr-cell').nth(column);

describe('the grid of a programme', () => {
  test('by mouse, from the keyboard and by its form without a script, a session takes its place, and clashes are said', async () => {
    const { page } = await browser.newVisitor({ viewport: { width: 1280, height: 1000 } });
    await signInAs(page, product.url, 'organiser');
    const path = await prepare(page, 'Grille 2028');
    await page.goto(`${product.url}${path}`);

    const handle = await hydrated(page.getByRole('button', { name: /Déplacer .*Outre-mer/ }));
    const [from, to] = [await handle.boundingBox(), await cell(page, 0, 0).boundingBox()];
    if (!from || !to) throw new Error('The grid is not on the page.');
    // not from its middle: a press of a screen reader comes there
    await page.mouse.move(from.x + 10, from.y + 12);
    await page.mouse.down();
    await page.mouse.move(from.x - 40, from.y + 40, { steps: 6 });
    await page.mouse.move(to.x + 40, to.y + 20, { steps: 10 });
    await page.locator('.pr-cell--over').waitFor();
    await page.mouse.up();
    await cell(page, 0, 0).getByText('Outre-mer').waitFor();
    await page.getByRole('status').filter({ hasText: 'Auditorium' }).waitFor({ state: 'attached' });

    await (await hydrated(page.getByRole('button', { name: /Déplacer .*Afrique/ }))).focus();
    await page.keyboard.press('Enter');
    const target = page.getByRole('button', { name: /Placer ici.*Auditorium.*14.h.30/ });
    await expect
      .poll(async () => {
        await page.keyboard.press('Tab');
        return target.evaluate((button) => button === document.activeElement);
      })
      .toBe(true);
    await cell(page, 0, 0).getByText('La salle est aussi prise').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('1 conflit dans le programme').waitFor();
    // the clash is shown before the server has answered; a reload now would give the move up
    await page.getByRole('status').filter({ hasText: 'Afrique' }).waitFor({ state: 'attached' });
    await page.reload();
    await expect.poll(() => cell(page, 0, 0).locator('.pr-ses').count()).toBe(2);

    const { page: phone } = await browser.newVisitor({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    await signInAs(phone, product.url, 'organiser');
    await phone.goto(`${product.url}${path}`);
    await phone.getByRole('link', { name: 'Afrique' }).click();
    await phone.getByLabel('Créneau').selectOption({ index: 2 });
    await phone.getByLabel('Salle').selectOption({ index: 2 });
    await phone.getByRole('button', { name: 'Placer' }).click();
    await phone.getByRole('status').filter({ hasText: 'Salle B' }).waitFor();
    await phone.goto(`${product.url}${path}/publish`);
    await phone.getByText('Afrique : nouvelle session, Salle B').waitFor();
    await phone.getByRole('button', { name: 'Publier le programme' }).click();
    await phone.getByText('Le programme est publié').waitFor();
  });
});

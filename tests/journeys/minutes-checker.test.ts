import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { overflow, violations } from './violations.ts';

const product = useProduct();
const browser = useBrowser();

const SLUG = '2020-11-30-brainstorming-amerique-latine';

describe('an organiser reads what the checker found, on a computer without scripts', () => {
  let page: Page;
  const panel = () => page.locator('#checker');
  beforeAll(async () => {
    ({ page } = await browser.newVisitor({ javaScriptEnabled: false }));
    await signInAs(page, product.url, 'organiser');
    await page.goto(`${product.url}/meetings/${SLUG}/minutes`);
  });

  test('the words are shown in their place, with a way to them', async () => {
    await panel().getByText('4 points à regarder').waitFor();
    await expect
      .poll(() => panel().locator('mark').allInnerTexts())
      .toEqual(['début janvier', 'd’ici été 2021', 'd’ici l’été 2021', '? ;']);
    const target = (await panel().getByRole('link', { name: 'Voir dans le compte-rendu' }).last().getAttribute('href')) ?? '';
    await expect.poll(() => page.locator(`[id="${target.slice(1)}"]`).innerText()).toContain('Amérique latine/andine');
  });

  test('one press corrects the notes', async () => {
    await panel().getByRole('button', { name: 'Corriger « ? ; » en « ? »' }).click();
    await panel().getByRole('status').getByText('C’est corrigé dans les notes.').waitFor();
    await expect.poll(() => panel().getByText('3 points à regarder').first().isVisible()).toBe(true);
    await expect.poll(() => page.locator('main').innerText()).not.toMatch(/andine\s\?\s;/);
  });

  test('one press sets a finding aside, and another brings all of them back', async () => {
    await panel().getByRole('button', { name: 'C’est bien ainsi : « début janvier »' }).click();
    await panel().getByRole('status').getByText('Écarté.').waitFor();
    await expect.poll(() => panel().locator('mark').allInnerTexts()).toEqual(['d’ici été 2021', 'd’ici l’été 2021']);
    await panel().getByRole('button', { name: 'Reprendre ce qui a été écarté' }).click();
    await panel().getByRole('status').getByText('de retour').waitFor();
    await expect.poll(() => panel().locator('mark').count()).toBe(3);
  });

  test('the buttons are for organisers alone', async () => {
    const { page: visitor } = await browser.newVisitor({ javaScriptEnabled: false });
    await signInAs(visitor, product.url, 'member');
    const answer = await visitor.request.post(`${product.url}/meetings/${SLUG}/minutes/findings`, {
      form: { intent: 'restore', page: 'prepare' },
      headers: { origin: product.url },
    });
    expect(answer.status()).toBe(404);
  });
});

test('the page with findings has no fault of accessibility, in either theme, and fits on a phone', async () => {
  const { page } = await browser.newVisitor();
  await signInAs(page, product.url, 'organiser');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${product.url}/meetings/${SLUG}/minutes`);
    expect(await violations(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await overflow(page)).toBe(0);
});

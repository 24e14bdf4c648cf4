import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { overflow, violations } from './violations.ts';

const product = useProduct();
const browser = useBrowser();

// « Every third Tuesday until July », without a script: the pages of a series ship none.
test('an organiser plans a series on a phone, leaves a date out, then moves those that follow to Thursdays', {
  timeout: 120_000,
}, async () => {
  const { page } = await browser.newVisitor({ viewport: { width: 390, height: 844 } });
  await signInAs(page, product.url, 'organiser');
  await page.goto(`${product.url}/groups/dalc`);
  await page.getByRole('link', { name: 'Préparer une série' }).click();
  await page.getByLabel('Titre', { exact: true }).fill('Atelier des chargés de mission');
  await page.getByLabel('À partir du').fill('2031-01-01');
  await page.getByLabel('Dernier jour possible').fill('2031-09-30');
  await page.getByRole('button', { name: 'Voir les dates' }).last().click();
  const dates = page.locator('.dates__i');
  await expect.poll(() => dates.count()).toBe(8);
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByRole('checkbox', { name: /18.février 2031/ }).uncheck();
  // the buttons stand under the dates and at the end of the form
  await page.getByRole('button', { name: 'Créer et annoncer' }).first().click();
  await page.getByText('7 réunions créées, sans invitation pour l’instant.').waitFor();
  const rows = page.locator('.ledger__row');
  await expect.poll(() => rows.count()).toBe(7);
  expect(await page.locator('.dates__rule').textContent()).toMatch(
    /^Le 3e mardi du mois, de 15\sh à 16\sh\s30, heure de Paris, .*sauf en août$/,
  );
  expect(await violations(page)).toEqual([]);

  await page.getByRole('link', { name: 'Changer ou prolonger les suivantes' }).click();
  await page.getByLabel('Jour', { exact: true }).first().selectOption({ label: 'jeudi' });
  await page.getByRole('button', { name: 'Voir ce qui changerait' }).click();
  await expect.poll(() => page.locator('.changes li').count()).toBe(7);
  expect(await page.locator('.changes').textContent()).toMatch(/Mardi 21\sjanvier, 15\sh –\s16\sh\s30 devient jeudi 16\sjanvier/);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Appliquer' }).first().click();
  await page.getByText('La série est à jour.').waitFor();
  expect(await page.locator('.ledger__row .meta').first().textContent()).toContain('Jeudi 16');
});

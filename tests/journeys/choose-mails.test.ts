import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { followMail } from './follow-mail.ts';
import { overflow, violations } from './violations.ts';

const product = useProduct();
const browser = useBrowser();
const ADDRESS = 'solange.ribeyre@example.org';
let page: Page;

/** Without scripts, as the pages promise; the address is that of a mail in the demo's mailbox. */
beforeAll(async () => {
  page = (await browser.newVisitor({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })).page;
});

async function usable(): Promise<void> {
  // axe is a script: the same page is looked at by a visitor who runs them
  const reader = (await browser.newVisitor({ viewport: { width: 390, height: 844 } })).page;
  await reader.goto(page.url());
  expect(await violations(reader)).toEqual([]);
  expect(await overflow(reader)).toBeLessThanOrEqual(0);
  await reader.context().close();
}

test('from a mail: stop such mails, take it back, choose all others, and back to the account without signing in', {
  timeout: 60_000,
}, async () => {
  await followMail(page, product.url, { to: ADDRESS, subject: /Compte-rendu à relire/, link: /ne plus recevoir/ });
  await page.getByText(`${ADDRESS} reçoit`).waitFor();
  await usable();

  await page.getByRole('button', { name: 'Ne plus les recevoir' }).click();
  const stopped = page.getByRole('status').filter({ hasText: 'ne reçoit plus' });
  await stopped.waitFor();
  await usable();
  await page.reload();
  await stopped.waitFor();

  await page.getByRole('button', { name: /Annuler/ }).click();
  await page.getByRole('button', { name: 'Ne plus les recevoir' }).waitFor();
  await page.getByRole('link', { name: 'Choisir tous mes courriels' }).click();

  const reviews = page.getByRole('group', { name: 'Relectures de compte-rendu' });
  await reviews.waitFor();
  expect(await reviews.getByRole('radio', { name: 'Tout de suite' }).isChecked()).toBe(true);
  await reviews.getByRole('radio', { name: /Une fois par jour/ }).check();
  await page.getByRole('checkbox', { name: 'Une heure avant' }).check();
  await page.getByLabel('Heure du résumé').selectOption('18');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('status').filter({ hasText: 'Vos choix sont enregistrés' }).waitFor();
  expect(await reviews.getByRole('radio', { name: /Une fois par jour/ }).isChecked()).toBe(true);
  expect(await page.getByRole('checkbox', { name: 'Une heure avant' }).isChecked()).toBe(true);
  expect(await page.getByLabel('Heure du résumé').inputValue()).toBe('18');
  await usable();
});

test('a mail program ends them by one POST, and opening a cut link says that there is nothing', async () => {
  await followMail(page, product.url, { to: ADDRESS, subject: /Compte-rendu à relire/, link: /ne plus recevoir/ });
  const link = page.url();
  const answer = await fetch(link, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
  expect(answer.status).toBe(200);
  await page.reload();
  await page.getByRole('status').filter({ hasText: 'ne reçoit plus' }).waitFor();
  expect((await page.goto(link.slice(0, -1)))?.status()).toBe(404);
  expect((await page.goto(`${link.slice(0, -1)}/preferences`))?.status()).toBe(404);
});

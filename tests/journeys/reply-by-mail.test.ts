import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';

const product = useProduct();
const browser = useBrowser();

test('an organiser invites, the calendar of the person answers by mail, and the list knows', async () => {
  const { page } = await browser.newVisitor();
  await signInAs(page, product.url, 'organiser');
  await page.goto(`${product.url}/groups/dalc`);
  const meeting = await page.locator('main a[href*="-reunion-mensuelle"]').first().getAttribute('href');
  const list = `${product.url}${meeting}/attendees`;
  await page.goto(list);
  const form = page.locator('form', { has: page.locator('input[name="givenName"]') });
  await form.locator('input[name="givenName"]').fill('Zoé');
  await form.locator('input[name="familyName"]').fill('Évora');
  await form.locator('input[name="email"]').fill('zoe.evora@quito.example');
  await form.locator('button[type="submit"]').click();
  await page.locator('tr', { hasText: 'Zoé Évora' }).waitFor();

  const invitation = page.locator('li', { hasText: 'zoe.evora@quito.example' }).getByRole('link', { name: /^Invitation/ });
  await expect
    .poll(
      async () => {
        await page.goto(`${product.url}/mailbox`);
        return invitation.count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await invitation.click();
  await page.getByRole('button', { name: 'Accepter dans l’agenda' }).click();
  await page.getByText('L’agenda a répondu, et la réponse est enregistrée.').waitFor();

  await page.goto(list);
  await page.locator('tr', { hasText: 'Zoé Évora' }).getByText('Sur place').waitFor();
  await page.goto(`${product.url}/mails/received`);
  const received = page.locator('li', { hasText: 'zoe.evora@quito.example' });
  await received.getByText('Réponse enregistrée').waitFor();
});

import { expect, test } from 'vitest';
import { signInAs } from '#tests/journeys/demo-visitor.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct();
const browser = useBrowser();

test('Paula opens a page that is hers, receives a link by mail, presses the button and is where she was going', async () => {
  const { page } = await browser.newVisitor({ javaScriptEnabled: false });
  await page.goto(`${product.url}/account`);
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.getByLabel('Adresse e-mail professionnelle').fill('paula.quintero@example.org');
  await page.getByRole('button', { name: 'Recevoir mon lien' }).click();
  await page.getByRole('heading', { name: 'Le lien est parti' }).waitFor();

  // the mail is on its way for a moment
  const subject = page.getByRole('link', { name: 'Votre lien de connexion' }).first();
  await expect
    .poll(
      async () => {
        await page.goto(`${product.url}/mailbox`);
        return subject.count();
      },
      { timeout: 15_000 },
    )
    .toBe(1);
  await subject.click();
  await page.frameLocator('iframe').getByRole('link', { name: 'Me connecter' }).click();
  await page.getByRole('heading', { name: 'Bonjour Paula' }).waitFor();
  const link = page.url();
  await page.locator('main').getByRole('button', { name: 'Me connecter' }).click();
  await page.getByRole('heading', { name: 'Mon compte' }).waitFor();

  await page.goto(link);
  await page.getByRole('heading', { name: 'Mon compte' }).waitFor();
  const stranger = await browser.newVisitor({ javaScriptEnabled: false });
  await stranger.page.goto(link);
  await stranger.page.getByRole('heading', { name: 'Ce lien a déjà servi' }).waitFor();
});

test('an address that cannot be one is said under the field, and stays there to be corrected', async () => {
  const { page } = await browser.newVisitor({ javaScriptEnabled: false });
  await page.goto(`${product.url}/sign-in`);
  const field = page.getByLabel('Adresse e-mail professionnelle');
  // what the browser lets pass and we do not
  await field.fill('paula@montevideo');
  await page.getByRole('button', { name: 'Recevoir mon lien' }).click();
  await expect.poll(() => field.inputValue()).toBe('paula@montevideo');
  await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
  await expect
    .poll(async () => page.locator(`#${await field.getAttribute('aria-describedby')}`).innerText())
    .toContain('adresse e-mail complète');
});

test('Karim changes his name and his clock, and signs out the browser that he left open elsewhere', async () => {
  const [here, elsewhere] = [
    await browser.newVisitor(),
    await browser.newVisitor({ userAgent: 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Firefox/140.0' }),
  ];
  await signInAs(elsewhere.page, product.url, 'participant');
  await signInAs(here.page, product.url, 'participant');
  const { page } = here;
  await page.goto(`${product.url}/account`);
  await page.getByLabel('Prénom').fill('  Karim\u202E  Amine ');
  await page.getByLabel('Fuseau horaire').selectOption('America/Cayenne');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('C’est enregistré.').waitFor();
  await expect.poll(() => page.getByLabel('Prénom').inputValue()).toBe('Karim Amine');
  await expect.poll(() => page.getByLabel('Fuseau horaire').inputValue()).toBe('America/Cayenne');

  await page.getByRole('button', { name: 'Déconnecter Firefox sur Windows' }).click();
  await page.getByText('L’appareil est déconnecté.').waitFor();
  await elsewhere.page.goto(`${product.url}/account`);
  expect(new URL(elsewhere.page.url()).pathname).toBe('/sign-in');
});

import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { overflow, violations } from './violations.ts';

const product = useProduct();
const browser = useBrowser();

test('a paper of the past becomes a meeting with its minutes', async () => {
  const { page } = await browser.newVisitor({ viewport: { width: 1440, height: 1000 } });
  await signInAs(page, product.url, 'organiser');
  await page.goto(`${product.url}/imports/new?group=dalc`);
  await page.setInputFiles('input[name="file"]', 'tests/minutes/papers/brainstorming.txt');
  await page.getByRole('button', { name: 'Lire le document' }).click();
  await page.getByRole('heading', { name: 'Le texte' }).waitFor();
  await expect.poll(() => page.locator('input[name="title"]').inputValue()).toBe('Réunion Brainstorming Amérique latine');
  await expect.poll(() => page.locator('.imp__person').count()).toBe(16); // and an empty one to add somebody
  expect(await violations(page)).toEqual([]);

  await page.locator('input[name="title"]').fill('Échanges de novembre 2020');
  await page.locator('.imp__row--text select').first().selectOption('decision');
  await page.getByRole('button', { name: 'Enregistrer pour plus tard' }).click();
  await page.getByText('Relecture enregistrée').waitFor();
  await expect.poll(() => page.locator('.imp__row--decision').count()).toBe(1);

  const review = page.url().split('?')[0] ?? '';
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await overflow(page)).toBe(0);
  await page.goto(`${product.url}/imports`);
  await page.getByRole('link', { name: 'Échanges de novembre 2020' }).click();
  expect(page.url()).toBe(review);

  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.getByRole('button', { name: 'Créer la réunion passée' }).click();
  await page.waitForURL(/\/meetings\/2020-11-30-echanges-de-novembre-2020\/minutes$/);
  await page.goto(review);
  await expect.poll(() => page.getByText('Ce document a été repris.').count()).toBe(1);
  expect(await violations(page)).toEqual([]);
});

test('a file that is no document is refused in words, and what was pasted stays', async () => {
  const { page } = await browser.newVisitor({ viewport: { width: 390, height: 800 } });
  await signInAs(page, product.url, 'organiser');
  await page.goto(`${product.url}/imports/new?group=dalc`);
  await page.setInputFiles('input[name="file"]', {
    name: 'cr.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('PK\u0003\u0004broken'),
  });
  await page.locator('textarea[name="text"]').fill('Un texte collé');
  await page.getByRole('button', { name: 'Lire le document' }).click();
  await page.getByText('Ce fichier est abîmé ou incomplet').waitFor();
  await expect.poll(() => page.locator('textarea[name="text"]').inputValue()).toBe('Un texte collé');
  expect(await violations(page)).toEqual([]);
});

test('forty megabytes are refused before they are read', async () => {
  const { page } = await browser.newVisitor({});
  await signInAs(page, product.url, 'organiser');
  const cookies = await page.context().cookies();
  const answer = await fetch(`${product.url}/imports/new?group=dalc`, {
    method: 'POST',
    headers: {
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      origin: product.url,
      'content-type': 'application/octet-stream',
    },
    body: new Uint8Array(40_000_000),
  }).catch((error: unknown) => error);
  // answered and cut off: whoever still sends sees either
  if (answer instanceof Response) expect(answer.status).toBe(413);
  else expect(answer).toBeInstanceOf(TypeError);
});

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { overflow, violations } from './violations.ts';

const product = useProduct();
const browser = useBrowser();

test('a visitor narrows the programme, chooses, is warned of what overlaps, and takes it along on paper and on disk', async () => {
  const { context, page } = await browser.newVisitor({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${product.url}/editions/raict-2023/programme`);
  const rooms = page.locator('.slots__rooms').first();
  expect(await rooms.innerText()).toMatch(/Salle 1\s+Salle 2\s+Salle 3\s+Salle 4/);

  await page.getByRole('link', { name: /^Afrique/ }).click();
  await page.getByRole('link', { name: 'Voir tout le programme' }).waitFor();
  expect(new URL(page.url()).search).toBe('?region=africa');
  await page.getByRole('button', { name: /^Choisir ?, Réunion régionale Afrique/ }).click();
  await page.getByRole('button', { name: /^Choisie ?, Réunion régionale Afrique/ }).waitFor();
  expect(new URL(page.url()).search).toBe('?region=africa');
  await page.getByRole('link', { name: 'Voir tout le programme' }).click();
  await page.getByRole('button', { name: /^Choisir ?, Réunion Outre-mer/ }).click();
  const mine = page.getByRole('complementary', { name: /Mon programme/ });
  await mine.getByText('En même temps que la précédente').waitFor();
  expect(await violations(page)).toEqual([]);

  // its own page, its address for calendars, told once
  await mine.getByRole('link', { name: 'Voir mon programme' }).click();
  await page.getByRole('button', { name: 'Créer mon adresse d’agenda' }).click();
  const address = await page.locator('#feed-address').inputValue();
  const feed = await page.request.get(address.replace(product.url, product.local));
  expect((await feed.text()).match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(await violations(page)).toEqual([]);

  // on paper: a sheet a day, of the size that was asked for
  for (const [paper, box] of [
    ['a4', /MediaBox \[0 0 841\.\d+ 59\d\.\d+\]/g],
    ['a3', /MediaBox \[0 0 119\d\.\d+ 84\d\.\d+\]/g],
  ] as const) {
    await page.goto(`${product.url}/editions/raict-2023/programme/print?paper=${paper}`);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(box)).toHaveLength(2);
  }

  // on disk: the file opens by itself
  const file = path.join(product.dataDir, 'programme.html');
  writeFileSync(file, await (await page.request.get(`${product.local}/editions/raict-2023/programme.html`)).body());
  const asked: string[] = [];
  const alone = await context.newPage();
  alone.on('request', (request) => asked.push(request.url()));
  await alone.goto(pathToFileURL(file).href);
  await alone.getByRole('link', { name: 'Réunion Outre-mer' }).click();
  expect(new URL(alone.url()).hash).toBe('#raict-2023-outre-mer');
  expect(asked).toHaveLength(1);
  expect(await alone.evaluate(() => getComputedStyle(document.body).maxWidth)).not.toBe('none');
  expect(await violations(alone)).toEqual([]);
});

test('on a phone it is a list by the hour, and the link of one’s own programme opens it on another', async () => {
  const { page } = await browser.newVisitor({ viewport: { width: 320, height: 700 }, javaScriptEnabled: false });
  await page.goto(`${product.url}/editions/raict-2023/programme`);
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: /^Choisir ?, Réunion Outre-mer/ }).click();
  await page.getByRole('link', { name: 'Mon programme (1)' }).click();
  await page.getByRole('heading', { name: 'Réunion Outre-mer' }).waitFor();
  expect(await overflow(page)).toBe(0);
  const link = await page.locator('#own-link').inputValue();

  const { page: other } = await browser.newVisitor({ viewport: { width: 390, height: 800 } });
  await other.goto(link);
  await other.getByRole('button', { name: 'Garder ce programme sur cet appareil' }).click();
  await other.getByRole('heading', { name: 'Réunion Outre-mer' }).waitFor();
  expect(new URL(other.url()).pathname).toBe('/editions/raict-2023/my-programme');
  expect(await violations(other)).toEqual([]);
  await other.getByRole('button', { name: 'Effacer mon programme' }).click();
  await other.getByText('Choisissez les sessions qui vous intéressent').waitFor();
});

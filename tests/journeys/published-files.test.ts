import { describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { violations } from './violations.ts';

const product = useProduct();
const { newVisitor } = useBrowser();
const slug = '2020-11-30-brainstorming-amerique-latine';

/** The address of a file of the demo's published minutes. */
const addressOf = (format: string) => `${product.url}/minutes/${slug}/v/1/${slug}-v1.${format}`;

describe('files of published minutes, in the product', () => {
  test('are rendered in the background once the product has started', async () => {
    for (const format of ['pdf', 'docx', 'odt'])
      await expect.poll(async () => (await fetch(addressOf(format))).status, { timeout: 60_000 }).toBe(200);
  });

  test('come with their type, length, name and a validator, also when only the head is asked for', async () => {
    const whole = await fetch(addressOf('pdf'));
    const bytes = await whole.arrayBuffer();
    const head = await fetch(addressOf('pdf'), { method: 'HEAD' });
    for (const answer of [whole, head]) {
      expect(answer.headers.get('Content-Type')).toBe('application/pdf');
      expect(answer.headers.get('Content-Length')).toBe(String(bytes.byteLength));
      expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="${slug}-v1.pdf"`);
    }
    const again = await fetch(addressOf('pdf'), { headers: { 'If-None-Match': `W/"other", ${whole.headers.get('ETag')}` } });
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
    expect((await fetch(addressOf('pdf').replace('.pdf', '-interne.pdf'))).status).toBe(404);
  });

  test('of a new version are said to be on their way, and appear by themselves', async () => {
    const { page } = await newVisitor();
    await signInAs(page, product.url, 'organiser');
    await page.goto(`${product.url}/meetings/${slug}/minutes/publish`);
    const form = page.locator('form', { has: page.locator('button[name="intent"][value="note"]') });
    await form.locator('textarea').evaluate((field) => field.closest('details')?.setAttribute('open', ''));
    await form.locator('textarea').fill('Le répertoire d’acteurs est paru depuis.');
    await form.locator('button[type="submit"]').click();
    await page.waitForURL(`**/minutes/${slug}`);
    for (const name of ['PDF', 'Word', 'OpenDocument']) await page.locator('#fichiers a', { hasText: name }).waitFor();
    await expect.poll(() => page.locator('#fichiers').textContent()).toMatch(/PDF, \d+ pages, \d+\u00A0Ko/);
    expect(await violations(page)).toEqual([]);
  });

  test('take the look of the group: its page says what is wrong with a colour, and everyone can use it', async () => {
    const { page } = await newVisitor();
    await signInAs(page, product.url, 'organiser');
    await page.goto(`${product.url}/groups/dalc/style`);
    await page.locator('input[name="colour"]').evaluate((field) => field.setAttribute('value', '#f2b93b'));
    await page.locator('input[name="footer"]').fill('reseau.example');
    await page.locator('.gf button[type="submit"]').click();
    await page.locator('#f-colour-error').waitFor();
    await expect.poll(() => page.locator('input[name="footer"]').inputValue()).toBe('reseau.example');
    expect(await violations(page)).toEqual([]);
    await page.locator('input[name="colour"]').evaluate((field) => field.setAttribute('value', '#7b2c66'));
    await page.locator('.gf button[type="submit"]').click();
    await page.waitForURL('**/groups/dalc/style?saved');
    expect(await violations(page)).toEqual([]);
  });
});

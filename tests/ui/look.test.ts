import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct();
const browser = useBrowser();

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RULES: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

const PAGES = [
  ...['/', '/en', '/?m=2023-09&view=month', '/?m=2023-09&view=list', '/nowhere'],
  ...['/editions', '/editions/raict-2023', '/editions/raict-2023/programme', '/en/editions/raict-2023/programme?theme=Outre-mer'],
];

async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  const results = await page.evaluate(
    (rules) => (globalThis as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } }).axe.run(rules),
    RULES,
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

// tests/journeys looks at every page as it opens; here, what opens further
test.each(['/?m=2023-09&view=month', '/?m=2023-09&view=list', '/editions', '/en/editions/raict-2023/programme?theme=Outre-mer'])(
  '%s has nothing that axe objects to, on a phone at night',
  async (path) => {
    const { context, page } = await browser.newVisitor({ viewport: { width: 390, height: 844 }, colorScheme: 'dark', bypassCSP: true });
    await page.goto(product.url + path);
    expect(await violations(page)).toEqual([]);
    await context.close();
  },
);

describe('the frame', () => {
  test('fits a screen of 320 pixels, with menus open and text spaced out (WCAG 1.4.10, 1.4.12)', async () => {
    const { context, page } = await browser.newVisitor({ viewport: { width: 320, height: 640 }, bypassCSP: true });
    for (const path of PAGES) {
      await page.goto(product.url + path);
      await page.locator('.mast__menu summary').click();
      await page.addStyleTag({
        content: '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
      });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
    }
    await context.close();
  });

  test('lets the keyboard past the menus first of all', async () => {
    const { context, page } = await browser.newVisitor();
    await page.goto(`${product.url}/editions`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await context.close();
  });

  test('changes theme and language without a script, and comes back to the same page', async () => {
    const { context, page } = await browser.newVisitor({ javaScriptEnabled: false, colorScheme: 'light' });
    await page.goto(`${product.url}/editions/raict-2023/programme?theme=Outre-mer`);
    await page.getByRole('button', { name: 'Passer au thème sombre' }).click();
    expect(page.url()).toBe(`${product.url}/editions/raict-2023/programme?theme=Outre-mer`);
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.getByRole('link', { name: 'This page in English' }).first().click();
    expect(page.url()).toBe(`${product.url}/en/editions/raict-2023/programme?theme=Outre-mer`);
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    await context.close();
  });

  test('offers account, planning and sign-out to who is signed in, in a menu that axe accepts', async () => {
    const { context, page } = await browser.newVisitor({ bypassCSP: true });
    await page.goto(`${product.url}/sign-in`);
    await page.getByRole('button', { name: 'Entrer' }).first().click();
    await page.goto(product.url);
    await page.locator('.mast__account summary').click();
    await page.getByRole('link', { name: 'Planifier une réunion' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.goto(product.url);
    await expect.poll(() => page.getByRole('link', { name: 'Se connecter' }).first().isVisible()).toBe(true);
    await context.close();
  });

  test('leads an invited person from the front page to the question itself', async () => {
    const { context, page } = await browser.newVisitor();
    await page.goto(`${product.url}/sign-in`);
    await page.getByRole('button', { name: 'Entrer' }).first().click();
    await page.goto(product.url);
    for (const name of ['Répondre à l’invitation', 'Voir l’ordre du jour']) {
      const to = await page.getByRole('link', { name }).getAttribute('href');
      const meeting = await context.newPage();
      await meeting.goto(product.url + to);
      expect(await meeting.locator(new URL(to ?? '', product.url).hash).count(), name).toBe(1);
    }
    await context.close();
  });
});

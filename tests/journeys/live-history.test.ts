import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { freePort, type Product, startProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { findMonthlyMeeting, openRoom, type Role, type Room } from './live-room.ts';

const SECTION = 'Groupe-pays Argentine';
const SAID = 'Le groupe-pays Argentine est maintenu.';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('A section that was emptied by mistake', () => {
  const browser = useBrowser();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tertulia-history-'));
  let product: Product;
  let start: () => Promise<Product>;
  let claire: Room;
  let karim: Room;

  beforeAll(async () => {
    // always at the same address, so that the pages find it again after it was stopped
    const PORT = `${await freePort()}`;
    start = () => startProduct({ dataDir, env: { PORT, APP_URL: `http://localhost:${PORT}` } });
    product = await start();
    claire = await enter('organiser');
    karim = await enter('participant');
  }, 120_000);
  afterAll(async () => {
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function enter(role: Role): Promise<Room> {
    const { page } = await browser.newVisitor({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    await signInAs(page, product.url, role);
    await page.goto(await findMonthlyMeeting(page, product.url));
    return openRoom(page);
  }

  test('shows who wrote which block, as it is written', async () => {
    await claire.write(SECTION, SAID);
    await karim.shows(SECTION, SAID);
    await claire.page.getByRole('button', { name: 'Qui a écrit' }).click();
    const by = claire.page.getByRole('list', { name: `Qui a écrit : ${SECTION}` });
    await by.getByText(`« ${SAID} » : Inès Robledo`).waitFor();
    await karim.section(SECTION).locator('> p').last().click();
    await karim.page.keyboard.press('End');
    await karim.page.keyboard.press('Enter');
    await karim.page.keyboard.type('Recenser les liens.');
    await by.getByText('« Recenser les liens. » : Karim Belhadj').waitFor();
    const toggle = claire.page.getByRole('button', { name: 'Qui a écrit' });
    await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe('true');
    expect(await violations(claire.page)).toEqual([]);
    await toggle.click();
    await expect.poll(() => by.count()).toBe(0);
    await Promise.all([claire, karim].map((room) => room.says('Enregistré')));
  });

  test('is found by its words, whatever their accents, and what is written meanwhile counts', async () => {
    const { page } = claire;
    await page.getByRole('button', { name: 'Rechercher dans les notes' }).click();
    await page.keyboard.type('LIENS');
    await page.getByText('1 sur 1', { exact: true }).waitFor();
    await karim.page.keyboard.type(' Déjà des liéns.');
    await page.getByText('1 sur 2', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('2 sur 2', { exact: true }).waitFor();
    await page.keyboard.type(' introuvables');
    await page.getByText('Aucun résultat').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('search').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.closest('[role="toolbar"]') !== null)).toBe(true);
    for (let count = 0; count < ' Déjà des liéns.'.length; count += 1) await karim.page.keyboard.press('Backspace');
    await Promise.all([claire, karim].map((room) => room.says('Enregistré')));
  });

  test('is as it was for everybody once a version is restored, while nobody reloads', async () => {
    // whatever is due is kept before the product stops
    await product.stop();
    product = await start();
    await Promise.all([claire, karim].map((room) => room.says('Enregistré')));
    await karim.section(SECTION).locator('> p').first().click();
    await karim.page.keyboard.press('Control+A');
    await karim.page.keyboard.press('Backspace');
    await expect.poll(() => claire.section(SECTION).textContent(), { timeout: 20_000 }).not.toContain('maintenu');
    await karim.says('Enregistré');

    const history = await claire.page.context().newPage();
    const link = await claire.page.getByRole('link', { name: 'Historique', exact: true }).getAttribute('href');
    await history.goto(`${product.url}${link}`);
    await history.getByRole('link', { name: SECTION }).click();
    await history.getByText('Première version gardée de ce point.').waitFor();
    await history.getByRole('link', { name: 'Écarts avec maintenant' }).click();
    const words = await history.locator('.hs-text del').allTextContents();
    expect(words.map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([`supprimé : ${SAID} fin`, 'supprimé : Recenser les liens. fin']);
    await expect
      .poll(() => history.locator('.hs-version header').textContent())
      .toMatch(/Écrit par (Inès Robledo, Karim Belhadj|Karim Belhadj, Inès Robledo)/);
    await history.getByRole('link', { name: 'Restaurer cette version' }).click();
    expect(await violations(history)).toEqual([]);
    await history.getByRole('button', { name: 'Restaurer' }).click();
    await history.getByText('La version est restaurée.').waitFor();
    await Promise.all([claire, karim].map((room) => room.shows(SECTION, SAID)));
    await karim.write(SECTION, ' Et la suite.');
    await claire.shows(SECTION, 'Recenser les liens. Et la suite.');

    await history.getByText('Avant une restauration').waitFor();
    expect(await violations(history)).toEqual([]);
    for (const width of [390, 320]) {
      await history.setViewportSize({ width, height: 844 });
      expect(await history.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(
        0,
      );
    }
    await history.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(history)).toEqual([]);
  });

  test('leaves no trace once an organiser erases the history', async () => {
    const history = await claire.page.context().newPage();
    await history.goto(`${await findMonthlyMeeting(history, product.url)}/history`);
    await history.getByRole('link', { name: 'Effacer l’historique' }).click();
    expect(await violations(history)).toEqual([]);
    await history.getByRole('button', { name: 'Effacer définitivement' }).click();
    await history.getByText('L’historique est effacé.').waitFor();
    await history.getByText('Aucune version pour l’instant.').waitFor();
    await expect.poll(() => history.getByRole('link', { name: 'Effacer l’historique' }).count()).toBe(0);
    await claire.shows(SECTION, 'Et la suite.');
  });
});

interface Violation {
  id: string;
  nodes: { target: unknown }[];
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> } };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await axe.run(document, { runOnly: { type: 'tag', values: tags } })).violations;
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => JSON.stringify(target)).join(', ')}`);
}

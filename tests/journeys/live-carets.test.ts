import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { enterAs, meetAgain, PATIENCE_MS, type Writer } from './two-writers.ts';

const POINT = 'Groupe-pays Haïti';

describe('The caret stays at its words while others write', () => {
  const product = useProduct();
  let browser: Browser;
  let ines: Writer;
  let karim: Writer;
  beforeAll(async () => {
    browser = await openBrowser();
    [ines, karim] = await Promise.all([enterAs(browser, product.url, 'organiser'), enterAs(browser, product.url, 'participant')]);
  }, 60_000);
  afterAll(() => browser.close());

  test('two people type in one line at once, one in front of the other: each one’s words stay whole', { timeout: 60_000 }, async () => {
    await ines.newLines(POINT, 'milieu');
    await karim.shows(POINT, 'milieu');
    await ines.goTo(POINT, 'milieu');
    await karim.goTo(POINT, 'milieu');
    await karim.keys('Home');
    await Promise.all([
      ines.page.keyboard.type(' puis la suite de la phrase d’Inès', { delay: 15 }),
      karim.page.keyboard.type('D’abord ce que Karim ajoute devant : ', { delay: 15 }),
    ]);
    expect((await meetAgain(POINT, ines, karim)).at(-1)).toBe(
      'D’abord ce que Karim ajoute devant : milieu puis la suite de la phrase d’Inès',
    );
  });

  test('two people press Enter in the same empty line, one of them without network, and go on typing', { timeout: 60_000 }, async () => {
    await ines.newLines(POINT, 'au-dessus', '');
    await karim.shows(POINT, 'au-dessus');
    await karim.goTo(POINT, 'au-dessus');
    await karim.keys('ArrowDown');
    await ines.page.context().setOffline(true);
    await ines.says('Hors ligne');
    await ines.page.keyboard.press('Enter');
    await ines.page.keyboard.type('Inès sans réseau');
    await karim.page.keyboard.press('Enter');
    await karim.page.keyboard.type('Karim en ligne');
    await karim.says('Enregistré');
    await ines.page.context().setOffline(false);
    await ines.shows(POINT, 'Karim en ligne');
    await karim.shows(POINT, 'Inès sans réseau');
    await ines.page.keyboard.type(' et après');
    await karim.page.keyboard.type(' toujours');
    const lines = await meetAgain(POINT, ines, karim);
    expect(lines.filter((line) => line.includes('Inès sans') || line.includes('Karim en')).sort()).toEqual([
      'Inès sans réseau et après',
      'Karim en ligne toujours',
    ]);
    const ids = await ines
      .section(POINT)
      .locator('p')
      .evaluateAll((blocks) => blocks.map((block) => block.getAttribute('data-id')));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a block that a colleague moves takes along whoever writes in it', { timeout: 60_000 }, async () => {
    await ines.newLines(POINT, 'premier bloc', 'second bloc');
    await karim.shows(POINT, 'second bloc');
    await ines.goTo(POINT, 'second bloc');
    ines.hold();
    await karim.goTo(POINT, 'second bloc');
    await karim.settled();
    await ines.page.keyboard.press('Alt+ArrowUp');
    ines.release();
    await expect.poll(async () => (await karim.lines(POINT)).slice(-2), { timeout: PATIENCE_MS }).toEqual(['second bloc', 'premier bloc']);
    await karim.page.keyboard.type(' continue');
    expect((await meetAgain(POINT, ines, karim)).slice(-2)).toEqual(['second bloc continue', 'premier bloc']);
  });

  test('whose block a colleague deletes goes on at the end of the one before', { timeout: 60_000 }, async () => {
    await ines.newLines(POINT, 'reste', 'part', 'fin');
    await karim.shows(POINT, 'fin');
    await karim.goTo(POINT, 'part');
    await ines.goTo(POINT, 'reste');
    await ines.keys('Shift+ArrowDown', 'Shift+End', 'Delete');
    await expect.poll(async () => (await karim.lines(POINT)).slice(-2), { timeout: PATIENCE_MS }).toEqual(['reste', 'fin']);
    await karim.page.keyboard.type(' là');
    expect((await meetAgain(POINT, ines, karim)).slice(-2)).toEqual(['reste là', 'fin']);
  });
});

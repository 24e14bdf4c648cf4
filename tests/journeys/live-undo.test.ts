import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { enterAs, meetAgain, type Writer } from './two-writers.ts';

const POINT = 'Synthèse et conclusion';
const OTHER = 'Feuille de route';

describe('Undo takes back one’s own changes and nothing else, and blocks keep ids of their own', () => {
  const product = useProduct();
  let browser: Browser;
  let ines: Writer;
  let karim: Writer;
  beforeAll(async () => {
    browser = await openBrowser();
    [ines, karim] = await Promise.all([enterAs(browser, product.url, 'organiser'), enterAs(browser, product.url, 'participant')]);
  }, 60_000);
  afterAll(() => browser.close());

  /** Presses it until nothing is left to undo. */
  async function undoAll(writer: Writer, section: string): Promise<void> {
    for (let k = 0; k < 30; k += 1) await writer.page.keyboard.press('Control+z');
    await meetAgain(section, ines, karim);
  }
  const ids = async (...sections: string[]) =>
    (
      await Promise.all(
        sections.map((section) =>
          ines
            .section(section)
            .locator('p')
            .evaluateAll((blocks) => blocks.map((block) => block.getAttribute('data-id'))),
        ),
      )
    ).flat();

  test('what a colleague wrote in one’s list stays when the list is undone', { timeout: 60_000 }, async () => {
    await ines.newLines(POINT, '');
    await ines.page.keyboard.type('- un point');
    await karim.shows(POINT, 'un point');
    await karim.goTo(POINT, 'un point');
    await karim.page.keyboard.type(', dit Karim');
    await ines.shows(POINT, 'dit Karim');
    await undoAll(ines, POINT);
    expect((await karim.lines(POINT)).filter((line) => line !== '')).toEqual([', dit Karim']);
  });

  test('also after a reconnection, and in the point where one is', { timeout: 60_000 }, async () => {
    await ines.newLines(OTHER, 'ailleurs');
    await ines.newLines(POINT, 'avant la coupure');
    await ines.says('Enregistré');
    await ines.page.context().setOffline(true);
    await ines.says('Hors ligne');
    await ines.page.keyboard.type(' et pendant');
    await karim.newLines(POINT, 'Karim continue');
    await karim.says('Enregistré');
    await ines.page.context().setOffline(false);
    await ines.shows(POINT, 'Karim continue');
    await undoAll(ines, POINT);
    const lines = await karim.lines(POINT);
    expect(lines).toContain('Karim continue');
    expect(lines.join()).not.toContain('coupure');
    expect(await karim.lines(OTHER)).toContain('ailleurs');
  });

  test('after a colleague deleted one’s block, and after words were put back, nothing comes twice', { timeout: 60_000 }, async () => {
    await ines.newLines(POINT, 'garde', 'sujet', 'fin');
    await karim.shows(POINT, 'fin');
    await karim.goTo(POINT, 'sujet');
    await ines.goTo(POINT, 'garde');
    ines.hold();
    karim.hold();
    await ines.keys('Shift+ArrowDown', 'Shift+End', 'Delete');
    await karim.page.keyboard.type(' perdu');
    await meetAgain(POINT, ines, karim);
    await karim.shows(POINT, 'perdu');
    await karim.page.getByText(`Vos mots sur «\u00a0${POINT}\u00a0» ont été remis à leur place`).waitFor({ state: 'attached' });
    const said = async (word: string) => (await meetAgain(POINT, ines, karim)).join('\n').split(word).length - 1;
    await ines.page.keyboard.press('Control+z');
    await karim.shows(POINT, 'sujet');
    expect([await said('sujet'), await said('perdu')]).toEqual([1, 1]);
    await ines.page.keyboard.press('Control+y');
    await karim.page.keyboard.press('Control+z');
    expect(await said('perdu')).toBe(1);
  });

  test('a split, two splits at once, a copy and a copy in another point have ids of their own', { timeout: 60_000 }, async () => {
    await ines.newLines(POINT, 'moitié moitié');
    await karim.shows(POINT, 'moitié moitié');
    for (const writer of [ines, karim]) {
      await writer.goTo(POINT, 'moitié moitié');
      await writer.keys(...Array.from({ length: 6 }, () => 'ArrowLeft'));
    }
    ines.hold();
    karim.hold();
    await ines.page.keyboard.press('Enter');
    await karim.page.keyboard.press('Enter');
    await meetAgain(POINT, ines, karim);
    await ines.keys('Home', 'Shift+End', 'Control+c', 'End', 'Enter', 'Control+v');
    await ines.goTo(POINT, 'moitié');
    await ines.keys('Shift+ArrowDown', 'Shift+End', 'Control+c');
    await ines.newLines(OTHER, '');
    await ines.page.keyboard.press('Control+v');
    await ines.page.keyboard.type('.');
    await karim.page.keyboard.type('.');
    await meetAgain(POINT, ines, karim);
    const all = await ids(POINT, OTHER);
    expect(all.filter((id, index) => id === null || all.indexOf(id) !== index)).toEqual([]);
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { enterAs, meetAgain, PATIENCE_MS, type Writer } from './two-writers.ts';

const POINT = 'Ouverture';

/** What Inès does from the end of a line, while Karim types at the end of the next one. */
const OPERATIONS: [string, string[]][] = [
  ['a kind by its sign', ['ArrowDown', 'Home', '-', '>', ' ']],
  ['a kind from the menu', ['ArrowDown', 'Control+k', 'd']],
  ['a kind from the bar', ['ArrowDown', 'Home', 'Shift+End', 'click:Décision']],
  ['bold', ['ArrowDown', 'Home', 'Shift+End', 'Control+b']],
  ['italic from the toolbar', ['ArrowDown', 'Home', 'Shift+End', 'click:Italique']],
  ['a list from the toolbar', ['ArrowDown', 'click:Liste']],
  ['a table', ['ArrowDown', 'click:Tableau']],
  ['Backspace that joins it with the line above', ['ArrowDown', 'Home', 'Backspace']],
  ['Delete that joins it to the line above', ['Delete']],
  ['Enter in the middle of it', ['ArrowDown', 'Home', 'ArrowRight', 'Enter']],
  ['Alt and an arrow on it', ['ArrowDown', 'Alt+ArrowUp']],
  ['Alt and an arrow past it', ['Alt+ArrowDown']],
  ['a cut that takes it whole', ['Shift+ArrowDown', 'Shift+End', 'Control+x']],
  ['a paste over it', ['Shift+ArrowDown', 'Shift+End', 'Control+v']],
  ['words typed over it', ['Shift+ArrowDown', 'Shift+End', 'a', 'b']],
  ['undo of what made it, and redo', ['Control+z', 'Control+z', 'Control+y']],
  ['everything deleted', ['Control+a', 'Backspace']],
];

async function press({ page, keys }: Writer, pressed: string[]): Promise<void> {
  for (const key of pressed) {
    if (key.startsWith('click:'))
      await page
        .getByRole('button', { name: key.slice(6) })
        .first()
        .click();
    else await keys(key === ' ' ? 'Space' : key);
  }
}

describe('No operation of the interface drops what a colleague types at that moment', () => {
  const product = useProduct();
  let browser: Browser;
  let ines: Writer;
  let karim: Writer;
  beforeAll(async () => {
    browser = await openBrowser();
    [ines, karim] = await Promise.all([enterAs(browser, product.url, 'organiser'), enterAs(browser, product.url, 'participant')]);
    await karim.page.evaluate(hearStatus);
  }, 60_000);
  afterAll(() => browser.close());

  for (const [index, [operation, keys]] of OPERATIONS.entries()) {
    test(operation, { timeout: 60_000 }, async () => {
      await ines.newLines(POINT, `avant ${index}`, `phrase ${index}`, `après ${index}`);
      await karim.shows(POINT, `après ${index}`);
      await karim.goTo(POINT, `phrase ${index}`);
      await ines.goTo(POINT, `avant ${index}`);
      ines.hold();
      karim.hold();
      try {
        await press(ines, keys);
        await karim.page.keyboard.type(` mot${index}`);
      } finally {
        await meetAgain(POINT, ines, karim);
      }
      const said = () => karim.lines(POINT).then((lines) => lines.join('\n').split(`mot${index}`).length - 1);
      await expect.poll(said, { timeout: PATIENCE_MS }).toBe(1);
    });
  }

  test('and who listens was told of her, with the point, once a minute at most', async () => {
    const heard = await karim.page.evaluate(() => (window as unknown as { heard: { at: number; text: string }[] }).heard);
    const ofInes = heard.filter(({ text }) => /^Inès .+ écrit dans «\u00a0Ouverture\u00a0»/.test(text));
    expect(ofInes.length).toBeGreaterThan(0);
    for (const [index, { at }] of ofInes.entries()) if (index > 0) expect(at - (ofInes[index - 1]?.at ?? 0)).toBeGreaterThan(59_000);
  });
});

/** Writes down, in the page, what its polite region says. */
function hearStatus(): void {
  const heard: { at: number; text: string }[] = [];
  (window as unknown as { heard: typeof heard }).heard = heard;
  for (const region of document.querySelectorAll('[role="status"]')) {
    const hear = () => heard.push({ at: performance.now(), text: region.textContent ?? '' });
    hear();
    new MutationObserver(hear).observe(region, { childList: true, characterData: true, subtree: true });
  }
}

import type { Browser, BrowserContextOptions, CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { enterAs, meetAgain, type Writer } from './two-writers.ts';

const POINT = 'Répertoire des partenariats';
const PHONE: BrowserContextOptions = {
  userAgent: 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  hasTouch: true,
};

// Dead keys, IMEs and phones' keyboards compose: the browser changes the text by itself, and the editor reads it afterwards.
describe('What is being composed is never garbled by what arrives meanwhile', () => {
  const product = useProduct();
  let browser: Browser;
  let ines: Writer;
  let karim: Writer;
  let keyboard: CDPSession;
  beforeAll(async () => {
    browser = await openBrowser();
    [ines, karim] = await Promise.all([enterAs(browser, product.url, 'organiser'), enterAs(browser, product.url, 'participant')]);
    keyboard = await ines.page.context().newCDPSession(ines.page);
  }, 60_000);
  afterAll(() => browser.close());

  const compose = (text: string) =>
    keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  const commit = (text: string) => keyboard.send('Input.insertText', { text });

  /** Inès at the end of a new line, Karim at its start. */
  async function bothIn(line: string): Promise<void> {
    await ines.newLines(POINT, line);
    await karim.shows(POINT, line);
    await ines.goTo(POINT, line);
    await karim.goTo(POINT, line);
    await karim.keys('Home');
  }
  const lastLine = async () => (await meetAgain(POINT, ines, karim)).at(-1);

  test('an accent, while a colleague types in the same line', { timeout: 60_000 }, async () => {
    await bothIn('le caf');
    await compose('´');
    await karim.page.keyboard.type('Voici : ');
    await karim.says('Enregistré');
    await compose('é');
    await commit('é');
    await ines.shows(POINT, 'Voici : ');
    await ines.page.keyboard.type(' est prêt');
    expect(await lastLine()).toBe('Voici : le café est prêt');
  });

  test('a word that stays open for longer than others’ text is kept waiting', { timeout: 60_000 }, async () => {
    await bothIn('mot ');
    await compose('déj');
    await karim.page.keyboard.type('Un ');
    await karim.says('Enregistré');
    // what Karim typed comes in all the same
    await ines.shows(POINT, 'Un mot déj');
    await compose('déjà');
    await commit('déjà');
    await ines.page.keyboard.type(' dit');
    expect(await lastLine()).toBe('Un mot déjà dit');
  });

  test('a composition that ends because one goes elsewhere', { timeout: 60_000 }, async () => {
    await bothIn('fin');
    await compose('ie');
    await karim.page.keyboard.type('La ');
    await ines.page.getByRole('toolbar').getByRole('button').first().focus();
    await ines.shows(POINT, 'La fin');
    // by the end of the line: at its start stands Karim’s flag
    await ines.goTo(POINT, 'fin');
    await ines.page.keyboard.type('.');
    expect(await lastLine()).toMatch(/^La fin(ie)?\.$/);
  });

  test('words of a phone’s keyboard, each composed, and Enter between them', { timeout: 60_000 }, async () => {
    const phone = await enterAs(browser, product.url, 'organiser', PHONE);
    const thumb = await phone.page.context().newCDPSession(phone.page);
    await phone.newLines(POINT, '');
    for (const word of ['bonjour', 'tous', 'merci']) {
      for (let length = 1; length <= word.length; length += 1) {
        const text = word.slice(0, length);
        await thumb.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length });
      }
      await karim.page.keyboard.type('x');
      if (word === 'bonjour') {
        await thumb.send('Input.insertText', { text: `${word} ` });
        continue;
      }
      await thumb.send('Input.insertText', { text: word });
      await phone.page.keyboard.press('Enter');
    }
    const lines = await meetAgain(POINT, phone, karim);
    expect(lines.slice(-3)).toEqual(['bonjour tous', 'merci', '']);
    await phone.page.context().close();
  });

  test('a word that the system corrects, while a colleague types in the same line', { timeout: 60_000 }, async () => {
    await bothIn('un motz');
    await ines.keys('Shift+Control+ArrowLeft');
    await Promise.all([karim.page.keyboard.type('Voilà '), ines.page.evaluate(() => document.execCommand('insertText', false, 'mot'))]);
    await ines.page.keyboard.type(' juste');
    expect(await lastLine()).toBe('Voilà un mot juste');
  });
});

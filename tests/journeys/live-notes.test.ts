import type { Browser, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { enterRoom, findMonthlyMeeting, openRoom } from './live-room.ts';

// Network errors are part of this story, so it has a browser of its own that does not take them for faults.
describe('People write the notes of a meeting together', () => {
  const product = useProduct();
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('two people write in the same point and see each other’s text; a third reads it as it comes, and cannot type', {
    timeout: 60_000,
  }, async () => {
    const [ines, karim, paula] = await Promise.all([
      enterRoom(browser, product.url, 'organiser'),
      enterRoom(browser, product.url, 'participant'),
      enterRoom(browser, product.url, 'member', { viewport: { width: 390, height: 844 } }),
    ]);
    await ines.write('Ouverture', 'Inès ouvre la séance.');
    await karim.shows('Ouverture', 'Inès ouvre la séance.');
    await karim.write('Ouverture', ' Karim salue.');
    await ines.shows('Ouverture', 'Inès ouvre la séance. Karim salue.');
    await ines.page.locator('.nb__w, .cur', { hasText: 'Karim B.' }).first().waitFor();

    // Her own caret stayed before what Karim added.
    await ines.write('Ouverture', ' Bien.');
    await ines.page.keyboard.press('Enter');
    await ines.page.keyboard.type('/d');
    await ines.page.keyboard.type('Le groupe-pays Argentine est maintenu.');
    await karim.page.locator('.rel', { hasText: 'Le groupe-pays Argentine est maintenu.' }).waitFor();

    await paula.shows('Ouverture', 'Inès ouvre la séance. Karim salue. Bien.');
    await paula.shows('Ouverture', 'Le groupe-pays Argentine est maintenu.');
    await expect.poll(() => paula.section('Ouverture').getAttribute('contenteditable')).toBeNull();
    await paula.section('Ouverture').click();
    await paula.page.keyboard.type('Je ne devrais pas.');
    await ines.says('Enregistré');
    await expect.poll(() => paula.section('Ouverture').innerText()).not.toContain('Je ne devrais pas');
    await expect.poll(() => paula.page.getByRole('toolbar').count()).toBe(0);
    await Promise.all([ines, karim, paula].map(({ page }) => page.context().close()));
  });

  test('« Enregistré » is said when the text is on the server’s disk, and not before', { timeout: 60_000 }, async () => {
    const context = await browser.newContext({ locale: 'fr-FR' });
    const page = await context.newPage();
    const wire = await holdable(page);
    await signInAs(page, product.url, 'organiser');
    await page.goto(await findMonthlyMeeting(page, product.url));
    const ines = await openRoom(page);
    await ines.says('Enregistré');

    wire.hold();
    await ines.write('Feuille de route', 'Est-ce enregistré ?');
    await ines.says('Enregistrement');
    // A colleague has it already, so it is on disk; but this page was not told.
    const karim = await enterRoom(browser, product.url, 'participant');
    await karim.shows('Feuille de route', 'Est-ce enregistré ?');
    await expect.poll(() => page.locator('.lv-save').innerText()).toContain('Enregistrement');
    wire.release();
    await ines.says('Enregistré');

    const reader = await (await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() })).newPage();
    await reader.goto(page.url());
    await expect.poll(() => reader.locator('main').innerText()).toContain('Est-ce enregistré ?');
    await Promise.all([context.close(), karim.page.context().close(), reader.context().close()]);
  });

  test('whoever is cut off goes on writing, and nothing is lost when the network is back', { timeout: 60_000 }, async () => {
    const [ines, karim] = await Promise.all([enterRoom(browser, product.url, 'organiser'), enterRoom(browser, product.url, 'participant')]);
    await ines.write('Groupe-pays Haïti', 'Avant la coupure.');
    await karim.shows('Groupe-pays Haïti', 'Avant la coupure.');

    await ines.page.context().setOffline(true);
    await ines.says('Hors ligne');
    await ines.page.keyboard.press('Enter');
    await ines.page.keyboard.type('[] Écrit sans réseau.');
    await ines.page.getByText('1 bloc partira dès le retour du réseau.').waitFor();
    await ines.page.locator('.nb-m', { hasText: 'En attente' }).waitFor();
    await karim.write('Groupe-pays Haïti', ' Pendant ce temps, ailleurs.');
    await karim.says('Enregistré');

    await ines.page.context().setOffline(false);
    await ines.page.getByText('Tout est envoyé.').waitFor();
    await ines.says('Enregistré');
    await ines.shows('Groupe-pays Haïti', 'Avant la coupure. Pendant ce temps, ailleurs.');
    await karim.shows('Groupe-pays Haïti', 'Écrit sans réseau.');
    await Promise.all([ines, karim].map(({ page }) => page.context().close()));
  });

  test('a window that closes while it is cut off keeps its text on the device, and the next one sends it', {
    timeout: 60_000,
  }, async () => {
    const ines = await enterRoom(browser, product.url, 'organiser');
    const context = ines.page.context();
    const address = ines.page.url();
    await context.setOffline(true);
    await ines.says('Hors ligne');
    await ines.write('Synthèse et conclusion', 'Écrit juste avant la panne.');
    await ines.page.getByText('1 bloc partira').waitFor();
    await ines.page.evaluate(deviceHasWritten);
    await ines.page.close({ runBeforeUnload: false });
    await context.setOffline(false);

    const again = await context.newPage();
    await again.goto(address);
    const room = await openRoom(again);
    await room.shows('Synthèse et conclusion', 'Écrit juste avant la panne.');
    await room.says('Enregistré');
    const karim = await enterRoom(browser, product.url, 'participant');
    await karim.shows('Synthèse et conclusion', 'Écrit juste avant la panne.');
    await Promise.all([context.close(), karim.page.context().close()]);
  });

  test('undo takes back what one wrote oneself, and never a colleague’s words', { timeout: 60_000 }, async () => {
    const [ines, karim] = await Promise.all([enterRoom(browser, product.url, 'organiser'), enterRoom(browser, product.url, 'participant')]);
    await karim.write('Répertoire des partenariats', 'Karim d’abord. ');
    await ines.shows('Répertoire des partenariats', 'Karim d’abord.');
    await ines.write('Répertoire des partenariats', 'Inès ensuite.');
    await karim.shows('Répertoire des partenariats', 'Inès ensuite.');
    await ines.page.keyboard.press('Control+z');
    await expect.poll(() => karim.section('Répertoire des partenariats').innerText()).not.toContain('Inès ensuite.');
    await karim.shows('Répertoire des partenariats', 'Karim d’abord.');
    await Promise.all([ines, karim].map(({ page }) => page.context().close()));
  });
});

/** Waits, in the page, until all that it gave its device to keep so far is kept: a transaction begins when those before it have ended. */
function deviceHasWritten(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('tertulia-notes', 1);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('unsent', 'readwrite');
      transaction.oncomplete = () => resolve();
    };
  });
}

/** Lets a test keep back what the server sends, as a slow network would. */
async function holdable(page: import('playwright-core').Page) {
  let held: (string | Buffer)[] | null = null;
  let socket: WebSocketRoute | undefined;
  await page.routeWebSocket(/\/socket\.io\//, (ws) => {
    socket = ws;
    const server = ws.connectToServer();
    ws.onMessage((message) => server.send(message));
    server.onMessage((message) => (held ? held.push(message) : ws.send(message)));
  });
  return {
    hold: () => {
      held = [];
    },
    release: () => {
      for (const message of held ?? []) socket?.send(message);
      held = null;
    },
  };
}

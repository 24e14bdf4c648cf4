import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { changeHands, crash, untilDeviceHasWritten, wireOf } from './cut-off.ts';
import { signInAs } from './demo-visitor.ts';
import { enterRoom, findMonthlyMeeting, openRoom, type Role } from './live-room.ts';

// Network errors are part of these stories, so they have a browser of their own that does not take them for faults.
describe('What is typed without a network', () => {
  const product = useProduct();
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const enter = (role: Role) => enterRoom(browser, product.url, role);
  const close = (...pages: { page: Page }[]) => Promise.all(pages.map(({ page }) => page.context().close()));
  const reopen = async (context: BrowserContext, address: string) => {
    const page = await context.newPage();
    await page.goto(address);
    return openRoom(page);
  };

  test('for twenty minutes, in several points, while others write there too, is all there in the end, once', async () => {
    const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
    const page = await context.newPage();
    await page.clock.install();
    await signInAs(page, product.url, 'organiser');
    await page.goto(await findMonthlyMeeting(page, product.url));
    const [ines, karim] = [await openRoom(page), await enter('participant')];
    await ines.write('Ouverture', 'Dans le train. ');
    await karim.shows('Ouverture', 'Dans le train.');

    await context.setOffline(true);
    await ines.says('Hors ligne');
    await ines.write('Ouverture', 'Sous le tunnel. ');
    await page.clock.fastForward('10:00');
    await ines.write('Feuille de route', 'Ligne écrite en chemin.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('-> Retenu en chemin.');
    await karim.write('Feuille de route', 'Karim, au bureau.');
    await karim.write('Ouverture', 'Karim aussi. ');
    await page.clock.fastForward('10:00');
    await ines.says('Hors ligne');
    await page.getByText('3 blocs partiront dès le retour du réseau.').waitFor();

    await context.setOffline(false);
    await ines.says('Enregistré');
    for (const [title, texts] of [
      ['Ouverture', ['Dans le train.', 'Sous le tunnel.', 'Karim aussi.']],
      ['Feuille de route', ['Ligne écrite en chemin.', 'Retenu en chemin.', 'Karim, au bureau.']],
    ] as const) {
      for (const text of texts) for (const room of [ines, karim]) await room.shows(title, text);
      const [hers, his] = await Promise.all([ines, karim].map((room) => room.section(title).innerText()));
      for (const text of texts) for (const shown of [hers, his]) expect(shown?.split(text).length).toBe(2);
    }
    await close(ines, karim);
  });

  test('is sent after signing in again when the session ended meanwhile', async () => {
    const ines = await enter('organiser');
    const { page } = ines;
    const context = page.context();
    await context.setOffline(true);
    await ines.says('Hors ligne');
    await ines.write('Groupe-pays Haïti', 'Écrit avec une session qui finit.');
    await context.clearCookies();
    await context.setOffline(false);
    await page.getByText('Votre session est terminée.').waitFor();
    await page.locator('.lv-stop pre', { hasText: 'Écrit avec une session qui finit.' }).waitFor();
    await page.getByRole('link', { name: 'Se connecter' }).click();
    await page.locator('button[name="role"][value="organiser"]').click();
    const again = await openRoom(page);
    await again.shows('Groupe-pays Haïti', 'Écrit avec une session qui finit.');
    await again.says('Enregistré');
    await expect.poll(() => page.locator('.lv-stop').count()).toBe(0);
    await close(ines);
  });

  test('survives a tab that is frozen, and one that crashes', async () => {
    const ines = await enter('organiser');
    const { page } = ines;
    const context = page.context();
    const address = page.url();
    await context.setOffline(true);
    await ines.says('Hors ligne');
    await ines.write('Synthèse et conclusion', 'Avant le couvercle fermé. ');
    const devtools = await context.newCDPSession(page);
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
    await devtools.send('Page.setWebLifecycleState', { state: 'active' });
    await page.keyboard.type('Après. ');
    await untilDeviceHasWritten(page);
    await crash(context, page);
    await context.setOffline(false);
    const again = await reopen(context, address);
    await again.shows('Synthèse et conclusion', 'Avant le couvercle fermé. Après.');
    await again.says('Enregistré');
    await close(again);
  });

  test('is sent by the window that it was typed in, and by another once that one is gone', async () => {
    const context = await browser.newContext({ locale: 'fr-FR' });
    const first = await context.newPage();
    const wire = await wireOf(first);
    await signInAs(first, product.url, 'organiser');
    await first.goto(await findMonthlyMeeting(first, product.url));
    const cutOff = await openRoom(first);
    await cutOff.write('Répertoire des partenariats', 'Fenêtre un.');
    await cutOff.says('Enregistré');
    await wire.cut();
    await cutOff.says('Hors ligne');
    await first.keyboard.type(' Encore ouverte.');
    await untilDeviceHasWritten(first);

    const second = await reopen(context, first.url());
    await second.shows('Répertoire des partenariats', 'Fenêtre un.');
    await second.says('Enregistré');
    await expect.poll(() => second.section('Répertoire des partenariats').innerText()).not.toContain('Encore ouverte');
    await crash(context, first);
    await context.setOffline(true);
    await second.says('Hors ligne');
    await context.setOffline(false);
    await second.shows('Répertoire des partenariats', 'Fenêtre un. Encore ouverte.');
    await second.says('Enregistré');
    await context.close();
  });

  test('is never sent in the name of somebody else who signed in in this browser', async () => {
    const [ines, karim, reader] = await Promise.all([enter('organiser'), enter('participant'), enter('member')]);
    const { page } = ines;
    const context = page.context();
    const address = page.url();
    await context.setOffline(true);
    await ines.says('Hors ligne');
    await ines.write('Groupe-pays Argentine', 'Ceci est d’Inès.');
    await changeHands(context, karim.page.context());
    await context.setOffline(false);
    await page.getByText('Une autre personne s’est connectée dans ce navigateur.').waitFor();
    await page.locator('.lv-stop pre', { hasText: 'Ceci est d’Inès.' }).waitFor();
    await page.close({ runBeforeUnload: false });

    const asKarim = await reopen(context, address);
    await asKarim.write('Groupe-pays Argentine', 'Ceci est de Karim.');
    await reader.shows('Groupe-pays Argentine', 'Ceci est de Karim.');
    await expect.poll(() => reader.section('Groupe-pays Argentine').innerText()).not.toContain('Inès');
    await asKarim.page.close();
    await context.clearCookies();
    const page2 = await context.newPage();
    await signInAs(page2, product.url, 'organiser');
    await page2.goto(address);
    await reader.shows('Groupe-pays Argentine', 'Ceci est d’Inès.');
    await close(karim, reader, { page: page2 });
  });

  test('is said to be in this tab only where the browser keeps nothing, and leaving asks first', async () => {
    const context = await browser.newContext({ locale: 'fr-FR' });
    await context.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', {
        get() {
          throw new DOMException('Forbidden', 'SecurityError');
        },
      });
    });
    const page = await context.newPage();
    await signInAs(page, product.url, 'organiser');
    await page.goto(await findMonthlyMeeting(page, product.url));
    const ines = await openRoom(page);
    await ines.write('Ouverture', 'Navigation privée.');
    await ines.says('Enregistré');
    await context.setOffline(true);
    await ines.says('Hors ligne');
    await page.keyboard.type(' Sans rien garder.');
    await page.getByText('vos notes ne sont gardées que dans cet onglet').waitFor();
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await context.setOffline(false);
    await ines.says('Enregistré');
    const karim = await enter('participant');
    await karim.shows('Ouverture', 'Navigation privée. Sans rien garder.');
    await close(ines, karim);
  });

  test('is said to be in this tab only while the device is full, and on the device again once there is room', async () => {
    const ines = await enter('organiser');
    const { page } = ines;
    await ines.says('Enregistré');
    await page.context().setOffline(true);
    await ines.says('Hors ligne');
    await page.evaluate(fillDevice);
    await ines.write('Ouverture', 'Plus de place. ');
    await page.getByText('vos notes ne sont gardées que dans cet onglet').waitFor();
    await page.evaluate(() => dispatchEvent(new Event('room')));
    await page.getByText('vos notes sont gardées sur cet appareil').waitFor();
    await crash(page.context(), page);
    await page.context().setOffline(false);
    const again = await reopen(page.context(), page.url());
    await again.shows('Ouverture', 'Plus de place.');
    await again.says('Enregistré');
    await close(again);
  });
});

/** In the page: nothing more can be kept, until the event 'room'. */
function fillDevice(): void {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('There is no room.', 'QuotaExceededError');
  };
  addEventListener('room', () => {
    IDBObjectStore.prototype.put = put;
  });
}

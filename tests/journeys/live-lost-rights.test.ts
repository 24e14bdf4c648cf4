import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { hydrated } from '#tests/support/hydrated.ts';
import { useProduct } from '#tests/support/product.ts';
import { untilDeviceHasWritten, type Wire, wireOf } from './cut-off.ts';
import { signInAs } from './demo-visitor.ts';
import { findMonthlyMeeting, openRoom, type Role, type Room } from './live-room.ts';

describe('Text that may not enter the notes any more', () => {
  const product = useProduct();
  const { newVisitor } = useBrowser();

  async function enter(role: Role): Promise<{ room: Room; wire: Wire; page: Page; context: BrowserContext }> {
    const { page, context } = await newVisitor();
    const wire = await wireOf(page);
    await signInAs(page, product.url, role);
    await page.goto(await findMonthlyMeeting(page, product.url));
    return { room: await openRoom(page), wire, page, context };
  }

  async function removePoint(context: BrowserContext, address: string, title: string): Promise<void> {
    const page = await context.newPage();
    await page.goto(address.replace(/\/live.*$/, '/agenda'));
    await (await hydrated(page.getByRole('button', { name: `Supprimer « ${title} »`, exact: true }))).click();
    await page.getByText(`Le point « ${title} » est supprimé.`).waitFor();
    await page.close();
  }

  /** As the button of the agenda does. */
  async function lock(page: Page, title: string): Promise<void> {
    const anchor = await page.getByRole('region', { name: title, exact: true }).getAttribute('id');
    const point = /[0-9a-f]{8}-[0-9a-f-]{27}$/.exec(anchor ?? '')?.[0];
    const status = await page.evaluate(
      async ([address, body]) =>
        (await fetch(String(address), { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' })).type,
      [page.url().replace(/\/live.*$/, '/live/facilitation'), `intent=lock&point=${point}`] as const,
    );
    expect(status).toBe('opaqueredirect');
  }

  /** What the organiser lets Karim do with the notes. */
  async function letKarim(context: BrowserContext, address: string, what: 'write' | 'read'): Promise<void> {
    const page = await context.newPage();
    await page.goto(address.replace(/\/live.*$/, '/attendees'));
    await page.getByRole('link', { name: 'Modifier Karim Belhadj' }).click();
    await page.getByLabel('Notes partagées').selectOption(what);
    const saved = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).first().click();
    await saved;
    await page.close();
  }

  test('of a point that was removed meanwhile is given back with its title, also after a reload; that of other points goes in', async () => {
    const [karim, ines] = [await enter('participant'), await enter('organiser')];
    const removed = 'Répertoire des partenariats';
    await karim.context.setOffline(true);
    await karim.room.says('Hors ligne');
    await karim.room.write('Ouverture', 'Ceci reste. ');
    await karim.room.write(removed, 'Ceci n’a plus de place.');
    await karim.room.write('Ouverture', 'Et cela aussi.');
    await karim.page.getByText('2 blocs partiront').waitFor();
    await removePoint(ines.context, ines.page.url(), removed);
    await karim.context.setOffline(false);

    await karim.page.getByText('Ce point n’est plus à l’ordre du jour').waitFor();
    const copy = karim.page.locator('.lv-stop');
    await expect.poll(() => copy.innerText()).toContain(removed);
    await expect.poll(() => copy.locator('pre').allInnerTexts()).toEqual(['Ceci n’a plus de place.']);
    await karim.room.says('Enregistré');
    await ines.room.shows('Ouverture', 'Ceci reste. Et cela aussi.');

    await karim.page.reload();
    const again = await openRoom(karim.page);
    await expect.poll(() => copy.locator('pre').allInnerTexts()).toEqual(['Ceci n’a plus de place.']);
    await expect.poll(() => copy.innerText()).toContain(removed);
    const download = karim.page.waitForEvent('download');
    await copy.getByRole('button', { name: 'Télécharger' }).click();
    expect((await download).suggestedFilename()).toBe('notes-non-enregistrees.txt');
    await copy.getByRole('button', { name: 'Fermer' }).click();
    await expect.poll(() => copy.count()).toBe(0);
    await untilDeviceHasWritten(karim.page);
    await karim.page.reload();
    await again.says('Enregistré');
    await expect.poll(() => copy.count()).toBe(0);
    await Promise.all([karim, ines].map(({ context }) => context.close()));
  });

  test('of a point that was locked meanwhile is given back, and the page goes on', async () => {
    const [karim, ines] = [await enter('participant'), await enter('organiser')];
    const { room, page, context } = karim;
    await room.write('Groupe-pays Argentine', 'Sur le serveur.');
    await room.says('Enregistré');
    await context.setOffline(true);
    await room.says('Hors ligne');
    await page.keyboard.type(' Trop tard.');
    await room.write('Ouverture', 'Ailleurs, à temps. ');
    await lock(ines.page, 'Groupe-pays Argentine');
    await context.setOffline(false);
    await page.getByText('Ce point est verrouillé').waitFor();
    await expect.poll(() => page.locator('.lv-stop pre').allInnerTexts()).toEqual(['Sur le serveur. Trop tard.']);
    await room.says('Enregistré');
    await ines.room.shows('Ouverture', 'Ailleurs, à temps.');
    await expect.poll(() => room.section('Groupe-pays Argentine').innerText()).not.toContain('Trop tard');
    await room.write('Ouverture', 'La suite.');
    await room.says('Enregistré');
    await Promise.all([context.close(), ines.context.close()]);
  });

  test('by somebody who may only read now stays on the device, and they are told, also after a reload', async () => {
    const [{ room, page, context }, ines] = [await enter('participant'), await enter('organiser')];
    await room.says('Enregistré');
    await context.setOffline(true);
    await room.says('Hors ligne');
    await room.write('Groupe-pays Haïti', 'Écrit avant de perdre le droit.');
    await untilDeviceHasWritten(page);
    await letKarim(ines.context, ines.page.url(), 'read');
    await context.setOffline(false);
    await page.getByText('Vous pouvez lire ces notes, mais plus y écrire.').waitFor();
    await page.getByText('n’est pas dans les notes que lisent les autres').waitFor();
    await expect.poll(() => page.locator('.lv-stop pre').allInnerTexts()).toEqual(['Écrit avant de perdre le droit.']);
    await expect.poll(() => page.locator('.lv-save').innerText()).toContain('Non enregistré');

    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText('Ce texte, écrit sur cet appareil, n’est pas dans les notes').waitFor();
    await expect.poll(() => page.locator('.lv-stop pre').allInnerTexts()).toEqual(['Écrit avant de perdre le droit.']);

    await letKarim(ines.context, ines.page.url(), 'write');
    await room.shows('Groupe-pays Haïti', 'Écrit avant de perdre le droit.');
    await room.says('Enregistré');
    await ines.room.shows('Groupe-pays Haïti', 'Écrit avant de perdre le droit.');
    await expect.poll(() => page.locator('.lv-stop').count()).toBe(0);
    await Promise.all([context.close(), ines.context.close()]);
  });

  test('by somebody whom the meeting is closed to is shown on the page that says so', async () => {
    const [{ page, context, room }, ines] = [await enter('participant'), await enter('organiser')];
    await context.setOffline(true);
    await room.says('Hors ligne');
    await room.write('Feuille de route', 'Mes mots à moi.');
    await untilDeviceHasWritten(page);
    const address = page.url();
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);
    await context.clearCookies();
    await context.addCookies(await ines.context.cookies());
    const hers = await context.newPage();
    await hers.goto(address.replace(/\/meetings\/[^/]+/, '/meetings/2001-01-01-nulle-part'));
    await hers.waitForLoadState('networkidle');
    await expect.poll(() => hers.locator('.lv-stop').count()).toBe(0);
    await context.clearCookies();
    await signInAs(hers, product.url, 'participant');
    await hers.goto(address.replace(/\/meetings\/[^/]+/, '/meetings/2001-01-01-nulle-part'));
    await hers.getByText('Ce texte, que vous avez écrit sur cet appareil').waitFor();
    await expect.poll(() => hers.locator('.lv-stop pre').allInnerTexts()).toEqual(['Mes mots à moi.']);
    await Promise.all([context.close(), ines.context.close()]);
  });
});

import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
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
    await page.getByRole('button', { name: `Supprimer « ${title} »`, exact: true }).click();
    await page.getByText(`Le point « ${title} » est supprimé.`).waitFor();
    await page.close();
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
    expect(await copy.innerText()).toContain(removed);
    expect(await copy.locator('pre').allInnerTexts()).toEqual(['Ceci n’a plus de place.']);
    await karim.room.says('Enregistré');
    await ines.room.shows('Ouverture', 'Ceci reste. Et cela aussi.');

    await karim.page.reload();
    const again = await openRoom(karim.page);
    expect(await copy.locator('pre').allInnerTexts()).toEqual(['Ceci n’a plus de place.']);
    expect(await copy.innerText()).toContain(removed);
    const download = karim.page.waitForEvent('download');
    await copy.getByRole('button', { name: 'Télécharger' }).click();
    expect((await download).suggestedFilename()).toBe('notes-non-enregistrees.txt');
    await copy.getByRole('button', { name: 'Fermer' }).click();
    expect(await copy.count()).toBe(0);
    await untilDeviceHasWritten(karim.page);
    await karim.page.reload();
    await again.says('Enregistré');
    expect(await copy.count()).toBe(0);
    await Promise.all([karim, ines].map(({ context }) => context.close()));
  });

  test('of a point that was locked at that moment is given back, and the page goes on', async () => {
    const { room, wire, page, context } = await enter('participant');
    await room.write('Feuille de route', 'Sur le serveur.');
    await room.says('Enregistré');
    wire.hear(false);
    await page.keyboard.type(' Trop tard.');
    await room.says('Enregistrement');
    wire.hear(true);
    wire.say('notes:refused', { n: 0, reason: 'section-locked' });
    await page.getByText('Ce point est verrouillé').waitFor();
    expect(await page.locator('.lv-stop pre').allInnerTexts()).toEqual(['Sur le serveur. Trop tard.']);
    await room.says('Enregistré');
    await room.write('Ouverture', ' La suite.');
    await room.says('Enregistré');
    await context.close();
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
    expect(await page.locator('.lv-stop pre').allInnerTexts()).toEqual(['Écrit avant de perdre le droit.']);
    expect(await page.locator('.lv-save').innerText()).toContain('Non enregistré');

    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText('Ce texte, écrit sur cet appareil, n’est pas dans les notes').waitFor();
    expect(await page.locator('.lv-stop pre').allInnerTexts()).toEqual(['Écrit avant de perdre le droit.']);

    await letKarim(ines.context, ines.page.url(), 'write');
    await room.shows('Groupe-pays Haïti', 'Écrit avant de perdre le droit.');
    await room.says('Enregistré');
    await ines.room.shows('Groupe-pays Haïti', 'Écrit avant de perdre le droit.');
    expect(await page.locator('.lv-stop').count()).toBe(0);
    await Promise.all([context.close(), ines.context.close()]);
  });
});

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { findMonthlyMeeting } from './live-room.ts';
import { overflow, violations } from './violations.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const ACTION = 'Ouvrir le sondage de dates de la rencontre climat';

describe('what was decided is followed until it is done', () => {
  const product = useProduct();
  const { newVisitor } = useBrowser();

  const good = async (page: Page) => {
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  };

  test('done and undone, given to somebody who answers by link, said at the next meeting, carried over', { timeout: 60_000 }, async () => {
    const [{ page }, { page: phone }] = await Promise.all([newVisitor(), newVisitor(PHONE)]);
    await signInAs(page, product.url, 'organiser');

    // things to do, with the same number in the masthead
    await page.locator('.mast__todo').click();
    await page.getByRole('heading', { level: 1, name: /^Bonjour Inès, \S+ choses à faire, dont une en retard$/ }).waitFor();
    const rows = page.locator('.todo > li');
    await expect.poll(() => page.locator('.mast__todo .count').innerText()).toBe(String(await rows.count()));
    await good(page);
    const late = page.locator('.todo .late');
    await late.getByRole('button', { name: /^Marquer comme faite/ }).click();
    await page.getByText('est faite.').waitFor();
    await expect.poll(() => late.count()).toBe(0);
    await page.getByRole('button', { name: 'Annuler' }).click();
    await late.waitFor();

    // the action without anybody is given to Karim, who is told once
    await page.getByRole('link', { name: /^Choisir/ }).click();
    await page.getByRole('link', { name: `Modifier : ${ACTION}` }).click();
    await page.getByLabel('Responsable').selectOption({ label: 'Karim Belhadj, Ville de Nanterre' });
    await page.getByLabel('Échéance').fill('2099-03-01');
    await good(page);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Enregistré.').waitFor();
    await good(page);
    await page.getByRole('button', { name: 'Envoyer les messages' }).click();
    await page.getByText('2 messages partent.').waitFor();

    // Karim answers from his mailbox, on a phone, without signing in
    const mail = phone.locator('.mailbox__list li').filter({ hasText: 'belhadj' }).filter({ hasText: 'Une action pour vous' }).first();
    await expect
      .poll(async () => (await phone.goto(`${product.url}/mailbox`)) !== null && mail.isVisible(), { timeout: 20_000 })
      .toBe(true);
    await mail.getByRole('link').click();
    await phone
      .frameLocator('.mail__frame')
      .getByRole('link', { name: /Répondre pour/ })
      .click();
    await phone.getByRole('heading', { level: 1, name: ACTION }).waitFor();
    await good(phone);
    await phone.getByRole('button', { name: 'Oui, je m’en charge' }).click();
    await phone.getByText('Vous avez dit que vous vous en chargez.').waitFor();
    await phone.getByText('Répondre autrement').click();
    await phone.getByRole('button', { name: 'Demander une autre date' }).click();
    await phone.getByText('Indiquez une date, à partir d’aujourd’hui.').waitFor();
    await good(phone);
    await phone.getByLabel('Ce qu’il en est advenu').fill('Sondage ouvert, douze réponses.');
    await phone.getByRole('button', { name: 'C’est fait' }).last().click();
    await phone.getByText('C’est fait : merci.').waitFor();
    await page.goto(`${product.url}/groups/dalc/follow-ups?show=done`);
    await page.getByText('Suite donnée : Sondage ouvert, douze réponses.').waitFor();

    // what was not dealt with goes on the next agenda, once
    await page.goto(`${product.url}/groups/dalc`);
    await page.getByRole('link', { name: 'Préparer la rencontre climat' }).click();
    await page.getByRole('link', { name: 'Reporter à la prochaine réunion' }).click();
    await good(page);
    await page.getByRole('button', { name: 'Reporter' }).click();
    await page.getByText('2 points sont passés à l’ordre du jour').waitFor();
    await page.getByRole('button', { name: 'Reporter' }).click();
    await page.getByText('Rien de nouveau').waitFor();
    await page.getByRole('link', { name: 'Voir l’ordre du jour' }).click();
    await page.getByRole('link', { name: /^Reporté de la réunion du/ }).waitFor();
    await expect.poll(() => page.getByRole('heading', { name: 'Suivi des actions' }).count()).toBe(1);
    await good(page);

    // and opens the next meeting: done with one click, without leaving the notes
    await page.goto(await findMonthlyMeeting(page, product.url));
    const opening = page.locator('.notes__s .fu-open__fold');
    await opening.getByText(/actions ouvertes/).waitFor();
    await page.locator('.notes-text.ProseMirror').first().waitFor();
    await opening.getByRole('button', { name: 'Marquer comme faite : Réserver la salle de la rencontre climat' }).click();
    await opening.getByRole('button', { name: 'Annuler : Réserver la salle de la rencontre climat' }).waitFor();
    await good(page);
  });
});

import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { overflow, violations } from './violations.ts';

const product = useProduct();
const browser = useBrowser();

/** What has the focus, as a screen reader names it. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName);
const thread = (page: Page, name: string) => page.getByRole('article', { name, exact: true });

describe('An organiser decides on what participants propose', () => {
  let page: Page;
  let address: string;

  beforeAll(async () => {
    page = (await browser.newVisitor({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })).page;
    await signInAs(page, product.url, 'organiser');
    const day = Temporal.Now.plainDateISO('Europe/Paris').subtract({ days: 10 });
    const held = day.subtract({ days: Math.max(0, day.dayOfWeek - 5) });
    address = `${product.url}/minutes/${held}-groupes-pays-et-groupes-regionaux/review`;
    await page.goto(address);
    await page.getByText('7 propositions à traiter').waitFor();
  });

  const reaches = async (name: string) => {
    await expect.poll(() => focused(page)).toBe(name);
  };

  test('on a page without a fault', async () => {
    expect(await violations(page)).toEqual([]);
  });

  test('by keyboard: the next one is open and has the focus after each decision, which is said', async () => {
    await page.keyboard.press('Alt+ArrowDown');
    await reaches('Proposition de Bénédicte Roussel');
    await page.keyboard.press('k');
    await reaches('Proposition de Julien Castaing');
    await page.keyboard.press('a');
    await page.getByRole('status').filter({ hasText: 'Proposition de Julien Castaing acceptée.' }).waitFor();
    await page.getByText('6 propositions à traiter').waitFor();
    await reaches('Proposition de Bénédicte Roussel');
    await expect.poll(() => page.getByText('(la province de Viterbe, au nord de Rome)').count()).toBe(1);
  });

  test('edits one, is told that there is no network and keeps every word, then accepts it; letters typed in the field are letters', async () => {
    await page.keyboard.press('e');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Jarnac aussi, à vérifier.');
    await page.context().setOffline(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Pas de réseau' }).waitFor();
    await page.getByText('6 propositions à traiter').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('alert').filter({ hasText: 'Pas de réseau' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.getByText('5 propositions à traiter').waitFor();
    await thread(page, 'Proposition de Bénédicte Roussel').getByText('Accepté avec des modifications').waitFor();
    await page.getByText('est organisée aussi sur son territoire. Jarnac aussi, à vérifier.').waitFor();
  });

  test('of what changed since, sees the three texts and accepts the merge', async () => {
    await reaches('Proposition de Monique Thébaud');
    const open = thread(page, 'Proposition de Monique Thébaud');
    for (const words of [
      'Le passage a changé depuis cette proposition.',
      'Ce que Monique Thébaud a lu',
      'Ce que dit le texte maintenant',
      'Ce que donnera la fusion',
    ])
      await open.getByText(words).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('a');
    await page.getByText('4 propositions à traiter').waitFor();
    const merged =
      'Depuis 2019, seules 2 collectivités françaises restent engagées activement au Nicaragua : les villes de Fougères et de Bouguenais.';
    await page.getByText(merged).waitFor();
  });

  test('answers a comment', async () => {
    await reaches('Commentaire de Hélène Marsac');
    await page.keyboard.press('e');
    await page.keyboard.type('Vérifié : oui, en avril 2018.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('3 propositions à traiter').waitFor();
    await page.getByText('Réponse : « Vérifié : oui, en avril 2018. »').waitFor();
  });

  test('refuses one with a reason, and not without', async () => {
    await reaches('Proposition de Alain Fauconnet');
    await page.keyboard.press('r');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Donnez le motif du refus.' }).waitFor();
    await thread(page, 'Proposition de Alain Fauconnet').getByRole('textbox', { name: 'Motif du refus' }).focus();
    await page.keyboard.type('La fonction est celle du jour de la réunion.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('2 propositions à traiter').waitFor();
    await page.getByText('« La fonction est celle du jour de la réunion. »').waitFor();
  });

  test('settles a contradiction, and takes a decision back', async () => {
    await reaches('Proposition de Paula Quintero');
    await page.keyboard.press('j');
    await reaches('Proposition de Chiara Bonetti');
    await thread(page, 'Proposition de Chiara Bonetti').getByText('Les deux changements touchent les mêmes mots').waitFor();
    await page.keyboard.press('e');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Une rencontre pourrait avoir lieu à Nice en mai, ou à l’automne.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('1 proposition à traiter').waitFor();
    await page.getByRole('button', { name: 'Rouvrir la proposition de Alain Fauconnet' }).press('Enter');
    await page.getByText('2 propositions à traiter').waitFor();
    await reaches('Proposition de Alain Fauconnet');
    expect(await violations(page)).toEqual([]);
  });

  test('sees at once what a colleague decided, and loses nothing that is being typed', async () => {
    const colleague = (await browser.newVisitor({ viewport: { width: 1440, height: 900 } })).page;
    await signInAs(colleague, product.url, 'organiser');
    await colleague.goto(address);
    await page.keyboard.press('r');
    await page.keyboard.type('Je réfléchis');
    await thread(colleague, 'Proposition de Paula Quintero')
      .getByRole('button', { name: 'Accepter la proposition de Paula Quintero' })
      .click();
    await colleague.getByText('1 proposition à traiter').waitFor();
    await thread(colleague, 'Proposition de Alain Fauconnet').getByRole('button', { name: 'Accepter' }).click();
    await colleague.getByText('Tout est traité').waitFor();
    await page.getByText('Du nouveau est arrivé.').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const alert = page.getByRole('alert').filter({ hasText: 'Inès Robledo l’a acceptée entre-temps' });
    await alert.getByText('Je réfléchis').waitFor();
    await expect.poll(() => colleague.getByRole('button', { name: 'Approuver' }).getAttribute('aria-disabled')).toBeNull();
  });

  test('on a phone, and in the dark, without a fault', async () => {
    const { page: phone } = await browser.newVisitor({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      colorScheme: 'dark',
    });
    await signInAs(phone, product.url, 'organiser');
    for (const view of ['', '?view=diff', '?view=clean']) {
      await phone.goto(address + view);
      expect(await violations(phone)).toEqual([]);
      expect(await overflow(phone)).toBeLessThanOrEqual(0);
    }
  });
});

test('without scripts the same is done by forms, one after the other', async () => {
  const { page } = await browser.newVisitor({ viewport: { width: 1440, height: 900 }, javaScriptEnabled: false });
  await signInAs(page, product.url, 'organiser');
  const day = Temporal.Now.plainDateISO('Europe/Paris').subtract({ days: 10 });
  const held = day.subtract({ days: Math.max(0, day.dayOfWeek - 5) });
  await page.goto(`${product.url}/minutes/${held}-groupes-pays-et-groupes-regionaux/review`);
  await page.getByRole('button', { name: 'Rouvrir la proposition de Julien Castaing' }).click();
  await page.getByText('Proposition de Julien Castaing rouverte.').waitFor();
  const open = thread(page, 'Proposition de Julien Castaing');
  await open.locator('details[data-do="refuse"] > summary').click();
  await open.getByRole('textbox', { name: 'Motif du refus' }).fill('Trop précis.');
  await open.getByRole('button', { name: 'Refuser avec ce motif' }).click();
  await page.getByText('Proposition de Julien Castaing refusée.').waitFor();
  await page.getByText('Tout est traité').waitFor();
});

import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { followMail as follow, type MailToFollow } from './follow-mail.ts';

// The whole chain in real browsers, with the words of the meeting of 30 November 2020: planned, invited, answered from the
// mails, written by three, published, and found by a calendar. Each test continues the one before.

const product = useProduct();
const browser = useBrowser();

const TITLE = 'Réunion Brainstorming Amérique latine, suite';
/** Next year, so that the promise holds in any year: people answer until a meeting begins. */
const DAY = `${Temporal.Now.plainDateISO('Europe/Paris').year + 1}-03-16`;
const SLUG = `${DAY}-reunion-brainstorming-amerique-latine-suite`;
const WAIT = { timeout: 15_000 };

let organiser: Page;
let karim: Page;
let alain: Page;

const followMail = (page: Page, mail: MailToFollow) => follow(page, product.url, mail);
const at = (path: string) => `${product.url}/meetings/${SLUG}${path}`;
const section = (page: Page, title: string) => page.locator('.notes__s', { has: page.getByRole('heading', { name: title }) });
const editor = (page: Page, title: string) => section(page, title).locator('[contenteditable="true"]');
const saved = (page: Page) => page.locator('.lv-save', { hasText: 'Enregistré' }).waitFor(WAIT);

async function write(page: Page, title: string, lines: readonly string[]): Promise<void> {
  await editor(page, title).click();
  await page.keyboard.press('Control+End');
  for (const line of lines) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
}

describe('one meeting, the whole chain', () => {
  beforeAll(async () => {
    organiser = (await browser.newVisitor({ viewport: { width: 1440, height: 900 } })).page;
    karim = (await browser.newVisitor({ viewport: { width: 1440, height: 900 } })).page;
    alain = (await browser.newVisitor({ viewport: { width: 390, height: 844 } })).page;
    await signInAs(organiser, product.url, 'organiser');
  });

  test('an organiser plans it', async () => {
    await organiser.goto(`${product.url}/meetings/new?group=dalc`);
    await organiser.getByLabel('Titre').fill(TITLE);
    await organiser.getByLabel('Date', { exact: true }).fill(DAY);
    await organiser.getByLabel('De', { exact: true }).fill('15:00');
    await organiser.getByLabel('À', { exact: true }).fill('16:00');
    await organiser.locator('[name="placeName"]').fill('Visioconférence Zoom');
    await organiser.locator('[name="onlineUrl"]').fill('https://zoom.example.org/j/2021');
    await organiser.getByRole('button', { name: 'Publier' }).click();
    await organiser.waitForURL(at(''));
    await organiser.getByRole('heading', { level: 1, name: TITLE }).waitFor(WAIT);
  });

  test('and gives it an agenda', async () => {
    await organiser.goto(at('/agenda'));
    for (const [title, minutes] of [
      ['Échanges', '45'],
      ['Conclusion', '15'],
    ] as const) {
      await organiser.getByLabel('Titre du point').fill(title);
      await organiser.getByLabel('Durée').fill(minutes);
      await organiser.getByRole('button', { name: 'Ajouter le point' }).click();
      await organiser.getByText(title, { exact: true }).first().waitFor(WAIT);
    }
    await organiser.getByText('60 min').first().waitFor(WAIT);
  });

  test('the whole group is invited in two clicks', async () => {
    await organiser.goto(at('/attendees?group=dalc'));
    await organiser.getByRole('button', { name: /^Inviter \d+ personnes/ }).click();
    await organiser.getByText('Karim Belhadj').first().waitFor(WAIT);
  });

  test('two people answer from their mails, without an account, and the organiser sees it at once', async () => {
    await followMail(karim, { to: 'karim.belhadj@example.org', subject: /Brainstorming/, link: /À distance/ });
    expect(new URL(karim.url()).pathname).toMatch(/^\/answers\//);
    await karim.getByRole('button', { name: /Enregistrer/ }).click();
    await followMail(alain, { to: 'alain.fauconnet@example.org', subject: /Brainstorming/, link: /suppléer/ });
    await alain.getByLabel('Qui vous supplée').fill('Jeanne Riquet');
    await alain.getByRole('button', { name: /Enregistrer/ }).click();
    const row = (name: string) => organiser.locator('tr, li', { hasText: name }).first();
    await row('Karim Belhadj').getByText('À distance').waitFor(WAIT);
    await row('Alain Fauconnet').getByText('Jeanne Riquet').waitFor(WAIT);
  });

  test('a participant signs in by the link of a mail', async () => {
    await alain.goto(`${product.url}/sign-in`);
    await alain
      .getByLabel(/courriel|e-mail/i)
      .first()
      .fill('alain.fauconnet@example.org');
    await alain.getByRole('button', { name: /Recevoir|Envoyer/ }).click();
    await followMail(alain, { to: 'alain.fauconnet@example.org', subject: /lien de connexion/, link: /connecter/i });
    await alain.getByRole('button', { name: /connecter/i }).click();
    await alain.waitForURL((address) => !address.pathname.includes('sign-in'));
    await signInAs(karim, product.url, 'participant');
  });

  test('three browsers write, and each sees what the others type', async () => {
    for (const page of [organiser, karim, alain]) {
      await page.goto(at('/live'));
      await page
        .locator('[contenteditable="true"]')
        .first()
        .waitFor({ ...WAIT, state: 'attached' });
    }
    await write(organiser, 'Échanges', ['@Belhadj']);
    await section(organiser, 'Échanges').getByText('Karim Belhadj').first().waitFor(WAIT);
    await write(organiser, 'Échanges', [
      'La ville de Nanterre a une coopération en Uruguay et en Argentine.',
      '! Travailler en inter-pays sur des thématiques.',
    ]);
    await section(karim, 'Échanges').getByText('Travailler en inter-pays sur des thématiques.').waitFor(WAIT);
    await write(karim, 'Conclusion', ['Une prochaine réunion pourrait permettre d’inviter deux réseaux.']);
    await section(organiser, 'Conclusion').getByText('deux réseaux').waitFor(WAIT);
    await section(alain, 'Conclusion')
      .getByText('deux réseaux')
      .waitFor({ ...WAIT, state: 'attached' });
    for (const page of [organiser, karim]) await saved(page);
  });

  test('one is cut off, goes on writing, comes back, and nothing is lost', async () => {
    await karim.context().setOffline(true);
    await karim.locator('.lv-save', { hasText: 'Hors ligne' }).waitFor(WAIT);
    await write(karim, 'Conclusion', ['Écrit dans le train, sous un tunnel.']);
    await write(organiser, 'Échanges', ['Écrit pendant ce temps.']);
    await karim.context().setOffline(false);
    await section(organiser, 'Conclusion').getByText('Écrit dans le train, sous un tunnel.').waitFor(WAIT);
    await section(karim, 'Échanges').getByText('Écrit pendant ce temps.').waitFor(WAIT);
    await saved(karim);
  });

  test('a decision stands in the side panel as soon as it is written', async () => {
    await editor(organiser, 'Conclusion').click();
    await organiser.keyboard.press('Control+End');
    await organiser.keyboard.press('Enter');
    await organiser
      .locator('.composer')
      .getByRole('button', { name: /Décision/ })
      .click();
    await organiser.keyboard.type('Une réunion par mois avec des partenaires latino-américains.');
    await karim.locator('.lv-sec--rel').getByText('Une réunion par mois').waitFor(WAIT);
    await saved(organiser);
  });

  test('the organiser previews the minutes and publishes them', async () => {
    await organiser.goto(at('/minutes'));
    await organiser.getByRole('navigation', { name: 'La suite' }).getByRole('link', { name: 'Publier' }).click();
    await organiser.getByRole('button', { name: 'Publier la version 1' }).click();
    await organiser.waitForURL(`${product.url}/minutes/${SLUG}`);
  });

  test('anyone reads them, complete without JavaScript, and downloads them', async () => {
    const { context, page } = await browser.newVisitor({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await page.goto(`${product.url}/minutes/${SLUG}`);
    const text = await page.locator('main').innerText();
    for (const words of [
      'Karim Belhadj',
      'Travailler en inter-pays sur des thématiques.',
      'Une réunion par mois',
      'Écrit dans le train, sous un tunnel.',
      'Ville de Nanterre',
    ])
      expect(text).toContain(words);
    const markdown = await context.request.get(`${product.url}/minutes/${SLUG}/v/1/${SLUG}-v1.md`);
    expect(await markdown.text()).toContain('**D1** Une réunion par mois avec des partenaires latino-américains.');
  });

  test('an independent parser finds the meeting in the feed, at its hour in Paris, with the link to its minutes', async () => {
    const answer = await fetch(`${product.url}/feeds/groups/dalc.ics`);
    const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
    const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    const event = events.find((each) => each.summary === TITLE);
    expect(event?.startDate.toString()).toBe(`${DAY}T15:00:00`);
    expect(event?.startDate.zone?.tzid).toBe('Europe/Paris');
    expect(event?.description).toContain(`/minutes/${SLUG}`);
    expect(await (await fetch(`${product.url}/feeds/groups/dalc.ics`)).text()).not.toMatch(/zoom\.example|@example\.org/);
  });
});

import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { followMail } from './follow-mail.ts';
import { overflow, violations } from './violations.ts';

// From the notes of a meeting to its minutes, reviewed by those who spoke, and to a second version. Each test continues the
// one before.

const product = useProduct();
const browser = useBrowser();
const WAIT = { timeout: 15_000 };
const SAID = 'La ville de Bordeaux est jumelée avec une ville du Salvador.';
const MEANT = 'La ville de Bordeaux est jumelée avec une ville du Nicaragua.';
const ERRATUM = 'La rencontre de Santa Fe date de 2019, et non de 2018.';

let slug = '';
let organiser: Page;
let writer: Page;
let phone: Page;

const meeting = (path = '') => `${product.url}/meetings/${slug}${path}`;
const minutes = (path = '') => `${product.url}/minutes/${slug}${path}`;
const section = (page: Page, title: string) => page.locator('.notes__s', { has: page.getByRole('heading', { name: title }) });
const main = (page: Page) => page.locator('main').innerText();

async function type(page: Page, title: string, lines: readonly string[]): Promise<void> {
  // a click may land on the « Qui ? » of an action
  await section(page, title).locator('[contenteditable="true"]').focus();
  await page.keyboard.press('Control+End');
  for (const line of lines) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
}

/** Waits until the server has these words: the page said « Enregistré » before they were typed, too. */
async function kept(words: string): Promise<void> {
  const draft = async () => (await organiser.request.get(meeting('/minutes'))).text();
  await expect.poll(draft, { ...WAIT, interval: 200 }).toContain(words);
}

async function openNotes(page: Page): Promise<void> {
  await page.goto(meeting('/live'));
  await page.locator('[contenteditable="true"]').first().waitFor(WAIT);
}

/** What a page promises to everybody who looks at it. */
async function looksRight(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
}

describe('from live notes to version 2 with an erratum', () => {
  beforeAll(async () => {
    const desk = { viewport: { width: 1440, height: 900 } };
    organiser = (await browser.newVisitor(desk)).page;
    writer = (await browser.newVisitor(desk)).page;
    phone = (await browser.newVisitor({ viewport: { width: 390, height: 844 } })).page;
    await signInAs(organiser, product.url, 'organiser');
    await signInAs(writer, product.url, 'participant');
    const home = await (await fetch(product.url)).text();
    slug = /\/meetings\/(\d{4}-\d\d-\d\d-reunion-mensuelle)/.exec(home)?.[1] ?? '';
    expect(slug).not.toBe('');
  });

  test('two people take the notes of a meeting', async () => {
    for (const page of [organiser, writer]) await openNotes(page);
    await type(organiser, 'Groupe-pays Haïti', ['@Etcheverry']);
    await section(organiser, 'Groupe-pays Haïti').getByText('Maud Etcheverry').first().waitFor(WAIT);
    await type(organiser, 'Groupe-pays Haïti', [SAID, '! Garder les groupes-pays qui fonctionnent.']);
    await type(writer, 'Répertoire des partenariats', ['Les rencontres de Santa Fe, en 2018, ont réuni le groupe.']);
    await type(writer, 'Répertoire des partenariats', ['[] Compléter les fiches du répertoire']);
    await kept('Garder les groupes-pays');
    await kept('Compléter les fiches du répertoire');
  });

  test('the draft is there when they stop, with what the checker would look at', async () => {
    await organiser.goto(meeting('/minutes'));
    const text = await main(organiser);
    for (const words of [SAID, 'Garder les groupes-pays', 'Compléter les fiches du répertoire', 'Maud Etcheverry'])
      expect(text).toContain(words);
    await looksRight(organiser);
  });

  test('the organiser opens a review: those who were there or spoke get a personal link', async () => {
    await organiser.goto(meeting('/minutes/review'));
    await organiser.getByRole('checkbox', { name: /Karim Belhadj/ }).check();
    await organiser.getByRole('checkbox', { name: /Maud Etcheverry/ }).check();
    await organiser.getByRole('button', { name: 'Continuer' }).click();
    await organiser.getByRole('button', { name: 'Envoyer les liens et ouvrir la relecture' }).click();
    await organiser.getByRole('heading', { name: 'Qui a répondu' }).waitFor(WAIT);
    await looksRight(organiser);
  });

  test('who only took notes loses the right to write at once', async () => {
    await writer.goto(meeting('/live'));
    await section(writer, 'Groupe-pays Haïti').waitFor(WAIT);
    await expect.poll(() => writer.locator('[contenteditable="true"]').count()).toBe(0);
  });

  test('whoever spoke corrects their words on a phone, without an account', async () => {
    await followMail(phone, product.url, { to: 'maud.etcheverry@example.org', subject: /à relire/, link: /Relire le compte-rendu/ });
    expect(new URL(phone.url()).pathname).toMatch(/^\/reviews\//);
    await looksRight(phone);
    // once among their own passages, and once where it stands in the draft
    await phone
      .getByRole('link', { name: new RegExp(`modification.*${SAID.slice(0, 20)}`) })
      .first()
      .click();
    await phone.locator('textarea[name="text"]').fill(MEANT);
    await phone.getByRole('button', { name: 'Proposer cette correction' }).click();
    await phone.getByText('En attente').first().waitFor(WAIT);
    await looksRight(phone);
  });

  test('whoever has nothing to say clicks once', async () => {
    await followMail(phone, product.url, { to: 'karim.belhadj@example.org', subject: /à relire/, link: /Relire le compte-rendu/ });
    await phone.getByRole('button', { name: 'Je n’ai rien à ajouter' }).first().click();
    await phone.getByText('Vous avez répondu que vous n’avez rien à ajouter.').first().waitFor(WAIT);
  });

  test('the organiser accepts the correction, by the keyboard alone, and approves', async () => {
    await organiser.goto(minutes('/review'));
    const reached = async () => {
      await organiser.keyboard.press('Alt+ArrowDown');
      return organiser.evaluate(() => document.activeElement?.hasAttribute('data-thread') ?? false);
    };
    await expect.poll(reached, WAIT).toBe(true);
    await organiser.keyboard.press('a');
    await organiser
      .getByText(/Proposition de Maud Etcheverry acceptée/)
      .first()
      .waitFor(WAIT);
    await looksRight(organiser);
    await organiser.getByRole('button', { name: 'Approuver' }).click();
    await organiser.locator('.steps .now', { hasText: 'Approuvé' }).waitFor(WAIT);
  });

  test('and publishes version 1, with its PDF ready a moment later', async () => {
    await organiser.goto(meeting('/minutes/publish'));
    await looksRight(organiser);
    await organiser.getByRole('button', { name: 'Publier la version 1' }).click();
    await organiser.waitForURL(minutes());
    const text = await main(organiser);
    expect(text).toContain(MEANT);
    expect(text).not.toContain(SAID);
    const file = async () => {
      const answer = await fetch(minutes(`/v/1/${slug}-v1.pdf`));
      return answer.ok
        ? Buffer.from(await answer.arrayBuffer())
            .subarray(0, 5)
            .toString()
        : '';
    };
    await expect.poll(file, { ...WAIT, interval: 200 }).toBe('%PDF-');
    await looksRight(organiser);
  });

  test('it is sent once the number of people is confirmed', async () => {
    await organiser.goto(meeting('/minutes/send'));
    await looksRight(organiser);
    await organiser.getByRole('checkbox', { name: /Excusés/ }).check();
    await organiser.getByRole('button', { name: 'Vérifier avant l’envoi' }).click();
    await organiser.getByRole('button', { name: /^Envoyer à \d+ personnes$/ }).click();
    await organiser.getByText(/^Envoi en cours à \d+ personnes\.$/).waitFor(WAIT);
    await followMail(phone, product.url, {
      to: 'maud.etcheverry@example.org',
      subject: /Compte-rendu\s: Réunion mensuelle/,
      link: /Lire le compte-rendu/,
    });
    expect(new URL(phone.url()).pathname).toBe(`/minutes/${slug}`);
  });

  test('a mistake that is found later is put right in version 2, and its reader is told what changed', async () => {
    await writer.goto(minutes());
    await organiser.goto(meeting('/minutes'));
    await organiser.getByRole('link', { name: 'Rouvrir' }).click();
    await organiser.getByRole('button', { name: 'Revenir au brouillon' }).click();
    await organiser.locator('.steps .now', { hasText: 'Brouillon' }).waitFor(WAIT);
    await openNotes(organiser);
    await type(organiser, 'Répertoire des partenariats', [ERRATUM]);
    await kept(ERRATUM);
    await organiser.goto(meeting('/minutes/publish'));
    await organiser.getByRole('radio', { name: /Erratum/ }).check();
    await organiser.getByLabel('Ce qui a été corrigé').fill(ERRATUM);
    await organiser.getByRole('button', { name: 'Publier la version 2' }).click();
    await organiser.waitForURL(minutes());
    expect(await main(organiser)).toContain(ERRATUM);
    await writer.goto(minutes());
    await writer.getByText('Vous aviez lu la version 1.').waitFor(WAIT);
    await writer.getByRole('link', { name: 'Voir ce qui a changé' }).click();
    await writer.waitForURL(/changes/);
    expect(await main(writer)).toContain(ERRATUM);
    await expect.poll(() => writer.locator('main ins').count()).toBeGreaterThan(0);
    await looksRight(writer);
  });

  test('version 1 stays at its address, both are chained, and the feed tells of the second', async () => {
    const first = await fetch(minutes('/v/1'));
    expect(await first.text()).not.toContain(ERRATUM);
    const proof = async (number: number) => (await fetch(minutes(`/v/${number}/proof.json`))).json();
    const [one, two] = [JSON.stringify(await proof(1)), JSON.stringify(await proof(2))];
    const json = await (await fetch(minutes(`/v/1/${slug}-v1.json`))).arrayBuffer();
    const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', json)).toString('hex');
    for (const text of [one, two]) expect(text).toContain(sha256);
    expect(await (await fetch(`${product.url}/feeds/groups/dalc.atom`)).text()).toContain(`Version 2. ${ERRATUM}`);
  });

  test('its action is followed up', async () => {
    await organiser.goto(`${product.url}/groups/dalc/follow-ups`);
    expect(await main(organiser)).toContain('Compléter les fiches du répertoire');
    await looksRight(organiser);
  });
});

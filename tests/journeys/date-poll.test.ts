import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { followMail } from './follow-mail.ts';
import { overflow, violations } from './violations.ts';

const product = useProduct();
const browser = useBrowser();
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' as const };
const POLL = '/polls/rencontre-climat-c11ac011';
const MAIL = { subject: /Quelles dates vous conviennent/, link: /Donner mes disponibilités/ };

/** What the page says is saved, without its no-break spaces. */
const standing = async (page: Page) => ((await page.locator('[data-ballot-says]').textContent()) ?? '').replaceAll(/\s+/g, ' ').trim();
const card = (page: Page, index: number) => page.locator('.dp-cards > li').nth(index);
/** Says yes, if need be or no, as a finger does. */
const say = (page: Page, index: number, word: string) => card(page, index).locator('label').filter({ hasText: word }).tap();

describe('A poll of dates becomes a meeting', () => {
  let phone: Page;
  let link: string;

  beforeAll(async () => {
    phone = (await browser.newVisitor(PHONE)).page;
  });

  test('on a phone, from the mail, without an account: each answer is saved as it is given, and only then said to be', async () => {
    await followMail(phone, product.url, { to: 'solange.ribeyre@example.org', ...MAIL });
    link = phone.url();
    await expect.poll(() => standing(phone)).toBe('Vous n’avez pas encore répondu.');
    expect(await violations(phone)).toEqual([]);
    expect(await overflow(phone)).toBeLessThanOrEqual(0);
    // the script has taken over once its button is gone
    await expect.poll(() => phone.getByRole('button', { name: 'Enregistrer mes réponses' }).count()).toBe(0);
    await say(phone, 0, 'Oui');
    await expect.poll(() => standing(phone)).toMatch(/^Vos réponses sont enregistrées\. Il reste :/);
    await expect.poll(() => card(phone, 0).locator('.dpc__r').textContent()).toContain('9 oui');
    await phone.context().setOffline(true);
    await say(phone, 1, 'Si besoin');
    await expect.poll(() => standing(phone)).toMatch(/^Pas encore enregistré/);
    await phone.context().setOffline(false);
    await expect.poll(() => card(phone, 1).locator('.dpc__r').textContent()).toContain('5 si besoin');
    await phone.reload();
    expect(await card(phone, 1).locator('input:checked').first().getAttribute('value')).toBe('if_needed');
  });

  test('the same link without scripts: one form, one button', async () => {
    const plain = (await browser.newVisitor({ ...PHONE, javaScriptEnabled: false })).page;
    await plain.goto(link);
    for (const index of [2, 3, 4]) await say(plain, index, 'Non');
    await plain.getByRole('button', { name: 'Enregistrer mes réponses' }).tap();
    await plain.getByRole('status').filter({ hasText: 'Vos réponses sont enregistrées.' }).first().waitFor();
    await expect.poll(() => card(plain, 2).locator('input:checked').getAttribute('value')).toBe('no');
    // what the phone said before is still there
    expect(await card(plain, 1).locator('input:checked').getAttribute('value')).toBe('if_needed');
  });

  test('shows the hours on the clock that the reader chooses, in the address and without an account', async () => {
    await phone.goto(`${link}?zone=America/Cayenne`);
    await expect.poll(() => card(phone, 0).locator('.meta').first().textContent()).toMatch(/Cayenne/);
  });

  test('the organiser sees why a date leads, chooses it with one click, and the meeting is there with its invitations', async () => {
    const desk = (await browser.newVisitor({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })).page;
    await signInAs(desk, product.url, 'organiser');
    await desk.goto(`${product.url}${POLL}`);
    await desk.getByText(/est en tête/).waitFor();
    expect(await violations(desk)).toEqual([]);
    expect(await overflow(desk)).toBeLessThanOrEqual(0);
    await desk.locator('.dp-wide tfoot .dp__best button').click();
    await desk.waitForURL(/\/meetings\/.*rencontre-climat\?settled=\d+$/);
    await desk
      .getByRole('status')
      .filter({ hasText: /^La réunion est créée, \d+ invitations partent\.$/ })
      .waitFor();
    await desk.getByRole('heading', { name: 'Rencontre climat' }).first().waitFor();
    await desk.goto(`${product.url}${POLL}`);
    await desk.getByText('Une date est retenue.').waitFor();
    await phone.goto(link);
    await phone.getByText('Une date est retenue.').waitFor();
    expect(await violations(phone)).toEqual([]);
    await followMail(phone, product.url, {
      to: 'solange.ribeyre@example.org',
      subject: /Rencontre climat/,
      link: /place|présent|viens|person/i,
    });
    await phone.waitForURL(/\/answers\//);
  });
});

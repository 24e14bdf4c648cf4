import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '#tests/journeys/demo-visitor.ts';
import { overflow, violations } from '#tests/journeys/violations.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';

// From the link in a mail to an answer, on a telephone that runs no script; then an organiser sees it. Each test goes on
// where the one before ended.

const product = useProduct();
const visitors = useBrowser();
const PHONE = { viewport: { width: 390, height: 844 } };

let organiser: Page;
let phone: Page;
let follow = '';
let link = '';

/** axe needs scripts: the same page in a browser that runs them, on the smallest telephone. */
async function faultsOf(address: string): Promise<string[]> {
  const { page, context } = await visitors.newVisitor({ viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' });
  await page.goto(address);
  const found = [...(await violations(page)), ...((await overflow(page)) > 0 ? ['wider than the screen'] : [])];
  await context.close();
  return found;
}

const line = (name: string) => organiser.locator('.review-follow tr', { hasText: name });

/** Where the reminder to somebody leads, in the demo's mailbox. */
async function linkInReminderTo(address: string): Promise<string> {
  const mail = phone.locator('.mailbox__list li', { hasText: address }).filter({ hasText: 'Rappel' });
  const arrived = async () => {
    await phone.goto(`${product.url}/mailbox`);
    return mail.count();
  };
  await expect.poll(arrived, { timeout: 20_000 }).toBeGreaterThan(0);
  await mail.first().getByRole('link').click();
  return (await phone.frameLocator('.mail__frame').getByRole('link', { name: 'Relire le compte-rendu' }).getAttribute('href')) ?? '';
}

describe('reviewing on a telephone without a script', () => {
  beforeAll(async () => {
    organiser = (await visitors.newVisitor()).page;
    phone = (await visitors.newVisitor({ ...PHONE, javaScriptEnabled: false })).page;
    await signInAs(organiser, product.url, 'organiser');
    await organiser.goto(`${product.url}/calendar`);
    const { page } = await visitors.newVisitor();
    await page.goto(`${product.url}/calendar`);
    const html = await page.content();
    const slug = /meetings\/([\d-]+groupes-pays-et-groupes-regionaux)/.exec(html)?.[1];
    follow = `${product.url}/meetings/${slug}/minutes/review`;
    await organiser.goto(follow);
  });

  test('the organiser reminds those who are silent, and their mail has a link', async () => {
    await organiser.getByRole('button', { name: /^Relancer/ }).click();
    await expect.poll(() => organiser.getByRole('status').first().innerText()).toMatch(/rappels? (est parti|sont partis)/);
    link = await linkInReminderTo('ferrand');
    expect(link).toMatch(/\/reviews\/[\w-]{43}$/);
  });

  test('the page says whose link it is, has no fault of accessibility, and reading it records nothing', async () => {
    await phone.goto(link);
    await expect.poll(() => phone.locator('.review__head').innerText()).toContain('Ce lien est celui de Lucía Ferrand');
    for (const address of [link, `${link}?do=identity`, link.replace('/reviews/', '/en/reviews/')])
      expect([address, await faultsOf(address)]).toEqual([address, []]);
    await organiser.reload();
    await expect.poll(() => line('Ferrand').innerText()).not.toContain('Rien à ajouter');
  });

  test('one click says « rien à ajouter », and the organiser sees it', async () => {
    await phone.getByRole('button', { name: 'Je n’ai rien à ajouter' }).first().click();
    await expect.poll(() => phone.getByRole('status').innerText()).toContain('Merci');
    await organiser.reload();
    await expect.poll(() => line('Ferrand').innerText()).toContain('Rien à ajouter');
  });

  test('a correction: sent unchanged it comes back with a word, then it is kept, changed and withdrawn', async () => {
    await phone.locator('.review__do').first().click();
    const form = phone.locator('.review__form');
    const text = form.getByLabel('Le paragraphe, corrigé');
    const before = await text.inputValue();
    expect(before.length).toBeGreaterThan(20);
    await form.getByRole('button', { name: 'Proposer cette correction' }).click();
    await expect.poll(() => form.getByRole('alert').innerText()).toContain('Rien n’a changé');
    expect(await faultsOf(`${link}?block=x`)).toEqual([]);
    await text.fill(`${before} Et au-delà.`);
    await form.getByRole('button', { name: 'Proposer cette correction' }).click();
    const card = phone.locator('.review__card');
    await expect.poll(() => card.innerText()).toContain('Et au-delà.');
    await card.getByRole('link', { name: 'Modifier' }).click();
    await phone.getByLabel('Le paragraphe, corrigé').fill(`${before} Et plus loin.`);
    await phone.getByRole('button', { name: 'Enregistrer la modification' }).click();
    await expect.poll(() => card.innerText()).toContain('Et plus loin.');
    await organiser.reload();
    await expect.poll(() => line('Ferrand').innerText()).toContain('A fait des propositions');
    expect(await faultsOf(link)).toEqual([]);
    await card.getByRole('button', { name: 'Retirer' }).click();
    await expect.poll(() => card.count()).toBe(0);
  });

  test('the form fits the keyboard: the whole way from the paragraph to the sent proposal', async () => {
    const { page } = await visitors.newVisitor(PHONE);
    await page.goto(link);
    await page.locator('.review__do').nth(1).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/do=replace/);
    expect(await faultsOf(page.url())).toEqual([]);
    await page.locator('.review__seg').getByRole('link', { name: 'Commenter' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Votre commentaire').focus();
    await page.keyboard.type('À vérifier.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=proposed/);
    await expect.poll(() => page.locator('.review__card').innerText()).toContain('À vérifier.');
  });

  test('the organiser’s page has no fault of accessibility, and closing ends the writing', async () => {
    expect(await violations(organiser)).toEqual([]);
    await organiser.getByRole('button', { name: 'Fermer la relecture' }).click();
    await expect.poll(() => organiser.getByRole('status').first().innerText()).toContain('close');
    await phone.goto(link);
    await expect.poll(() => phone.locator('.review__head').innerText()).toContain('La relecture est close');
    await expect.poll(() => phone.locator('.review__do').count()).toBe(0);
    expect(await faultsOf(link)).toEqual([]);
    expect(await faultsOf(`${product.url}/reviews/gone`)).toEqual([]);
  });
});

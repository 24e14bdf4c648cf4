import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { followMail } from './follow-mail.ts';
import { NEXT_EDITION as EDITION } from './next-edition.ts';
import { overflow, violations } from './violations.ts';

const product = useProduct();
const browser = useBrowser();
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' as const };

describe('A delegation registers for an edition that has one place left', () => {
  let phone: Page;

  beforeAll(async () => {
    const { page } = await browser.newVisitor({});
    await signInAs(page, product.url, 'organiser');
    await page.goto(`${product.url}${EDITION}/registrations?state=registered`);
    const there = Number(await page.locator('.rg-counts b').first().textContent());
    await page.goto(`${product.url}${EDITION}/registrations/settings`);
    await page.getByLabel('Nombre de places').fill(String(there + 1));
    await page.locator('button[value="settings"]').click();
    await page.getByText('C’est enregistré.').waitFor();
    phone = (await browser.newVisitor(PHONE)).page;
  });

  test('on a phone: rows pasted from a spreadsheet, who has a place and who waits said before and after', async () => {
    await phone.goto(`${product.url}${EDITION}/register/delegation`);
    await phone.getByText('presque toutes prises').first().waitFor();
    expect(await violations(phone)).toEqual([]);
    expect(await overflow(phone)).toBeLessThanOrEqual(0);
    await phone.getByText('Coller une liste depuis un tableur').tap();
    await phone
      .getByLabel('Lignes copiées')
      .fill('Prénom\tNom\tAdresse électronique\nAnne\tRaimbault\tanne@chartres.example\nPaul\tLenoir\t');
    await phone.getByRole('button', { name: 'Lire la liste' }).tap();
    await expect.poll(() => phone.locator('[name="p1-familyName"]').inputValue()).toBe('Lenoir');
    await phone.getByLabel('Organisation').fill('Ville de Chartres');
    await phone.locator('[name="contactFamilyName"]').fill('Raimbault');
    await phone.getByRole('button', { name: 'Inscrire la délégation' }).tap();
    // what was typed is still there, and the fault is named
    await phone.getByRole('alert').getByText('adresse électronique complète').waitFor();
    expect(await phone.locator('[name="p0-familyName"]').inputValue()).toBe('Raimbault');
    await phone.locator('[name="contactEmail"]').fill('contact@chartres.example');
    await phone.getByRole('button', { name: 'Inscrire la délégation' }).tap();
    await phone.getByText('Une personne a une place.').waitFor();
    await phone.getByText('Une personne est sur liste d’attente.').waitFor();
    expect(await overflow(phone)).toBeLessThanOrEqual(0);
  });

  test('the contact follows the mail, gives a place back, and whoever waited has it', async () => {
    await followMail(phone, product.url, { to: 'contact@chartres.example', subject: /Votre délégation/, link: /Voir ma délégation/ });
    await phone.getByText('Paul Lenoir').first().waitFor();
    expect(await violations(phone)).toEqual([]);
    await phone.getByRole('button', { name: 'Retirer Anne Raimbault' }).tap();
    await phone.getByText('la place rendue').waitFor();
    await phone.getByRole('link', { name: 'Paul Lenoir' }).tap();
    await phone.getByText('Une place vous est réservée').waitFor();
    expect(await overflow(phone)).toBeLessThanOrEqual(0);
  });
});

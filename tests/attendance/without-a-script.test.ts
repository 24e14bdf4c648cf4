import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '#tests/journeys/demo-visitor.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';

// Inviting, answering and keeping the list on a machine that runs no script: a locked-down office PC. Each test goes on
// where the one before ended.

const product = useProduct();
const visitors = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const LIST = '/meetings/rencontre-sante/attendees';
const GUEST = 'rosalie.agesilas@capnord.example';

let organiser: Page;
let guest: Page;
const line = () => organiser.locator('.presence tr', { hasText: 'Agésilas' }).first();

describe('without a script', () => {
  beforeAll(async () => {
    organiser = (await visitors.newVisitor({ javaScriptEnabled: false })).page;
    guest = (await visitors.newVisitor({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })).page;
    await signInAs(organiser, product.url, 'organiser');
  });

  test('a form with faults comes back with what was typed, then invites somebody new', async () => {
    await organiser.goto(product.url + LIST);
    const form = organiser.locator('#invite-new');
    await form.getByLabel('Prénom').fill('Rosalie');
    await form.getByLabel('Courriel').fill('rosalie@capnord');
    await form.getByRole('button').click();
    await expect.poll(() => form.getByRole('alert').innerText()).toContain('2 points à corriger');
    await expect.poll(() => form.getByLabel('Prénom').inputValue()).toBe('Rosalie');
    await form.getByLabel('Nom', { exact: true }).fill('Agésilas');
    await form.getByLabel('Organisme').fill('CAP Nord Martinique');
    await form.getByLabel('Courriel').fill(GUEST);
    await form.getByRole('button').click();
    await expect.poll(() => organiser.getByRole('status').innerText()).toContain('1 personne ajoutée à la liste.');
    await expect.poll(() => line().innerText()).toContain('Sans réponse');
  });

  test('the mail arrives, its link proposes an answer, and nothing is recorded until it is confirmed', async () => {
    await expect
      .poll(async () => {
        await guest.goto(`${product.url}/mailbox`);
        return guest.locator('.mailbox__list li', { hasText: GUEST }).count();
      })
      .toBe(1);
    await guest.locator('.mailbox__list li', { hasText: GUEST }).getByRole('link').click();
    const href = await guest.frameLocator('.mail__frame').getByRole('link', { name: 'Je me fais suppléer' }).getAttribute('href');
    await guest.goto(href ?? '');
    await expect.poll(() => guest.getByLabel('Je me fais suppléer').isChecked()).toBe(true);
    await organiser.reload();
    await expect.poll(() => line().innerText()).toContain('Sans réponse');
  });

  test('a substitute needs a name; then the page says what is recorded, and the list too', async () => {
    await guest.getByRole('button', { name: 'Enregistrer ma réponse' }).click();
    await expect.poll(() => guest.getByRole('alert').innerText()).toContain('Indiquez le nom');
    await guest.getByLabel('Qui vous supplée').fill('Noé Vialat');
    await guest.getByRole('button', { name: 'Enregistrer ma réponse' }).click();
    await expect.poll(() => guest.getByRole('status').innerText()).toContain('Noé Vialat vous supplée');
    await organiser.reload();
    await expect.poll(() => line().innerText()).toContain('Noé Vialat, pour Rosalie Agésilas');
  });

  test('the answer page fits the smallest telephone and has no fault of accessibility', async () => {
    const { page } = await visitors.newVisitor({ viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' });
    for (const address of [guest.url(), guest.url().replace('/answers/', '/en/answers/'), `${product.url}/answers/gone`]) {
      await page.goto(address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const run = (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe.run();
        return (await run).violations.map((violation) => violation.id);
      });
      expect([address, found]).toEqual([address, []]);
    }
  });

  test('the organiser checks in, undoes it, edits the line, and takes the person off the list', async () => {
    await line()
      .getByRole('button', { name: /^Émarger/ })
      .click();
    await expect.poll(() => line().innerText()).toMatch(/Là depuis/);
    await line()
      .getByRole('button', { name: /^Annuler/ })
      .click();
    await line().getByRole('link', { name: 'Modifier Rosalie Agésilas' }).click();
    const edit = organiser.locator('.edit-attendee');
    await edit.getByLabel('Fonction', { exact: true }).fill('Responsable de service');
    await edit.getByRole('button', { name: 'Enregistrer' }).click();
    await line().getByRole('link', { name: 'Modifier Rosalie Agésilas' }).click();
    await expect.poll(() => edit.getByLabel('Fonction', { exact: true }).inputValue()).toBe('Responsable de service');
    await edit.getByRole('button', { name: 'Retirer de la liste' }).click();
    await expect.poll(() => organiser.getByRole('status').innerText()).toContain('un message le lui dit');
    await expect.poll(() => organiser.locator('.presence tr', { hasText: 'Agésilas' }).count()).toBe(0);
    await guest.reload();
    await expect.poll(() => guest.getByRole('heading', { level: 1 }).innerText()).toContain('ne mène plus');
  });
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { findMonthlyMeeting, openRoom, type Role, type Room } from './live-room.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('a question is put to the meeting', () => {
  const product = useProduct();
  const { newVisitor } = useBrowser();

  async function enter(role: Role, options = {}): Promise<Room> {
    const { page } = await newVisitor(options);
    await signInAs(page, product.url, role);
    await page.goto(await findMonthlyMeeting(page, product.url));
    return openRoom(page);
  }
  const poll = (page: Page) => page.locator('.lv-sec--poll');
  const option = (page: Page, label: string) => poll(page).getByRole('button', { name: label });

  test('two people vote, one changes their mind, and the result stands in everybody’s notes', { timeout: 60_000 }, async () => {
    const [ines, karim, paula] = await Promise.all([enter('organiser'), enter('participant'), enter('member', PHONE)]);
    await ines.page.getByRole('link', { name: 'Sondage' }).click();
    const dialog = ines.page.getByRole('dialog', { name: 'Ouvrir un sondage' });
    await dialog.getByLabel('Question').fill('Quel format pour les thématiques ?');
    await dialog.getByLabel('Réponse 1').fill('Par thème');
    await dialog.getByRole('button', { name: 'Ouvrir le sondage' }).click();
    await dialog.getByRole('link', { name: 'Proposez au moins deux réponses.' }).waitFor();
    await expect.poll(() => dialog.getByLabel('Question').inputValue()).toBe('Quel format pour les thématiques ?');
    await dialog.getByLabel('Réponse 2').fill('Par pays');
    await dialog.getByLabel('Point dont les notes').selectOption({ label: 'Ouverture' });
    await dialog.getByRole('button', { name: 'Ouvrir le sondage' }).click();
    await dialog.waitFor({ state: 'detached' });

    await option(karim.page, 'Par thème').click();
    await option(karim.page, 'Par thème').and(karim.page.locator('[aria-pressed=true]')).waitFor();
    await paula.page.getByRole('link', { name: /Relevé/ }).click();
    await option(paula.page, 'Par thème').click();
    await poll(ines.page)
      .getByText(/^2 votes sur/)
      .waitFor();
    expect(await violations(paula.page)).toEqual([]);
    expect(await violations(ines.page)).toEqual([]);
    await option(paula.page, 'Par pays').click();
    await poll(paula.page).getByText('Vous pouvez changer d’avis jusqu’à la clôture.').waitFor();
    await expect.poll(() => option(ines.page, 'Par pays').locator('b').innerText()).toMatch(/^1/);
    await expect.poll(() => option(ines.page, 'Par thème').locator('b').innerText()).toMatch(/^1/);
    await expect.poll(() => poll(karim.page).getByRole('button', { name: 'Clore et insérer' }).count()).toBe(0);

    await poll(ines.page).getByRole('button', { name: 'Clore et insérer' }).click();
    await poll(paula.page).getByText('Sondages clos').waitFor();
    await expect.poll(() => poll(paula.page).getByRole('button').count()).toBe(0);
    await paula.page.getByRole('link', { name: 'Notes', exact: true }).click();
    for (const { shows } of [ines, karim, paula]) {
      await shows('Ouverture', 'Quel format pour les thématiques ?');
      await shows('Ouverture', 'Par pays\u00a0: 1 vote');
    }
    await Promise.all([ines, karim, paula].map(({ page }) => page.context().close()));
  });

  test('works without scripts: the poll is opened, voted in and closed by plain forms', { timeout: 60_000 }, async () => {
    const [ines, karim] = await Promise.all(
      (['organiser', 'participant'] as const).map(async (role) => {
        const { page } = await newVisitor({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
        await signInAs(page, product.url, role);
        await page.goto(await findMonthlyMeeting(page, product.url));
        return page;
      }),
    );
    if (!ines || !karim) throw new Error('Two people were asked for.');
    const live = ines.url();
    await ines.goto(`${live}/polls/new`);
    await ines.getByLabel('Question').fill('Garder la date ?');
    await ines.getByLabel('Réponse 1').fill('Oui');
    await ines.getByLabel('Réponse 2').fill('oui');
    await ines.getByRole('button', { name: 'Ouvrir le sondage' }).click();
    await ines.getByRole('link', { name: 'La réponse 2 est déjà proposée plus haut.' }).waitFor();
    expect(await overflow(ines)).toBeLessThanOrEqual(0);
    await ines.getByLabel('Réponse 2').fill('Non');
    await ines.getByRole('button', { name: 'Ouvrir le sondage' }).click();
    await poll(ines).getByText('Garder la date ?').waitFor();

    await karim.goto(`${live}?pane=records`);
    await option(karim, 'Oui').click();
    await option(karim, 'Oui').and(karim.locator('[aria-pressed=true]')).waitFor();
    await ines.goto(`${live}?pane=records`);
    await poll(ines).getByRole('button', { name: 'Masquer' }).click();
    await poll(ines).getByRole('button', { name: 'Insérer dans les notes' }).waitFor();
    await option(karim, 'Non').click();
    await poll(karim).getByText('Ce sondage vient d’être clos').waitFor();

    await karim.goto(`${live}/intervention`);
    await karim.getByLabel('Nature').selectOption('action');
    await karim.getByLabel('Échéance').fill('2031-09-15');
    await karim.getByRole('button', { name: 'Ajouter aux notes' }).click();
    await karim.getByRole('link', { name: 'Écrivez le texte à ajouter.' }).waitFor();
    await expect.poll(() => karim.getByLabel('Échéance').inputValue()).toBe('2031-09-15');
    expect(await overflow(karim)).toBeLessThanOrEqual(0);
    await karim.getByLabel('Texte').fill('Recenser les liens avec Santa Fe.');
    await karim.getByRole('button', { name: 'Ajouter aux notes' }).click();
    await karim.getByRole('link', { name: 'Retour aux notes' }).first().click();
    await karim.locator('.nb-k--act', { hasText: 'Recenser les liens avec Santa Fe.' }).waitFor();
    await Promise.all([ines, karim].map((page) => page.context().close()));
  });

  test('a proposal is supported from the records and beside it, once a person', { timeout: 60_000 }, async () => {
    const [karim, paula] = await Promise.all([enter('participant'), enter('member')]);
    await karim.write('Ouverture', '');
    await karim.page.keyboard.press('Enter');
    await karim.page.keyboard.type('/p');
    await karim.page.keyboard.type('Travailler en inter-pays');
    await karim.says('Enregistré');
    const beside = paula.page.locator('.nb-f--prop', { hasText: 'Soutenir' }).getByRole('button').last();
    await beside.click();
    const support = karim.page.locator('.rel .k-prop', { hasText: 'Travailler en inter-pays' }).getByRole('button');
    await expect.poll(() => support.innerText()).toContain('Soutenir, 1');
    await support.click();
    await expect.poll(() => beside.innerText()).toContain('Soutenir, 2');
    await beside.click();
    await expect.poll(() => support.innerText()).toContain('Soutenir, 1');
    await Promise.all([karim, paula].map(({ page }) => page.context().close()));
  });
});

interface Violation {
  id: string;
  nodes: { target: unknown }[];
}

/** Rules of WCAG 2.0 to 2.2, A and AA. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> } };
    return (await axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } }))
      .violations;
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => JSON.stringify(node.target)).join(', ')}`);
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

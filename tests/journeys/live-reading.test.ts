import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { findMonthlyMeeting, openRoom, type Role } from './live-room.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe('whoever only reads', () => {
  const product = useProduct();
  const { newVisitor } = useBrowser();

  async function enter(role: Role) {
    const { page } = await newVisitor();
    await signInAs(page, product.url, role);
    await page.goto(await findMonthlyMeeting(page, product.url));
    return openRoom(page);
  }

  test('is shown the words as they come, without an editor, and follows the meeting from point to point', { timeout: 60_000 }, async () => {
    const ines = await enter('organiser');
    const { page } = await newVisitor(PHONE);
    const scripts = scriptsOf(page);
    await signInAs(page, product.url, 'member');
    await page.goto(await findMonthlyMeeting(page, product.url));
    const paula = await openRoom(page);
    await expect.poll(() => page.locator('.ProseMirror').count()).toBe(0);

    await ines.write('Ouverture', 'Inès ouvre la séance.');
    await ines.page.keyboard.press('Enter');
    await ines.page.keyboard.type('/d');
    await ines.page.keyboard.type('Le groupe est maintenu.');
    await paula.shows('Ouverture', 'Inès ouvre la séance.');
    await page.locator('.nb-k--dec', { hasText: 'Le groupe est maintenu.' }).waitFor();
    expect(await scripts()).not.toContain('prosemirror');

    await page.getByRole('link', { name: 'Point en cours' }).click();
    expect(page.url()).toContain('view=current');
    await page.getByText('La réunion n’en est à aucun point pour le moment.').waitFor();
    const region = (title: string) => page.getByRole('region', { name: title, exact: true });
    await expect.poll(() => region('Ouverture').count()).toBe(0);
    await ines.page.getByRole('button', { name: 'Ouvrir la réunion' }).click();
    await region('Ouverture').waitFor();
    await ines.page.getByRole('button', { name: 'Point suivant' }).first().click();
    await region('Feuille de route').waitFor();
    await expect.poll(() => region('Ouverture').count()).toBe(0);
    await page.locator('[role=status]', { hasText: /Point en cours.*Feuille de route/ }).waitFor({ state: 'attached' });
    await ines.write('Feuille de route', 'Elle est adoptée.');
    await paula.shows('Feuille de route', 'Elle est adoptée.');

    await page.reload();
    await region('Feuille de route').waitFor();
    await expect.poll(() => region('Ouverture').count()).toBe(0);
    await page.getByRole('link', { name: 'Tout', exact: true }).click();
    await region('Ouverture').waitFor();
    await Promise.all([ines.page.context().close(), page.context().close()]);
  });

  test('is given the editor as soon as they may write, without loading the page anew', { timeout: 60_000 }, async () => {
    const [ines, paula] = await Promise.all([enter('organiser'), enter('member')]);
    await expect.poll(() => paula.page.locator('.ProseMirror').count()).toBe(0);
    const personId = await paula.page.evaluate(async () => {
      const shown = (await (await fetch(`${location.pathname}/room`)).json()) as { me: { personId: string } };
      return shown.me.personId;
    });
    await ines.page.evaluate(async (invited) => {
      const body = new URLSearchParams({ intent: 'invite-people', personId: invited, role: 'participant' });
      await fetch(location.pathname.replace(/live$/, 'attendees'), { method: 'POST', body });
    }, personId);
    await paula.page.locator('.ProseMirror[contenteditable="true"]').first().waitFor();
    await paula.write('Synthèse et conclusion', 'Paula écrit à présent.');
    await paula.says('Enregistré');
    await ines.shows('Synthèse et conclusion', 'Paula écrit à présent.');
    await Promise.all([ines, paula].map(({ page }) => page.context().close()));
  });
});

/** Text of every script that a page has loaded so far. */
function scriptsOf(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.text().catch(() => ''));
  });
  return async () => (await Promise.all(bodies)).join('\n').toLowerCase();
}

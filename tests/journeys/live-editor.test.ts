import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { findMonthlyMeeting, openRoom, type Room } from './live-room.ts';

describe('The notes are written from the keyboard', () => {
  const product = useProduct();
  const { newVisitor } = useBrowser();
  let room: Room;
  let page: Page;

  beforeAll(async () => {
    const visitor = await newVisitor({ permissions: ['clipboard-read', 'clipboard-write'], bypassCSP: true });
    page = visitor.page;
    await signInAs(page, product.url, 'organiser');
    await page.goto(await findMonthlyMeeting(page, product.url));
    room = await openRoom(page);
  });

  /** Kind and text of each block of a section, as the editor draws them. */
  const blocks = (title: string) =>
    room
      .section(title)
      .evaluate((section) =>
        [...section.querySelectorAll(':scope > p')].map((block) => `${block.getAttribute('data-kind')}: ${block.textContent}`),
      );

  test('a meeting’s minute, as one types it: who speaks, what to keep, what is decided, who does what for when', async () => {
    await room.write('Ouverture', '@faucon');
    await page.getByRole('option', { name: 'Alain Fauconnet' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Nous tenons au groupe-pays.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('-> Intérêt à le garder');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/d');
    await page.keyboard.type('Le groupe est maintenu');
    await page.keyboard.press('Enter');
    await page.keyboard.type('[] Recenser les liens @rous');
    await page.getByRole('option', { name: 'Bénédicte Roussel' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type(' // 2027-09-15');
    await page.getByRole('option', { name: 'mercredi 15 septembre 2027' }).waitFor();
    await page.keyboard.press('Enter');
    await room.says('Enregistré');
    expect(await blocks('Ouverture')).toEqual([
      expect.stringMatching(/^turn: Alain Fauconnet, .+, Ville de Chartres$/),
      'text: Nous tenons au groupe-pays.',
      'takeaway: Intérêt à le garder',
      'decision: Le groupe est maintenu',
      'action: Recenser les liens',
    ]);
    const pills = room.section('Ouverture').locator('.pill');
    await expect
      .poll(() => pills.allInnerTexts())
      .toEqual([expect.stringContaining('Bénédicte Roussel'), expect.stringContaining('15 sept. 2027')]);
    const record = page.locator('.rel li', { hasText: 'Recenser les liens' });
    await expect.poll(() => record.innerText()).toContain('Bénédicte Roussel, 15 sept. 2027');
  });

  test('Backspace at the start of a block makes it text, and the menu gives it a kind again', async () => {
    await room.section('Ouverture').locator('[data-kind="decision"]').click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Backspace');
    await room.section('Ouverture').locator('[data-kind="decision"]').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByRole('option', { name: 'Décision' }).waitFor();
    await page.keyboard.press('d');
    await room.section('Ouverture').locator('[data-kind="decision"]', { hasText: 'Le groupe est maintenu' }).waitFor();
  });

  test('Alt and the arrows move a block, and say so', async () => {
    await room.write('Feuille de route', 'un');
    await page.keyboard.press('Enter');
    await page.keyboard.type('deux');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => blocks('Feuille de route')).toEqual(['text: deux', 'text: un']);
    await page.locator('p.vh[role="status"]', { hasText: 'Bloc déplacé.' }).waitFor({ state: 'attached' });
  });

  test('Tab never traps: it ends below a table, and after Escape it leaves a list', async () => {
    const section = room.section('Groupe-pays Argentine');
    await room.write('Groupe-pays Argentine', 'Avant le tableau');
    await page.getByRole('button', { name: 'Tableau' }).click();
    await section.locator('td').first().waitFor();
    for (let cell = 1; cell <= 9; cell++) {
      await page.keyboard.type(`Case ${cell}`);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('Sous le tableau');
    await expect.poll(() => section.locator('tr').count()).toBe(3);
    await section.locator('> p', { hasText: 'Sous le tableau' }).waitFor();

    await page.keyboard.press('Enter');
    await page.keyboard.type('- point');
    await section.locator('li', { hasText: 'point' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await section.evaluate((element) => element === document.activeElement)).toBe(false);
  });

  test('what comes from Word keeps its speakers, take-aways and lists, and brings no script', async () => {
    const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><h1>Titre</h1><p class=MsoNormal>Karim Belhadj, élu à Nanterre&nbsp;:</p>
      <p class=MsoNormal><span style='font-family:Wingdings'>à</span> À garder</p>
      <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>premier</p>
      <p class=MsoListParagraph style='mso-list:l1 level99999 lfo2'>trop profond</p>
      <p><a href="javascript:alert(1)">piège</a> <a href="https://exemple.org">lien</a></p></body></html>`;
    await page.evaluate(
      (html) => navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }) })]),
      word,
    );
    await room.write('Groupe-pays Haïti', '');
    await page.keyboard.press('Control+v');
    const section = room.section('Groupe-pays Haïti');
    await section.locator('h3', { hasText: 'Titre' }).waitFor();
    await section.locator('[data-kind="turn"]', { hasText: 'Karim Belhadj, élu à Nanterre' }).waitFor();
    await section.locator('[data-kind="takeaway"]', { hasText: 'À garder' }).waitFor();
    await section.locator('li', { hasText: 'premier' }).waitFor();
    await section.locator('li', { hasText: 'trop profond' }).first().waitFor();
    expect(await section.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
      'https://exemple.org/',
    ]);
    await room.says('Enregistré');
  });

  test('an accent being composed is written whole', async () => {
    await room.write('Répertoire des partenariats', 'caf');
    const devtools = await page.context().newCDPSession(page);
    for (const text of ['´', 'é']) await devtools.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
    await devtools.send('Input.insertText', { text: 'é' });
    await room.shows('Répertoire des partenariats', 'café');
    await room.says('Enregistré');
  });

  test('F6 goes from pane to pane, Alt+F10 to the bar, and the arrows along it', async () => {
    await room.section('Ouverture').locator('> p').first().click();
    const focused = () => page.evaluate(() => document.activeElement?.closest('[data-focus]')?.getAttribute('data-focus'));
    await page.keyboard.press('F6');
    expect(await focused()).toBe('side');
    await page.keyboard.press('F6');
    expect(await focused()).toBe('agenda');
    await page.keyboard.press('F6');
    await expect.poll(focused).toBe('notes');
    await page.keyboard.press('Alt+F10');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Annuler');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Rétablir');
  });

  test('everyone can use it: no fault for axe, in the text, its menu and its form', async () => {
    const faults = async () => {
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    };
    expect(await faults()).toEqual([]);
    await room.write('Synthèse et conclusion', '@');
    await page.getByRole('listbox').waitFor();
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Ajouter une intervention' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faults()).toEqual([]);
  });
});

import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { type Wire, wireOf } from './cut-off.ts';
import { signInAs } from './demo-visitor.ts';
import { findMonthlyMeeting, openRoom, type Role, type Room } from './live-room.ts';

describe('What the server refuses costs nobody their words', () => {
  const product = useProduct();
  const { newVisitor } = useBrowser();

  async function enter(role: Role): Promise<Wire & { room: Room }> {
    const { page } = await newVisitor();
    const wire = await wireOf(page);
    await signInAs(page, product.url, role);
    await page.goto(await findMonthlyMeeting(page, product.url));
    return { ...wire, room: await openRoom(page) };
  }

  test('a right that is withdrawn makes the page read-only at once, and a right given back lets one write again', async () => {
    const { room, say } = await enter('participant');
    await room.write('Ouverture', 'Encore permis.');
    await room.says('Enregistré');
    say('notes:rights', { canWrite: false });
    await room.page.getByText('Vous pouvez lire ces notes, mais plus y écrire.').waitFor();
    await expect.poll(() => room.section('Ouverture').getAttribute('contenteditable')).toBe('false');
    await expect.poll(() => room.page.getByRole('toolbar').count()).toBe(0);
    say('notes:rights', { canWrite: true });
    await room.page.getByRole('toolbar').waitFor();
    await room.write('Ouverture', ' De nouveau.');
    await room.says('Enregistré');
    await room.shows('Ouverture', 'Encore permis. De nouveau.');
    await room.page.context().close();
  });

  test('a session that ended says so, and leads to the sign-in page', async () => {
    const { room, say } = await enter('participant');
    say('notes:closed', { reason: 'unauthenticated' });
    await room.page.getByText('Votre session est terminée.').waitFor();
    await expect
      .poll(() => room.page.getByRole('link', { name: 'Se connecter' }).getAttribute('href'))
      .toMatch(/^\/sign-in\?to=\/meetings\/.*\/live$/);
    await room.page.context().close();
  });

  test('a change that cannot be taken is given back as text, and the notes go on from what the server has', async () => {
    const { room, say, hear } = await enter('participant');
    await room.write('Feuille de route', 'Sur le serveur.');
    await room.says('Enregistré');
    hear(false);
    await room.page.keyboard.type(' Refusé.');
    await room.says('Enregistrement');
    hear(true);
    say('notes:refused', { n: 1, reason: 'malformed' });
    await room.page.locator('.lv-stop pre', { hasText: 'Refusé.' }).waitFor();
    await room.shows('Feuille de route', 'Sur le serveur.');
    await room.write('Feuille de route', ' La suite.');
    await room.says('Enregistré');
    await room.page.getByRole('button', { name: 'Fermer' }).click();
    await expect.poll(() => room.page.locator('.lv-stop').count()).toBe(0);
    await room.page.context().close();
  });

  test('an update that got lost on the way is sent again, as often as it takes', async () => {
    const { room, say, hear } = await enter('participant');
    await room.write('Groupe-pays Haïti', 'Début.');
    await room.says('Enregistré');
    for (const words of [' Perdu une fois.', ' Perdu deux fois.', ' Perdu trois fois.']) {
      hear(false);
      await room.page.keyboard.type(words);
      await room.says('Enregistrement');
      hear(true);
      say('notes:refused', { n: 1, reason: 'gap' });
      await room.says('Enregistré');
    }
    const reader = await enter('organiser');
    await reader.room.shows('Groupe-pays Haïti', 'Début. Perdu une fois. Perdu deux fois. Perdu trois fois.');
    await Promise.all([room, reader.room].map(({ page }) => page.context().close()));
  });

  test('a server that is about to stop, or has lost its database, is called again by the page itself', async () => {
    const { room, cut, join, refuse } = await enter('participant');
    await room.write('Ouverture', 'Avant.');
    await room.says('Enregistré');
    refuse('going-away', 2);
    await cut();
    await room.says('Hors ligne');
    await room.page.keyboard.type(' Pendant.');
    join();
    await room.says('Enregistré');
    await room.shows('Ouverture', 'Avant. Pendant.');
    await room.page.context().close();
  });

  test('an answer that never comes is asked for again, and the page says that saving takes long', async () => {
    const { room, hold, release } = await enter('participant');
    await room.write('Synthèse et conclusion', 'Début.');
    await room.says('Enregistré');
    hold();
    await room.page.keyboard.type(' Suite.');
    await room.page.getByText('L’enregistrement tarde').waitFor();
    release();
    await room.says('Enregistré');
    await expect.poll(() => room.page.getByText('L’enregistrement tarde').count()).toBe(0);
    await room.page.context().close();
  });

  test('a paste of two million characters is refused by the page with a reason; one of a whole transcript goes in', async () => {
    const { room } = await enter('participant');
    const notes = room.section('Groupe-pays Argentine');
    await room.write('Groupe-pays Argentine', 'Ici : ');
    await paste(notes, { line: 'mot '.repeat(50), lines: 10_000 });
    await room.page.getByText('Ce texte est trop long pour être collé d’un coup').waitFor();
    await room.page.keyboard.type('toujours vivant.');
    await room.shows('Groupe-pays Argentine', 'Ici : toujours vivant.');
    await room.says('Enregistré');
    await room.page.getByRole('button', { name: 'Fermer' }).click();

    await paste(notes, { line: 'Une ligne de la transcription, de quatre-vingts signes, ou un peu plus que cela.', lines: 1500 });
    await room.says('Enregistré');
    await expect.poll(() => room.page.locator('.lv-stop').count()).toBe(0);
    const reader = await enter('organiser');
    await expect.poll(() => reader.room.section('Groupe-pays Argentine').locator('> p').count()).toBe(1500);
    await Promise.all([room, reader.room].map(({ page }) => page.context().close()));
  });
});

/** What Ctrl+V does with a clipboard that holds so many lines. */
async function paste(notes: Locator, text: { line: string; lines: number }): Promise<void> {
  await notes.evaluate((element, { line, lines }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', Array.from({ length: lines }, () => line).join('\n'));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

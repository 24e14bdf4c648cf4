import type { Page, WebSocketRoute } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';
import { signInAs } from './demo-visitor.ts';
import { findMonthlyMeeting, openRoom, type Role, type Room } from './live-room.ts';

describe('What the server refuses costs nobody their words', () => {
  const product = useProduct();
  const { newVisitor } = useBrowser();

  async function enter(role: Role): Promise<{ room: Room; say: FakeServer['say']; hear: FakeServer['hear'] }> {
    const { page } = await newVisitor();
    const server = await serverOf(page);
    await signInAs(page, product.url, role);
    await page.goto(await findMonthlyMeeting(page, product.url));
    return { room: await openRoom(page), ...server };
  }

  test('a right that is withdrawn makes the page read-only at once, and a right given back lets one write again', async () => {
    const { room, say } = await enter('participant');
    await room.write('Ouverture', 'Encore permis.');
    await room.says('Enregistré');
    say('notes:rights', { canWrite: false });
    await room.page.getByText('Vous pouvez lire ces notes, mais plus y écrire.').waitFor();
    expect(await room.section('Ouverture').getAttribute('contenteditable')).toBe('false');
    expect(await room.page.getByRole('toolbar').count()).toBe(0);
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
    expect(await room.page.getByRole('link', { name: 'Se connecter' }).getAttribute('href')).toMatch(
      /^\/sign-in\?to=\/meetings\/.*\/live$/,
    );
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
    expect(await room.page.locator('.lv-stop').count()).toBe(0);
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
});

interface FakeServer {
  /** Says something to the page in the server's place. */
  say(name: string, what: object): void;
  /** false: what the page sends from now on gets lost. */
  hear(on: boolean): void;
}

async function serverOf(page: Page): Promise<FakeServer> {
  let socket: WebSocketRoute | undefined;
  let hearing = true;
  await page.routeWebSocket(/\/socket\.io\//, (ws) => {
    socket = ws;
    const server = ws.connectToServer();
    ws.onMessage((message) => {
      if (hearing) server.send(message);
    });
    server.onMessage((message) => ws.send(message));
  });
  return {
    say: (name, what) => socket?.send(`4${JSON.stringify({ type: 2, nsp: '/', data: [name, what] })}`),
    hear: (on) => {
      hearing = on;
    },
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '#tests/support/browser.ts';
import { freePort, type Product, startProduct } from '#tests/support/product.ts';
import { enterRoom } from './live-room.ts';

describe('A product that is killed with its database, and started again', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tertulia-killed-'));
  let browser: Browser;
  let product: Product;
  let env: { PORT: string };
  beforeAll(async () => {
    env = { PORT: String(await freePort()) };
    [browser, product] = await Promise.all([openBrowser(), startProduct({ dataDir, env })]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('costs nobody a word, and nobody reloads', async () => {
    const url = `http://localhost:${env.PORT}`;
    const [ines, karim] = await Promise.all([enterRoom(browser, url, 'organiser'), enterRoom(browser, url, 'participant')]);
    await ines.write('Ouverture', 'Avant la panne. ');
    await ines.says('Enregistré');
    await karim.write('Feuille de route', 'Karim tape sans lever les yeux');
    await product.stop('SIGKILL');
    await karim.page.keyboard.type(', pendant la panne');
    await ines.page.keyboard.type('Pendant la panne. ');
    await ines.says('Hors ligne');
    await ines.page.getByText('1 bloc partira dès le retour du réseau.').waitFor();

    product = await startProduct({ dataDir, env });
    await Promise.all([ines.says('Enregistré'), karim.says('Enregistré')]);
    await karim.shows('Ouverture', 'Avant la panne. Pendant la panne.');
    await ines.shows('Feuille de route', 'Karim tape sans lever les yeux, pendant la panne');
    for (const text of ['Avant la panne.', 'Pendant la panne.']) {
      expect((await karim.section('Ouverture').innerText()).split(text).length).toBe(2);
    }
    await Promise.all([ines, karim].map(({ page }) => page.context().close()));
  });
});

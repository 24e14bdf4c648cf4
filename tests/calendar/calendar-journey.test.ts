import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct();
const browser = useBrowser();

// the days of the conference of 2023, which the demo holds
const WEEK = '/calendar?view=week&date=2023-09-18';
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
const heading = (page: Page) => page.locator('.cal__bar h2').innerText();

describe('without a mouse', () => {
  test('Tab goes to everything, arrows to the nearest entry, and neither gets stuck', async () => {
    const { page } = await browser.newVisitor({ viewport: { width: 1440, height: 900 } });
    await page.goto(product.url + WEEK, { waitUntil: 'load' });
    const entries = page.locator('.wk a');
    expect(await entries.count()).toBeGreaterThan(10);
    await page.getByRole('link', { name: 'RAICT 2023' }).first().focus();
    // the page's script listens once it is loaded; until then the key does nothing
    await expect
      .poll(async () => {
        await page.getByRole('link', { name: 'RAICT 2023' }).first().focus();
        await page.keyboard.press('ArrowDown');
        return focused(page);
      })
      .toContain('Conférence plénière');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toMatch(/^14.h/);
    await page.keyboard.press('End');
    expect(await focused(page)).toBe((await entries.last().textContent())?.trim());
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.wk') === null)).toBe(true);
  });

  test('a link passes the filters and another the calendar', async () => {
    const { page } = await browser.newVisitor();
    await page.goto(product.url + WEEK);
    await page.locator('a.skip[href="#calendar"]').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('Passer le calendrier');
  });
});

describe('without scripts', () => {
  test('a visitor filters, turns the page, changes the view and the clock', async () => {
    const { page } = await browser.newVisitor({ javaScriptEnabled: false });
    await page.goto(`${product.url}/calendar?date=2023-09`);
    await page.getByLabel('Rechercher').fill('energie gouvernance');
    await page.getByRole('button', { name: 'Filtrer' }).click();
    await page.waitForURL('**/calendar?date=2023-09&q=energie+gouvernance');
    await page.getByRole('link', { name: 'Semaine', exact: true }).click();
    await page.getByRole('link', { name: 'Semaine du 4 au 10 septembre 2023' }).click();
    await expect.poll(() => heading(page)).toMatch(/^Semaine du 4 au 10.septembre 2023$/);
    await page.goto(product.url + WEEK);
    await page.getByText('Changer de fuseau horaire').click();
    await page.getByLabel('Afficher les heures de').selectOption('America/Bogota');
    await page.getByRole('button', { name: 'Afficher', exact: true }).click();
    await expect.poll(() => page.locator('.cal-page__clock').innerText()).toBe('Heure de Bogotá');
    await expect.poll(() => page.locator('.wk').innerText()).toMatch(/3.h.30 –.5.h.30[\s\S]*10.h.30 à Paris/);
  });
});

test('on a phone a week is a list of days, which reads from top to bottom', async () => {
  const { page } = await browser.newVisitor({ viewport: { width: 320, height: 640 } });
  await page.goto(product.url + WEEK);
  const tops = await page.locator('.wk__day').evaluateAll((days) => days.map((day) => day.getBoundingClientRect().top));
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  expect(new Set(tops).size).toBe(7);
});

test.each([
  ['/calendar?date=2023-09', 'landscape'],
  [WEEK, 'landscape'],
  ['/calendar?view=year&date=2023', 'landscape'],
  ['/calendar?view=list&when=past', 'portrait'],
])('%s prints on A4 %s', async (path, side) => {
  const { page } = await browser.newVisitor();
  await page.goto(product.url + path);
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual(side === 'landscape' ? [842, 595] : [595, 842]);
});

/** Another site on this machine: 127.0.0.1 is not localhost to a browser. */
const site = { url: '' };
const server = createServer((_request, response) => {
  const frame = `<iframe title="Calendrier" width="1000" height="800" src="${product.url}/embed${WEEK}"></iframe>`;
  response.setHeader('Content-Type', 'text/html; charset=utf-8').end(`<!DOCTYPE html><title>Le réseau</title>${frame}`);
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  site.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => void server.close());

test('another site may show the calendar in a frame, and no other page; its links lead out of it', async () => {
  const { page } = await browser.newVisitor();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(site.url);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('link', { name: 'Liste', exact: true }).click();
  await frame.getByRole('heading', { name: 'Septembre 2023' }).waitFor();
  expect(faults).toEqual([]);
  await frame.getByRole('link', { name: 'Réunion Outre-mer' }).click();
  await page.waitForURL(`${product.url}/meetings/**`);
  expect((await fetch(`${product.url}/calendar`)).headers.get('x-frame-options')).toBe('DENY');
  expect((await fetch(`${product.url}/embed/calendar`)).headers.get('x-frame-options')).toBeNull();
});

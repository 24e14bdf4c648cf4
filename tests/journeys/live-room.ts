import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { signInAs } from './demo-visitor.ts';

/** A page of the demo's next monthly meeting with its notes open, and what one does there. */
export interface Room {
  page: Page;
  section(title: string): Locator;
  /** Puts the caret at the end of a section and types. */
  write(title: string, text: string): Promise<void>;
  /** Waits until the page says how the text is kept. */
  says(state: 'Enregistré' | 'Enregistrement' | 'Hors ligne' | 'Lecture seule'): Promise<void>;
  /** Waits until a section shows the text. */
  shows(title: string, text: string): Promise<void>;
}

export type Role = 'organiser' | 'participant' | 'member';

export async function findMonthlyMeeting(page: Page, url: string): Promise<string> {
  await page.goto(`${url}/groups/dalc`);
  const address = await page.locator('a[href*="-reunion-mensuelle"]').first().getAttribute('href');
  if (!address) throw new Error('The demo has no monthly meeting to come.');
  return `${url}${address.split('#')[0]}/live`;
}

/** Signs somebody in, in a browser profile of their own, and opens the notes. */
export async function enterRoom(browser: Browser, url: string, role: Role, options: BrowserContextOptions = {}): Promise<Room> {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', ...options });
  const page = await context.newPage();
  await signInAs(page, url, role);
  await page.goto(await findMonthlyMeeting(page, url));
  return openRoom(page);
}

export async function openRoom(page: Page): Promise<Room> {
  // whoever may not write reads without an editor
  await page.locator('.notes-text.ProseMirror, .notes-text[data-comes]').first().waitFor({ state: 'attached' });
  const section = (title: string) => page.getByRole('region', { name: title, exact: true }).locator('.notes-text');
  return {
    page,
    section,
    async write(title, text) {
      await section(title).locator('> p, > ul').last().click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(text);
    },
    says: (state) => page.locator('.lv-save', { hasText: state }).waitFor(),
    shows: (title, text) => expect.poll(() => section(title).evaluate(wordsOf), { timeout: PATIENCE_MS }).toContain(text),
  };
}

const PATIENCE_MS = 20_000;

/** The text without others' carets, whose flags carry names. Runs in the page. */
export function wordsOf(section: Element): string {
  const copy = section.cloneNode(true) as Element;
  for (const drawn of copy.querySelectorAll('.cur, .nb-m')) drawn.remove();
  return copy.textContent ?? '';
}

import type { Browser, BrowserContextOptions, Page, WebSocketRoute } from 'playwright-core';
import { expect } from 'vitest';
import { signInAs } from './demo-visitor.ts';
import { findMonthlyMeeting, openRoom, type Role, type Room, wordsOf } from './live-room.ts';

/** Somebody in the notes whose network a test can hold up: what they send and what they are sent waits. */
export interface Writer extends Room {
  hold(): void;
  release(): void;
  /** Adds lines at the end of a section. */
  newLines(section: string, ...lines: string[]): Promise<void>;
  /** Waits until the editor knows where the browser put the caret: it is told with the next frame, which no person outruns. */
  settled(): Promise<void>;
  /** Presses keys one after the other, as fast as a person may. */
  keys(...keys: string[]): Promise<void>;
  /** Puts the caret at the end of the first block that holds the text. */
  goTo(section: string, text: string): Promise<void>;
  /** The blocks of a section, as text. */
  lines(section: string): Promise<string[]>;
}

export async function enterAs(browser: Browser, url: string, role: Role, options: BrowserContextOptions = {}): Promise<Writer> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const page = await context.newPage();
  const wire = await heldWire(page);
  await signInAs(page, url, role);
  await page.goto(await findMonthlyMeeting(page, url));
  const room = await openRoom(page);
  const settled = () => page.evaluate(nextFrame);
  const lines = (section: string) =>
    room
      .section(section)
      .locator('p, h3')
      .evaluateAll((blocks, read) => blocks.map(new Function(`return (${read})`)() as (block: Element) => string), wordsOf.toString());
  return {
    ...room,
    ...wire,
    settled,
    async newLines(section, ...lines) {
      await room.write(section, '');
      for (const line of lines) {
        await settled();
        await page.keyboard.press('Enter');
        await page.keyboard.type(line);
      }
    },
    async keys(...keys) {
      for (const key of keys) {
        await page.keyboard.press(key);
        await settled();
      }
    },
    async goTo(section, text) {
      // by the words alone: a colleague's flag may stand between them
      const blocks = room.section(section).locator('p, h3');
      const at = () => lines(section).then((all) => all.findIndex((line) => line.includes(text)));
      await expect.poll(at, { timeout: PATIENCE_MS }).toBeGreaterThanOrEqual(0);
      await blocks.nth(await at()).click();
      await settled();
      await page.keyboard.press('End');
      await settled();
    },
    lines,
  };
}

/** Words come back within three seconds; a busy machine takes longer. */
export const PATIENCE_MS = 15_000;

/** Lets both go on, and waits until they see the same. */
export async function meetAgain(section: string, ...writers: Writer[]): Promise<string[]> {
  for (const writer of writers) writer.release();
  for (const writer of writers) await writer.says('Enregistré');
  let lines: string[] = [];
  await expect
    .poll(
      async () => {
        const seen = await Promise.all(writers.map((writer) => writer.lines(section)));
        lines = seen[0] ?? [];
        return new Set(seen.map((one) => JSON.stringify(one))).size;
      },
      { timeout: PATIENCE_MS },
    )
    .toBe(1);
  return lines;
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

async function heldWire(page: Page): Promise<Pick<Writer, 'hold' | 'release'>> {
  let held: (() => void)[] | null = null;
  const pass = (send: () => void) => (held ? void held.push(send) : send());
  await page.routeWebSocket(/\/socket\.io\//, (ws: WebSocketRoute) => {
    const server = ws.connectToServer();
    ws.onMessage((message) => pass(() => server.send(message)));
    server.onMessage((message) => pass(() => ws.send(message)));
  });
  return {
    hold: () => {
      held ??= [];
    },
    release: () => {
      const waiting = held ?? [];
      held = null;
      for (const send of waiting) send();
    },
  };
}

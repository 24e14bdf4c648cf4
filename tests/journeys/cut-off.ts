import type { BrowserContext, Page, WebSocketRoute } from 'playwright-core';

/** The wire between one page and the server, in a test's hands. Take it before the page opens. */
export interface Wire {
  /** Says something to the page in the server's place. */
  say(name: string, what: object): void;
  /** false: what the page sends from now on gets lost. */
  hear(on: boolean): void;
  /** What the server sends waits until `release`, as on a slow network. */
  hold(): void;
  release(): void;
  /** Cuts this page off, and no other of the same browser: its connections end, and new ones are refused. */
  cut(): Promise<void>;
  join(): void;
  /** The server answers the next attempts to connect with this refusal, as often as told. */
  refuse(reason: string, times: number): void;
}

export async function wireOf(page: Page): Promise<Wire> {
  let socket: WebSocketRoute | undefined;
  let hearing = true;
  let isCut = false;
  let held: (string | Buffer)[] | null = null;
  const refusals: string[] = [];
  await page.route(/\/socket\.io\//, (route) => (isCut ? route.abort('internetdisconnected') : route.continue()));
  await page.routeWebSocket(/\/socket\.io\//, (ws) => {
    if (isCut) return void ws.close();
    socket = ws;
    const server = ws.connectToServer();
    ws.onMessage((message) => {
      if (hearing) server.send(message);
    });
    server.onMessage((message) => {
      const refusal = isWelcome(message) ? refusals.shift() : undefined;
      if (refusal) ws.send(`4${JSON.stringify({ type: 4, nsp: '/', data: { message: refusal } })}`);
      else if (held) held.push(message);
      else ws.send(message);
    });
  });
  return {
    say: (name, what) => socket?.send(`4${JSON.stringify({ type: 2, nsp: '/', data: [name, what] })}`),
    hear: (on) => {
      hearing = on;
    },
    hold: () => {
      held = [];
    },
    release: () => {
      for (const message of held ?? []) socket?.send(message);
      held = null;
    },
    async cut() {
      isCut = true;
      await socket?.close();
    },
    join: () => {
      isCut = false;
    },
    refuse: (reason, times) => void refusals.push(...Array.from({ length: times }, () => reason)),
  };
}

/** Socket.IO's CONNECT packet (type 0) in an Engine.IO message (4). */
const isWelcome = (message: string | Buffer) => typeof message === 'string' && /^4\{"type":0\b/.test(message);

/** Waits, in the page, until all that it gave its device to keep so far is kept: a transaction begins when those before it have ended. */
export async function untilDeviceHasWritten(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('tertulia-notes', 1);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('unsent', 'readwrite');
          transaction.oncomplete = () => resolve();
        };
      }),
  );
}

/** The renderer of a page ends at once, as when its tab crashes or the telephone needs the memory: no event, no good-bye. */
export async function crash(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // it never answers
  devtools.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
}

/** The person of this browser from now on is somebody else, whatever its open pages think. */
export async function changeHands(context: BrowserContext, to: BrowserContext): Promise<void> {
  await context.clearCookies();
  await context.addCookies(await to.cookies());
}

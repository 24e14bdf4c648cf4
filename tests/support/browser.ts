import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

const QUIET = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];
const SYSTEM = '/usr/bin/chromium';
// by name: npm leaves this optional package out on some machines, and the types must hold there too
const BUNDLED: string = '@sparticuz/chromium';

/** A browser: $CHROME, Debian's Chromium, or the one that the lockfile brings. Throws, loudly, where none can run. */
export async function openBrowser(): Promise<Browser> {
  const installed = process.env.CHROME ?? (existsSync(SYSTEM) ? SYSTEM : undefined);
  if (installed) return chromium.launch({ executablePath: installed, args: QUIET });
  const bundled = await findBundled();
  const browser = await chromium.launch(bundled);
  browser.once('disconnected', () => rmSync(bundled.env.TMPDIR, { recursive: true, force: true }));
  return browser;
}

/** It unpacks into TMPDIR: one of our own, since a half-unpacked one would be taken as it is. */
async function findBundled() {
  const folder = mkdtempSync(path.join(tmpdir(), 'tertulia-chromium-'));
  const { TMPDIR: before, AWS_EXECUTION_ENV: environment } = process.env;
  // makes it unpack the libraries (NSS) that a bare machine lacks
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' });
  try {
    const { default: bundled } = (await import(BUNDLED)) as { default: { executablePath(): Promise<string> } };
    const executablePath = await bundled.executablePath();
    // not the arguments it proposes: they are for one page in a cloud function (one process, no web security)
    return { executablePath, args: QUIET, env: { ...process.env, TMPDIR: folder, FONTCONFIG_FILE: ownFonts(folder) } };
  } catch (cause) {
    throw new Error('No browser for the tests: set CHROME to the path of a Chromium, or run "npm ci" with optional packages.', { cause });
  } finally {
    restore('TMPDIR', before);
    restore('AWS_EXECUTION_ENV', environment);
  }
}

/** Its own list of fonts names fixed folders, where there are none: without a single font it ends at the first page. */
function ownFonts(folder: string): string {
  const list = path.join(folder, 'tertulia-fonts.conf');
  writeFileSync(list, `<?xml version="1.0"?><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`);
  return list;
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

/** What Chromium itself logs as an error where a test wants it: a refused page (404, 410…), a network that was cut off, a server that starts anew or stops. */
const EXPECTED =
  /^Failed to load resource|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|WebSocket handshake: Unexpected response code: 503$/;

export interface Visitors {
  /** A browser profile of its own, without cookies. A script error or a refused resource in any page fails the file. */
  newVisitor(options?: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page }>;
}

/** One browser a test file, closed after its last test. */
export function useBrowser(): Visitors {
  let browser: Browser | undefined;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    if (complaints.length > 0) throw new Error(`The browser complained:\n${complaints.join('\n')}`);
  });
  return {
    async newVisitor(options = {}) {
      if (!browser) throw new Error('The browser opens before the first test, not at the top of the file.');
      const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', ...options });
      context.on('weberror', (error) => complaints.push(String(error.error())));
      context.on('console', (message) => {
        if (message.type() === 'error' && !EXPECTED.test(message.text())) complaints.push(message.text());
      });
      return { context, page: await context.newPage() };
    },
  };
}

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { familyOf, stillRunning } from '#tests/support/processes.ts';
import { freePort, startProduct } from '#tests/support/product.ts';

const MINUTE = 60_000;
const dataDir = mkdtempSync(path.join(tmpdir(), 'tertulia-start-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** What `npm start` says when it cannot start. */
function refusedStart(env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['server/start.mjs'], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: dataDir, ...env },
    encoding: 'utf8',
    timeout: MINUTE,
  });
  return { status, stdout, stderr };
}

test(
  'the first start fills the demo and prints one address; SIGTERM ends everything that it started',
  async () => {
    const product = await startProduct({ dataDir });
    expect(product.output().match(/https?:\/\/\S+/g)).toEqual([product.url]);
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
    const family = familyOf(product.pid);
    expect(family.length).toBeGreaterThan(5);
    expect(await product.stop('SIGTERM')).toBe(0);
    expect(stillRunning(family)).toEqual([]);
  },
  2 * MINUTE,
);

test(
  'a second start takes seconds and keeps what was there; Ctrl+C in a terminal ends it as cleanly',
  async () => {
    const before = performance.now();
    const product = await startProduct({ dataDir, ownGroup: true });
    expect(performance.now() - before).toBeLessThan(20_000);
    const page = await (await fetch(`${product.url}/sign-in`)).text();
    expect(page).toContain('Inès Robledo');
    const family = familyOf(product.pid);
    expect(await product.stop('SIGINT')).toBe(0);
    expect(stillRunning(family)).toEqual([]);
    expect(product.output()).not.toMatch(/error|lost/i);
  },
  2 * MINUTE,
);

test(
  'goes on serving when nobody reads its log any more, and ends as cleanly',
  async () => {
    const product = await startProduct({ dataDir, env: { LOG_LEVEL: 'debug' } });
    product.closeOutput();
    for (let page = 0; page < 20; page++) expect((await fetch(`${product.url}/sign-in`)).status).toBe(200);
    expect(await product.stop('SIGTERM')).toBe(0);
  },
  2 * MINUTE,
);

test(
  'ending npm ends the product that it started',
  async () => {
    const port = await freePort();
    const env = { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir };
    const npm = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = once(npm, 'close');
    let output = '';
    npm.stdout.on('data', (chunk) => {
      output += chunk;
    });
    await expect.poll(() => output, { timeout: MINUTE }).toContain('Tertulia is ready');
    const family = familyOf(npm.pid ?? 0);
    npm.kill('SIGTERM');
    await ended;
    await expect.poll(() => stillRunning(family), { timeout: 15_000 }).toEqual([]);
  },
  2 * MINUTE,
);

test('the secret of an installation is kept for its owner only', () => {
  expect(statSync(path.join(dataDir, 'session-secret')).mode & 0o777).toBe(0o600);
});

test(
  'killed without warning, it leaves no process behind and starts again with its data',
  async () => {
    const killed = await startProduct({ dataDir });
    const family = familyOf(killed.pid);
    await killed.stop('SIGKILL');
    await expect.poll(() => stillRunning(family), { timeout: 15_000 }).toEqual([]);
    const product = await startProduct({ dataDir });
    expect(await (await fetch(`${product.url}/sign-in`)).text()).toContain('Inès Robledo');
    await product.stop();
  },
  2 * MINUTE,
);

test('a port in use is told in plain words, before anything else starts', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  const { status, stderr } = refusedStart({ PORT: String(port) });
  other.close();
  expect(status).toBe(1);
  expect(stderr.trim()).toBe(`Port ${port} is in use: stop the other program, or set another PORT.`);
});

test('a database that does not answer is told in plain words, without its password', async () => {
  const port = await freePort();
  const { status, stderr } = refusedStart({
    ...{ PORT: String(await freePort()), DATABASE_URL: `postgres://tertulia:hunter2@127.0.0.1:${port}/tertulia` },
    ...{ SMTP_URL: 'smtp://127.0.0.1:25', APP_URL: 'https://tertulia.example', SESSION_SECRET: 'x'.repeat(32) },
  });
  expect(status).toBe(1);
  expect(stderr).toContain('nothing listens at its host and port');
  expect(stderr).not.toContain('hunter2');
});

test('wrong settings stop the start with every fault and its remedy, without a stack', () => {
  const { status, stderr } = refusedStart({ PORT: 'eighty', SMTP_URL: 'smtp://mail.example' });
  expect(status).toBe(1);
  for (const name of ['PORT', 'DATABASE_URL is missing', 'APP_URL is missing', 'SESSION_SECRET is missing']) expect(stderr).toContain(name);
  expect(stderr).not.toMatch(/\bat .*\.js:\d+/);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

// Registrations open and everybody comes at once: five hundred people of a hundred offices, for four hundred places, on one
// node of the built product with its own PostgreSQL. Goal of the issue: within one minute, without an error.

const PEOPLE = 500;
const PLACES = 400;
const OFFICES = 100;
const AT_ONCE = 50;
let edition = '';

if (!existsSync('build/server/index.js'))
  throw new Error('There is no build to measure: run "npm run build" first ("npm run bench" does).');
const folder = mkdtempSync(path.join(tmpdir(), 'tertulia-bench-'));
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const env = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NODE_ENV: 'production',
  PORT: String(port),
  DATA_DIR: folder,
  LOG_LEVEL: 'error',
};
const product = spawn(process.execPath, ['server/start.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
try {
  for await (const chunk of product.stdout) if (String(chunk).includes('Tertulia is ready')) break;
  await measure();
} finally {
  product.kill('SIGTERM');
  await once(product, 'close');
  rmSync(folder, { recursive: true, force: true });
}

/** The demo's edition to come, whose name has the year in which it falls. */
async function findEdition() {
  const page = await (await fetch(`${origin}/editions`)).text();
  return /href="(\/editions\/raict-(?!2023)\d{4})"/.exec(page)?.[1] ?? '';
}

async function measure() {
  edition = await findEdition();
  await openRegistrations();
  const page = await (await fetch(`${origin}${edition}/register`)).text();
  const answers = answersOf(page);
  const session = /name="session"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="session"/.exec(page)?.slice(1).find(Boolean);
  const people = Array.from({ length: PEOPLE }, (_, index) => ({ ...answers, ...personOf(index), ...(session && { session }) }));
  await read(20); // warms the page up
  const cpuOfPage = (await cpuOf(() => read(60))) / 60;
  const waits = [];
  const answered = new Map();
  const began = performance.now();
  const cpu = await cpuOf(async () => {
    const queue = people.entries();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const [index, person] of queue) {
          const start = performance.now();
          const { status, headers } = await send(`${edition}/register`, person, `192.0.2.${index % OFFICES}`);
          waits.push(performance.now() - start);
          const said = status === 303 ? new URL(headers.get('location') ?? '', origin).searchParams.get('said') : String(status);
          answered.set(said, (answered.get(said) ?? 0) + 1);
        }
      }),
    );
  });
  const seconds = (performance.now() - began) / 1000;
  waits.sort((a, b) => a - b);
  const errors = PEOPLE - (answered.get('registered') ?? 0) - (answered.get('waiting') ?? 0);
  console.log(`  ${PEOPLE} registrations, ${AT_ONCE} at once: ${seconds.toFixed(1)} s, ${errors} errors (goal: under 60 s, none)`);
  console.log(`  answered: ${[...answered].map(([said, count]) => `${said} ${count}`).join(', ')} (${PLACES} places)`);
  console.log(`  slowest of all but one in a hundred: ${((waits[Math.floor(PEOPLE * 0.99)] ?? 0) / 1000).toFixed(2)} s`);
  console.log(`  one registration ÷ reading its form: ${(cpu / PEOPLE / cpuOfPage).toFixed(1)} (CPU of the server)`);
  if (errors > 0) process.exitCode = 1;
}

/** As the demo's organiser: from today on, for PLACES people more than there are. */
async function openRegistrations() {
  const signedIn = await send('/sign-in', { intent: 'demo', role: 'organiser' }, '192.0.2.200');
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const at = `${edition}/registrations`;
  const list = await (await fetch(`${origin}${at}?state=registered`, { headers: { cookie } })).text();
  const there = Number(/class="rg-counts"><span><b>(\d+)</.exec(list)?.[1] ?? 0);
  const settings = await (await fetch(`${origin}${at}/settings`, { headers: { cookie } })).text();
  const revision = /name="revision" value="(\d+)"/.exec(settings)?.[1] ?? '0';
  const form = {
    intent: 'settings',
    revision,
    opensOn: '2026-01-01',
    closesOn: '',
    capacity: String(there + PLACES),
    takesSessions: 'yes',
  };
  const saved = await send(`${at}/settings`, { ...form, category: 'member', information: '' }, '192.0.2.200', cookie);
  if (saved.status !== 303) throw new Error(`The settings were refused: ${saved.status}`);
}

/** Something for every question that the form asks: the first choice, or a word. */
function answersOf(html) {
  const answers = {};
  for (const [tag] of html.matchAll(/<(?:input|textarea)[^>]*name="q-[^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(tag)?.[1] ?? '';
    const value = /type="(?:radio|checkbox)"/.test(tag) ? (/value="([^"]*)"/.exec(tag)?.[1] ?? '') : 'Sans gluten';
    answers[name] ||= value.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  }
  return answers;
}

function personOf(index) {
  const names = {
    givenName: 'Maud',
    familyName: `Etcheverry ${index}`,
    organisationName: `Ville ${index % OFFICES}`,
    function: 'Directrice',
  };
  return { id: crypto.randomUUID(), category: 'member', email: `maud.${index}@ville${index % OFFICES}.example`, ...names };
}

function send(to, fields, ip, cookie = '') {
  const headers = { origin, cookie, 'x-forwarded-for': ip };
  return fetch(origin + to, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });
}

async function read(times) {
  for (let index = 0; index < times; index++) await (await fetch(`${origin}${edition}/register`)).text();
}

/** Seconds of CPU that the server's own process spends while `work` is done (Linux: proc_pid_stat(5), fields 14 and 15). */
async function cpuOf(work) {
  const before = cpuTime();
  await work();
  return Math.max(cpuTime() - before, 0.01);
}

function cpuTime() {
  const fields = readFileSync(`/proc/${product.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address.port;
}

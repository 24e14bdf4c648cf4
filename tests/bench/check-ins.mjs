import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

// The morning of an edition: 500 people come in by two doors, which four phones keep. Each phone sends what it noted five at a
// time; every fifth message is sent twice, as after a lost answer, and every tenth badge is read at both doors by phones that
// did not know of each other. The goal is ten minutes without an error; what is printed is how much of them it takes.

const PEOPLE = 500;
const PHONES = 4;
const BATCH = 5;
const GOAL_S = 600;

if (!existsSync('build/server/index.js'))
  throw new Error('There is no build to measure: run "npm run build" first ("npm run bench" does).');
const folder = mkdtempSync(path.join(tmpdir(), 'tertulia-bench-'));
const url = `http://localhost:${await freePort()}`;
const { PATH, HOME } = process.env;
const env = { PATH, HOME, NODE_ENV: 'production', PORT: new URL(url).port, DATA_DIR: folder, LOG_LEVEL: 'error' };
const product = spawn(process.execPath, ['server/start.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
let database;
try {
  for await (const chunk of product.stdout) if (String(chunk).includes('Tertulia is ready')) break;
  // PostgreSQL writes the folder of its socket on the fifth line (manual, 66.1)
  const host = readFileSync(path.join(folder, 'postgres/pg18/postmaster.pid'), 'utf8').split('\n')[4];
  database = new pg.Client({ host, user: 'postgres', database: 'postgres' });
  await database.connect();
  await measure();
} finally {
  await database?.end();
  product.kill('SIGTERM');
  await once(product, 'close');
  rmSync(folder, { recursive: true, force: true });
}

async function measure() {
  const { id: editionId, slug } = await fillEdition();
  const doors = await makeDoors(slug);
  const phones = Array.from({ length: PHONES }, (_, index) => ({ id: crypto.randomUUID(), door: doors[index % doors.length] }));
  const errors = [];
  const { list } = await sync(phones[0], [], errors);
  const queues = phones.map(() => []);
  list.people.slice(0, PEOPLE).forEach(({ badge }, index) => {
    queues[index % PHONES].push(badge);
    if (index % 10 === 0) queues[(index + 1) % PHONES].push(badge);
  });
  const [cpu, start] = [cpuTime(), performance.now()];
  let messages = 0;
  let sent = 0;
  await Promise.all(
    phones.map(async (phone, index) => {
      for (let from = 0; from < queues[index].length; from += BATCH) {
        const at = new Date().toISOString();
        const events = queues[index]
          .slice(from, from + BATCH)
          .map((badge) => ({ id: crypto.randomUUID(), kind: 'in', at, badge, warned: false }));
        const answers = [await sync(phone, events, errors), ...((from / BATCH) % 5 === 0 ? [await sync(phone, events, errors)] : [])];
        messages += answers.length;
        sent += events.length;
        for (const answer of answers) if (answer?.taken.length !== events.length) errors.push('not all were taken');
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const { rows } = await database.query(
    'select outcome, count(*)::int as count from check_in_events where edition_id = $1 group by outcome',
    [editionId],
  );
  const counts = Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
  console.log(`  ${sent} checks of ${PEOPLE} people in ${messages} messages of ${PHONES} phones: ${errors.length} errors`);
  console.log(`  counted ${counts.counted} (wanted ${PEOPLE}), at two doors ${counts.doubtful ?? 0} (wanted ${PEOPLE / 10})`);
  console.log(
    `  time ÷ ten minutes: ${(seconds / GOAL_S).toFixed(4)} (${seconds.toFixed(1)} s; ${(((cpuTime() - cpu) * 1000) / sent).toFixed(1)} ms of the server's CPU a check)`,
  );
  if (errors.length > 0 || counts.counted !== PEOPLE) process.exitCode = 1;
}

/** An edition of the demo that takes place today, with 500 people registered. */
async function fillEdition() {
  const { rows } = await database.query('select id, slug from editions order by starts_on desc limit 1');
  const { id, slug } = rows[0];
  await database.query('update editions set starts_on = current_date - 1, ends_on = current_date + 1 where id = $1', [id]);
  await database.query('delete from registrations where edition_id = $1', [id]);
  await database.query(
    `insert into registrations (edition_id, state, category, given_name, family_name, name_key, organisation_name, badge_code)
     select $1, 'registered', 'member', 'Karim', 'Belhadj ' || n, 'karim belhadj ' || n, 'Ville de Nanterre', upper(md5(n::text))
     from generate_series(1, $2::int) n`,
    [id, PEOPLE],
  );
  return { id, slug };
}

/** Two doors of the entrance, made by the demo's organiser; their links. */
async function makeDoors(slug) {
  const post = (to, body, cookie = '') =>
    fetch(url + to, { method: 'POST', redirect: 'manual', headers: { origin: url, cookie }, body: new URLSearchParams(body) });
  const cookie = (await post('/sign-in', { intent: 'demo', role: 'organiser' })).headers.get('set-cookie').split(';')[0];
  return Promise.all(
    ['Porte A', 'Porte B'].map(async (name) => {
      const made = await post(`/editions/${slug}/check-in`, { intent: 'door', id: crypto.randomUUID(), name, place: '' }, cookie);
      const page = await (await fetch(url + made.headers.get('location'), { headers: { cookie } })).text();
      return /\/check-in\/([\w-]{43})/.exec(page)[1];
    }),
  );
}

async function sync({ id, door }, events, errors) {
  const body = { phone: id, sentAt: new Date().toISOString(), version: null, day: null, change: 0, pending: events.length, events };
  const response = await fetch(`${url}/check-in/${door}/sync`, { method: 'POST', headers: { origin: url }, body: JSON.stringify(body) });
  if (response.ok) return response.json();
  errors.push(`answered ${response.status}`);
  return null;
}

/** Of the server, in seconds (proc(5)); its database has processes of its own. */
function cpuTime() {
  const [user, system] = readFileSync(`/proc/${product.pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).map(Number);
  return (user + system) / 100;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

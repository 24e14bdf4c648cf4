import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';

// What the programme of an edition of 40 sessions costs the server, made anew for each reader: nothing of it is kept, since
// it shows what one chose and how full sessions are. Beside a static file of the same server, and in time of its processor,
// which other work on the machine does not change. The goal is 20 ms.

const REQUESTS = 150;
const GOAL_MS = 20;
const PAGE = '/editions/raict-quarante/programme';

if (!existsSync('build/server/index.js'))
  throw new Error('There is no build to measure: run "npm run build" first ("npm run bench" does).');
const folder = mkdtempSync(path.join(tmpdir(), 'tertulia-bench-'));
const port = await freePort();
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
  await fillEdition();
  await measure();
} finally {
  product.kill('SIGTERM');
  await once(product, 'close');
  rmSync(folder, { recursive: true, force: true });
}

async function measure() {
  const file = `/assets/${largest('build/client/assets', '.css')}`;
  const cookie = await chooseThree();
  const cases = [
    ['a visitor', PAGE, {}],
    ['a visitor, with a filter', `${PAGE}?region=africa`, {}],
    ['one who chose three sessions', PAGE, { cookie }],
  ];
  // the first passes warm up
  for (let pass = 0; pass < 2; pass++) for (const [, target, headers] of cases) await cpuOf(target, headers);
  await cpuOf(file);
  const base = await cpuOf(file);
  for (const [who, target, headers] of cases) {
    const cost = await cpuOf(target, headers);
    const ms = (cost / REQUESTS) * 1000;
    console.log(`  40 sessions, ${who} ÷ static file: ${(cost / base).toFixed(1)} (${ms.toFixed(1)} ms of CPU, goal ${GOAL_MS})`);
  }
}

/** An edition of two days, five slots a day, four rooms, with tracks, themes, countries and languages. */
async function fillEdition() {
  const host = readFileSync(path.join(folder, 'postgres', 'pg18', 'postmaster.pid'), 'utf8').split('\n')[4];
  const client = new pg.Client({ host, user: 'postgres', database: await databaseIn(host) });
  await client.connect();
  await client.query(`
    with edition as (
      insert into editions (slug, group_id, name, place, starts_on, ends_on)
      select 'raict-quarante', group_id, 'RAICT', 'Paris', '2031-09-18', '2031-09-19' from editions limit 1
      returning id, group_id
    ), room as (
      insert into rooms (edition_id, name, capacity, position)
      select id, 'Salle ' || n, 60, n from edition, generate_series(0, 3) n returning id, edition_id, position
    ), track as (
      insert into tracks (edition_id, name, position) select id, 'Parcours ' || n, n from edition, generate_series(0, 4) n
      returning id, edition_id, position
    )
    insert into meetings (slug, group_id, edition_id, kind, title, status, edtf, time_zone, during, room_id, track_id, languages)
    select 'quarante-' || n, group_id, edition.id, 'session',
      'Session ' || n || ' : la coopération décentralisée face aux grands enjeux de demain', 'scheduled',
      to_char(starts, 'YYYY-MM-DD"T"HH24:MI') || '/' || to_char(starts + interval '90 minutes', 'YYYY-MM-DD"T"HH24:MI'),
      'Europe/Paris', tstzrange(starts at time zone 'Europe/Paris', (starts + interval '90 minutes') at time zone 'Europe/Paris'),
      room.id, track.id, case when n % 3 = 0 then array['fr', 'es'] else array['fr'] end
    from edition
    cross join generate_series(0, 39) n
    cross join lateral (select timestamp '2031-09-18 09:00' + (n / 20) * interval '1 day' + (n / 4 % 5) * interval '2 hours' as starts) at
    join room on room.position = n % 4
    join track on track.position = n % 5`);
  await client.query(`insert into meeting_countries (meeting_id, country)
    select id, (array['SN', 'AR', 'JP', 'MA', 'RE', 'DE'])[1 + row_number() over (order by id) % 6] from meetings where slug like 'quarante-%'`);
  await client.query(`insert into meeting_themes (meeting_id, theme_id)
    select meetings.id, themes.id from meetings cross join lateral (select id from themes order by md5(id::text || meetings.id) limit 2) themes
    where slug like 'quarante-%'`);
  await client.end();
}

async function databaseIn(host) {
  const client = new pg.Client({ host, user: 'postgres', database: 'postgres' });
  await client.connect();
  const { rows } = await client.query(`select datname from pg_database where not datistemplate order by datname = 'postgres' limit 1`);
  await client.end();
  return rows[0].datname;
}

/** Chooses by the page's own forms; answers the cookie that the browser keeps. */
async function chooseThree() {
  const html = await (await fetch(`http://127.0.0.1:${port}${PAGE}`)).text();
  const ids = [...html.matchAll(/name="session" value="([^"]+)"/g)].slice(0, 3).map(([, id]) => id);
  let cookie = '';
  for (const session of ids) {
    const answer = await fetch(`http://127.0.0.1:${port}/editions/raict-quarante/my-programme`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: `http://127.0.0.1:${port}` },
      body: new URLSearchParams({ intent: 'choose', session, back: 'programme' }),
    });
    if (answer.status !== 302) throw new Error(`choosing answered ${answer.status}`);
    cookie ||= (answer.headers.get('set-cookie') ?? '').split(';')[0];
  }
  return cookie;
}

/** Seconds of CPU that the server spends on REQUESTS requests, one after the other. */
async function cpuOf(target, headers = {}) {
  const agent = new Agent({ keepAlive: true });
  const before = cpuTime();
  for (let index = 0; index < REQUESTS; index++) {
    const [response] = await once(request({ host: '127.0.0.1', port, path: target, agent, headers }).end(), 'response');
    await buffer(response);
    if (response.statusCode !== 200) throw new Error(`${target} answered ${response.statusCode}`);
  }
  agent.destroy();
  return Math.max(cpuTime() - before, 0.01);
}

/** User and system seconds of the product so far (proc(5), fields 14 and 15, in hundredths). */
function cpuTime() {
  const stat = readFileSync(`/proc/${product.pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function largest(directory, ending) {
  const size = (name) => statSync(path.join(directory, name)).size;
  return readdirSync(directory)
    .filter((name) => name.endsWith(ending))
    .toSorted((a, b) => size(b) - size(a))[0];
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address();
  server.close();
  await once(server, 'close');
  return free;
}

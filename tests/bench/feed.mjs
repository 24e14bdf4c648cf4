import { once } from 'node:events';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import express from 'express';
import ical from 'ical-generator';
import { openDatabase, openPool } from '#db/client.ts';
import { startPostgres } from '#db/embedded/start-postgres.ts';
import { eventOf } from '#server/calendar/event.ts';
import { answerFeeds } from '#server/calendar/feed-handler.ts';
import { writeCalendar } from '#server/calendar/write-calendar.ts';
import { systemClock } from '#server/services.ts';

// What a feed of 1,000 meetings costs: to write it, beside the library alone on the same events; to answer a calendar that
// has it already, beside a static file that the same server knows to be unchanged.

const MEETINGS = 1000;
const APP_URL = 'https://tertulia.example';

const meetings = Array.from({ length: MEETINGS }, (_, index) => meetingOf(index));
const folder = mkdtempSync(path.join(tmpdir(), 'tertulia-bench-'));
const postgres = await startPostgres(folder);
const pool = openPool({ host: postgres.host, user: postgres.user, database: 'postgres' });
try {
  await writing();
  await answering();
} finally {
  await pool.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function writing() {
  const events = meetings.map((meeting) => eventOf(meeting, { appUrl: APP_URL, locale: 'fr' }));
  const ours = await median(15, () => writeCalendar({ name: 'Réunions', timeZone: 'Europe/Paris', language: 'fr', events }));
  const library = await median(15, () => libraryAlone(events));
  tell(`write ${MEETINGS} meetings ÷ ical-generator alone`, ours, library);
}

function libraryAlone(events) {
  const calendar = ical({ name: 'Réunions' });
  for (const { uid, at, summary, description, location } of events) {
    const [start, end] = [Temporal.Instant.from(at.start), Temporal.Instant.from(at.end)];
    calendar.createEvent({ id: uid, start, end, timezone: at.zone, summary, description, location });
  }
  return calendar.toString();
}

async function answering() {
  for (const file of globSync('db/migrations/*.sql').toSorted()) await pool.query(readFileSync(file, 'utf8'));
  await fill();
  const app = express().use('/feeds', answerFeeds({ db: openDatabase(pool), env: { appUrl: APP_URL }, clock: systemClock }));
  app.use('/static', express.static(folder));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const ask = asker(server.address().port);
  const started = performance.now();
  const first = await ask('/feeds/all.ics');
  console.log(`  first answer: ${first.status}, ${first.body.length} octets, ${Math.round(performance.now() - started)} ms`);
  writeFileSync(path.join(folder, 'all.ics'), first.body);
  const file = await ask('/static/all.ics');
  const unchanged = (answer) => ({ 'if-none-match': answer.headers.etag });
  const times = {
    feed304: await median(300, () => ask('/feeds/all.ics', unchanged(first))),
    file304: await median(300, () => ask('/static/all.ics', unchanged(file))),
    feed200: await median(60, () => ask('/feeds/all.ics')),
    file200: await median(60, () => ask('/static/all.ics')),
  };
  tell('warm feed 304 ÷ static file 304', times.feed304, times.file304);
  tell('warm feed 200 ÷ static file 200', times.feed200, times.file200);
  server.closeAllConnections();
  server.close();
}

function asker(port) {
  const agent = new Agent({ keepAlive: true });
  return async (target, headers = {}) => {
    const [response] = await once(request({ host: '127.0.0.1', port, path: target, headers, agent }).end(), 'response');
    return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
  };
}

async function fill() {
  const { rows } = await pool.query("insert into groups (slug, name, kind) values ('dalc', 'DALC', 'network') returning id");
  const columns = meetings.map(({ slug, title, summary, edtf, placeName, placeAddress }) => ({
    slug,
    title,
    summary,
    edtf,
    placeName,
    placeAddress,
  }));
  await pool.query(
    `insert into meetings (group_id, slug, kind, title, summary, status, edtf, time_zone, during, place_name, place_address)
     select $1, m->>'slug', 'group_meeting', m->>'title', m->>'summary', 'scheduled', m->>'edtf', 'Europe/Paris',
       tstzrange((split_part(m->>'edtf', '/', 1)::timestamp at time zone 'Europe/Paris'), (split_part(m->>'edtf', '/', 2)::timestamp at time zone 'Europe/Paris')),
       m->>'placeName', m->>'placeAddress'
     from jsonb_array_elements($2::jsonb) m`,
    [rows[0].id, JSON.stringify(columns)],
  );
  await pool.query('analyze');
}

function meetingOf(index) {
  const day = Temporal.Now.plainDateISO().add({ days: Math.floor(index / 2) - 200 });
  return {
    id: `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    slug: `reunion-${index}`,
    title: `Réunion n° ${index} de la Dynamique Amérique latine et Caraïbes`,
    summary: 'Le point sur les groupes-pays, le répertoire des partenariats et les prochaines rencontres thématiques. '.repeat(3),
    status: 'scheduled',
    edtf: `${day}T14:30/${day}T16:00`,
    timeZone: 'Europe/Paris',
    placeName: 'Cités Unies France',
    placeAddress: '9 rue Christiani, 75018 Paris',
    placeAccess: '',
    online: false,
    onlineUrl: '',
    cancelReason: '',
    sequence: 1,
    createdAt: '2026-01-05T08:00:00Z',
    changedAt: '2026-02-05T08:00:00Z',
    themes: ['Climat'],
    hasMinutes: false,
    answer: null,
  };
}

/** Median of the milliseconds that `work` takes, after a tenth as many runs that do not count. */
async function median(runs, work) {
  const times = [];
  for (let run = -Math.ceil(runs / 10); run < runs; run += 1) {
    const start = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)];
}

function tell(what, ours, theirs) {
  console.log(`  ${what}: ${(ours / theirs).toFixed(2)}  (${ours.toFixed(2)} ms ÷ ${theirs.toFixed(2)} ms)`);
}

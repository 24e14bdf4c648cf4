import { once } from 'node:events';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import express from 'express';
import { openDatabase, openPool } from '#db/client.ts';
import { startPostgres } from '#db/embedded/start-postgres.ts';
import { eventOf } from '#server/calendar/event.ts';
import { answerFeeds } from '#server/calendar/feed-handler.ts';
import { writeCalendar } from '#server/calendar/write-calendar.ts';
import { systemClock } from '#server/services.ts';
import { asker, cpuOf, median, medianCpu, tell } from './feed/measure.mjs';
import { fillMeetings, meetingOf } from './feed/meetings.mjs';
import { generatorAlone, icalJsAlone } from './feed/rivals.mjs';

// What a feed of 1,000 meetings costs: to write it, beside the libraries that people use, on the same events; to answer a
// calendar that has it already, beside a static file that the same server knows to be unchanged. Then one of 10,000. What is computed is measured in time of
// the processor, which other work on the machine does not change.

const APP_URL = 'https://tertulia.example';
const folder = mkdtempSync(path.join(tmpdir(), 'tertulia-bench-'));
const postgres = await startPostgres(folder);
const address = { host: postgres.host, user: postgres.user, database: 'postgres' };
// one connection, whose processor's time is the database's
const pool = openPool(address, 1);
const services = { db: openDatabase(pool), env: { appUrl: APP_URL }, clock: systemClock };
try {
  for (const file of globSync('db/migrations/*.sql').toSorted()) await pool.query(readFileSync(file, 'utf8'));
  const fastest = await writing();
  await fillMeetings(pool, 1000);
  await answering(fastest);
  await fillMeetings(pool, 9000);
  await large();
} finally {
  await pool.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Answers the milliseconds of the fastest library. */
async function writing() {
  const meetings = Array.from({ length: 1000 }, (_, index) => meetingOf(index));
  const events = meetings.map((meeting) => eventOf(meeting, { appUrl: APP_URL, locale: 'fr' }));
  const ours = await medianCpu(15, () => writeCalendar({ name: 'Réunions', timeZone: 'Europe/Paris', language: 'fr', events }));
  const icalJs = await medianCpu(15, () => icalJsAlone(events));
  const generator = await medianCpu(15, () => generatorAlone(events));
  tell('write 1,000 meetings ÷ ical.js', ours, icalJs);
  tell('write 1,000 meetings ÷ ical-generator alone', ours, generator);
  return Math.min(icalJs, generator);
}

async function answering(fastest) {
  const app = express()
    .use('/feeds', answerFeeds(services))
    .use('/asking', answerFeeds(services, { freshMs: 0 }));
  // as if somebody had written something, of whatever, between any two polls
  app.use('/changed', (_request, _response, next) => pool.query('select pg_current_xact_id()').then(() => next(), next));
  app.use('/changed', answerFeeds(services, { freshMs: 0 }));
  app.use('/static', express.static(folder));
  let cold = null;
  app.use('/cold', (request, response) => cold(request, response));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const ask = asker(server.address().port);
  const first = await ask('/feeds/all.ics');
  writeFileSync(path.join(folder, 'all.ics'), first.body);
  const file = await ask('/static/all.ics');
  const unchanged = (answer) => ({ 'if-none-match': answer.headers.etag });
  // nothing known: rows read, entries written, hashed, sent
  const { rows } = await pool.query('select pg_backend_pid() as pid');
  const processes = [process.pid, rows[0].pid];
  const generation = await cpuOf(processes, 20, () => {
    cold = answerFeeds(services);
    return ask('/cold/all.ics');
  });
  tell('cold answer, database and all ÷ the fastest library alone', generation, fastest);
  const static304 = await median(500, () => ask('/static/all.ics', unchanged(file)));
  tell('warm 304 ÷ static file 304', await median(500, () => ask('/feeds/all.ics', unchanged(first))), static304);
  const asking = await median(300, () => ask('/asking/all.ics', unchanged(first)));
  tell('the first 304 of a second, nobody wrote ÷ static file 304', asking, static304);
  const changed = await median(300, () => ask('/changed/all.ics', unchanged(first)));
  tell('the first 304 of a second, somebody wrote ÷ static file 304', changed, static304);
  tell('warm 200 ÷ static file 200', await median(100, () => ask('/feeds/all.ics')), await median(100, () => ask('/static/all.ics')));
  const each = await cpuOf(processes, 400, () => ask('/changed/all.ics', unchanged(first)));
  const share = ((10_000 / 3600) * each).toFixed(2);
  console.log(
    `  10,000 subscribers, one poll an hour: ${each.toFixed(2)} ms of CPU a poll, database included: ${share} ms a second, ${(share / 10).toFixed(2)} % of a core`,
  );
  server.closeAllConnections();
  server.close();
}

/** 10,000 meetings: how long others wait while it is written. */
async function large() {
  const server = createServer(express().use('/feeds', answerFeeds(services))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const ask = asker(server.address().port);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  const { body } = await ask('/feeds/all.ics');
  delay.disable();
  const times = `${Math.round(performance.now() - start)} ms; others wait ${Math.round(delay.percentile(99) / 1e6)} ms (p99), ${Math.round(delay.max / 1e6)} ms at most`;
  console.log(`  10,000 meetings, ${(body.length / 1e6).toFixed(1)} MB: ${times}`);
  server.closeAllConnections();
  server.close();
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sectionName } from '#app/model/notes.ts';
import { type Database, openDatabase, openPool } from '#db/client.ts';
import { startPostgres } from '#db/embedded/start-postgres.ts';
import { migrate } from '#db/migrate.ts';
import { inTransaction } from '#db/transaction.ts';
import { sessionCookie } from '#server/accounts/session-cookie.ts';
import { openSession } from '#server/accounts/sessions.ts';
import { type Services, systemClock } from '#server/services.ts';
import { makeAttendance, makeGroup, makeMeeting, makePerson } from '#tests/support/factories.ts';
import { type Load, type Measure, measure, pagesOfProduct, pagesOfRelay, startServer } from './notes-load.ts';

const LOAD: Load = { writers: Number(process.env.BENCH_WRITERS ?? 30), keysPerSecond: 5, seconds: Number(process.env.BENCH_SECONDS ?? 5) };
const ROUNDS = 3;

const env: Services['env'] = {
  ...{ port: 3000, host: '127.0.0.1', appUrl: 'http://127.0.0.1', dataDir: '', mailFrom: 'bench@tertulia.example' },
  ...{ databaseUrl: undefined, smtpUrl: undefined, sessionSecret: 'a secret of the bench, 32 or more', logLevel: 'error', demo: false },
};

/** Compares the product with the raw relay, in alternation, in the same run: only ratios mean anything on a machine with other work. */
export async function run(scripts: { server: string; relay: string }): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tertulia-bench-'));
  const postgres = await startPostgres(folder);
  const address = { host: postgres.host, user: postgres.user, database: 'postgres' };
  const db = openDatabase(openPool(address));
  const started: Awaited<ReturnType<typeof startServer>>[] = [];
  try {
    await migrate(db);
    const people = await Promise.all(Array.from({ length: LOAD.writers }, () => makePerson(db)));
    const cookies = await Promise.all(people.map(({ id }) => signIn(db, id)));
    const product = await startServer(scripts.server, JSON.stringify([address, env]));
    const relay = await startServer(scripts.relay, String(Math.min(50, LOAD.writers / 2)));
    started.push(product, relay);
    const results: Record<'product' | 'relay', Measure[]> = { product: [], relay: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      const { meetingId, section } = await meetingFor(db, people);
      results.relay.push(await measure(relay.child, pagesOfRelay(relay.port), section, LOAD));
      results.product.push(await measure(product.child, pagesOfProduct(product.port, meetingId, cookies), section, LOAD));
    }
    report(results);
  } finally {
    for (const { child } of started) child.kill();
    await db.destroy();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function signIn(db: Database, personId: string): Promise<string> {
  const services = { clock: systemClock, env } as Services;
  const secret = await inTransaction(db, (trx) => openSession(trx, services, { personId, userAgent: 'bench' }));
  return sessionCookie(env, secret).split(';')[0] ?? '';
}

async function meetingFor(db: Database, people: readonly { id: string }[]): Promise<{ meetingId: string; section: string }> {
  const meeting = await makeMeeting(db, { groupId: (await makeGroup(db)).id });
  const item = await db
    .insertInto('agendaItems')
    .values({ meetingId: meeting.id, position: 0, title: 'Point 1', durationMinutes: 60 })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const { id } of people) await makeAttendance(db, { meetingId: meeting.id, personId: id });
  return { meetingId: meeting.id, section: sectionName(item.id) };
}

function report({ product, relay }: Record<'product' | 'relay', Measure[]>): void {
  const [ours, limit] = [median(product), median(relay)];
  console.log(`Notes, ${LOAD.writers} people typing ${LOAD.keysPerSecond} keys a second in one meeting; medians of ${ROUNDS} rounds`);
  console.table({
    'product (durable, checked)': row(ours),
    'raw relay (nothing kept)': row(limit),
    ratio: {
      'CPU ms / 1,000': (ours.cpu / limit.cpu).toFixed(2),
      'p50 ms': (ours.p50 / limit.p50).toFixed(2),
      'p99 ms': (ours.p99 / limit.p99).toFixed(2),
    },
  });
}

const row = ({ cpu, p50, p99, deliveries }: Measure) => ({
  'CPU ms / 1,000': cpu.toFixed(2),
  'p50 ms': p50.toFixed(1),
  'p99 ms': p99.toFixed(1),
  deliveries,
});

function median(measures: Measure[]): Measure {
  const sorted = measures.toSorted((a, b) => a.cpu - b.cpu);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error('Nothing was measured.');
  return middle;
}

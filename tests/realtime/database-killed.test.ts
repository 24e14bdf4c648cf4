import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDatabase, openPool } from '#db/client.ts';
import { type EmbeddedPostgres, startPostgres } from '#db/embedded/start-postgres.ts';
import { migrate } from '#db/migrate.ts';
import { openBus } from '#server/realtime/bus.ts';
import { type TestServices, testServices } from '#tests/support/services.ts';
import { type SocketServer, startSockets, until } from '#tests/support/sockets.ts';
import { meetingWithNotes } from './meeting-with-notes.ts';
import { openTypist, randomOf, storedText, type Typist } from './typists.ts';

/** A database of this file's own, to be killed; `address` stays the same when it starts again. */
const folder = mkdtempSync(path.join(tmpdir(), 'tertulia-killed-'));
const address = { host: path.join(folder, 'socket'), user: 'postgres', database: 'postgres' };
let postgres: EmbeddedPostgres;
let services: TestServices;
let server: SocketServer;
let pool: ReturnType<typeof openPool>;

async function startDatabase(): Promise<void> {
  postgres = await startPostgres(folder);
  rmSync(address.host, { force: true });
  symlinkSync(postgres.host, address.host);
}

beforeAll(async () => {
  // each connection that ends with the database is told to the operator
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await startDatabase();
  pool = openPool(address, 8);
  const db = openDatabase(pool);
  await migrate(db);
  services = await testServices({ db });
  vi.spyOn(services.log, 'error').mockImplementation(() => {});
  server = await startSockets(services, { bus: openBus(address, services) });
});
afterAll(async () => {
  await server.stop();
  await services.mailbox.stop();
  await services.db.destroy();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
});

async function startTyping(seed: number) {
  const random = randomOf(seed);
  const { meeting, first, writer, organiser } = await meetingWithNotes(services);
  const typists: Typist[] = [];
  for (const [name, personId] of [
    ['a', writer.id],
    ['b', organiser.id],
  ] as const) {
    typists.push(await openTypist(services, { url: server.url, meetingId: meeting.id, personId, section: first, name, random }));
  }
  const typing = setInterval(() => typists[Math.floor(random() * typists.length)]?.type(), 3);
  const acknowledged = () => typists.reduce((sum, typist) => sum + typist.acknowledged, 0);
  await until('they are acknowledged', () => acknowledged() >= 50 + random() * 100, 20);
  return { meeting, first, typists, typing, acknowledged };
}

/** Nobody was cut off, nobody was refused: they only waited. */
async function expectAllSaved({ meeting, first, typists, typing, acknowledged }: Awaited<ReturnType<typeof startTyping>>): Promise<void> {
  const before = acknowledged();
  await until('they are acknowledged again', () => acknowledged() >= before + 50, 30);
  clearInterval(typing);
  await until('everything is saved', () => typists.every(({ page }) => page.unsaved.size === 0), 30);
  const stored = await storedText(services.db, meeting.id, first);
  for (const { page } of typists) expect(page.text(first)).toBe(stored);
  expect(typists.flatMap((typist) => typist.wrongIn(stored))).toEqual([]);
  expect(typists.flatMap(({ page }) => [...page.refusals, page.closed])).toEqual([null, null]);
  for (const { page } of typists) page.close();
}

describe('a database that goes away while people type', () => {
  test('after a crash of its own it recovers, and nothing acknowledged is lost', { timeout: 90_000 }, async () => {
    const scene = await startTyping(1);
    const { rows } = await pool.query<{ pid: number }>("select pid from pg_stat_activity where backend_type = 'walwriter'");
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
    await expectAllSaved(scene);
  });

  test('stopped at once, without a checkpoint, and started again: the same', { timeout: 90_000 }, async () => {
    const scene = await startTyping(2);
    const known = scene.typists.map((typist) => typist.acknowledged);
    // what pg_ctl restart -m immediate does
    const main = Number(readFileSync(path.join(folder, 'pg18', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(main, 'SIGQUIT');
    await until('nothing is acknowledged any more', () => scene.typists.every(({ page }) => page.unsaved.size > 0), 20);
    await startDatabase();
    const stored = await storedText(services.db, scene.meeting.id, scene.first);
    expect(scene.typists.flatMap((typist) => typist.lostIn(stored))).toEqual([]);
    expect(known.every((count, index) => count <= (scene.typists[index]?.acknowledged ?? 0))).toBe(true);
    await expectAllSaved(scene);
  });
});

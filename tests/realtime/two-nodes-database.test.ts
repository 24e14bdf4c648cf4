import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDatabase, openPool } from '#db/client.ts';
import { type EmbeddedPostgres, startPostgres } from '#db/embedded/start-postgres.ts';
import { migrate } from '#db/migrate.ts';
import { readDocument } from '#server/notes/read-notes.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { type TestServices, useServices } from '#tests/support/services.ts';
import { until } from '#tests/support/sockets.ts';
import { meetingWithNotes } from './meeting-with-notes.ts';
import { useTwoNodes } from './two-nodes.ts';

/** A PostgreSQL of its own: the others of this run must not fall with it. */
const database = {} as TestDatabase;
const folder = mkdtempSync(path.join(tmpdir(), 'tertulia-falls-'));
let postgres: EmbeddedPostgres;
beforeAll(async () => {
  postgres = await startPostgres(folder);
  database.address = { host: postgres.host, user: 'postgres', database: 'postgres' };
  database.pool = openPool(database.address, 8);
  database.db = openDatabase(database.pool);
  await migrate(database.db);
});
// after the servers, which are set up later
afterAll(async () => {
  await database.db.destroy();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});
const services: TestServices = useServices(database);
const { nodes, openOn } = useTwoNodes(database, services);
afterEach(() => vi.restoreAllMocks());

/** As when the kernel kills one of its processes: PostgreSQL ends all connections and recovers from its log. */
async function crash(): Promise<void> {
  const { rows } = await database.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  process.kill(rows[0]?.pid ?? Number.NaN, 'SIGKILL');
}

describe('when the database falls while people type at two servers', () => {
  test('nothing acknowledged is lost, nobody is put out, and everything goes on by itself', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    vi.spyOn(services.log, 'error').mockImplementation(() => {});
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const awa = await openOn(nodes.here, meeting.id, writer.id);
    const claire = await openOn(nodes.there, meeting.id, organiser.id);
    const lines = [awa.write(first, 'a'), claire.write(first, 'b')];
    const typing = setInterval(() => {
      for (const line of lines) line.insert(line.length, '.');
    }, 10);
    for (let round = 0; round < 2; round += 1) {
      const saved = awa.n - awa.unsaved.size;
      await until('some of it is saved', () => awa.n - awa.unsaved.size > saved + 30, 20);
      const acknowledged = awa.n - awa.unsaved.size + claire.n - claire.unsaved.size;
      await crash();
      const dots = async () =>
        (await readDocument(services.db, meeting.id)).getXmlFragment(`s:${first}`).toString().match(/\./g)?.length ?? 0;
      // each key is one update, after the one that made the line
      await until('all of it is there', async () => (await dots().catch(() => 0)) >= acknowledged - 2, 20);
    }
    clearInterval(typing);
    await until('everything is saved', () => awa.unsaved.size + claire.unsaved.size === 0, 20);
    await until('and the same for both', () => awa.text(first) === claire.text(first));
    expect((awa.text(first).match(/\./g) ?? []).length).toBe(awa.n + claire.n - 2);
    expect([...awa.refusals, ...claire.refusals, awa.closed, claire.closed].filter(Boolean)).toEqual([]);
    // and they hear each other again
    lines[0]?.insert(0, 'encore ');
    await until('it crosses', () => claire.text(first).includes('encore'));
  });
});

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase, openPool } from '#db/client.ts';
import { startPostgres } from '#db/embedded/start-postgres.ts';
import { migrate } from '#db/migrate.ts';

/** One real PostgreSQL a run, and one migrated template in it; every test file gets a copy of its own (see database.ts). */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tertulia-test-'));
  const postgres = await startPostgres(folder);
  const admin = openPool({ host: postgres.host, user: postgres.user, database: 'postgres' }, 1);
  await admin.query('create database template_tertulia');
  await admin.end();
  const template = openDatabase(openPool({ host: postgres.host, user: postgres.user, database: 'template_tertulia' }, 1));
  await migrate(template);
  await template.destroy();
  project.provide('postgresHost', postgres.host);
  const shelf = path.join(folder, 'demo');
  mkdirSync(shelf);
  project.provide('demoShelf', shelf);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the test run's PostgreSQL socket. */
    postgresHost: string;
    /** Where the demo that was filled once waits to be copied (filled-data.ts). */
    demoShelf: string;
  }
}

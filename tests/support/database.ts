import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Database, openDatabase, openPool } from '#db/client.ts';

export interface TestDatabase {
  db: Database;
  pool: pg.Pool;
  address: { host: string; user: string; database: string };
}

/** A migrated, empty database of its own for the calling test file; dropped after its last test. */
export function useDatabase(): TestDatabase {
  const test = {} as TestDatabase;
  const host = inject('postgresHost');
  const database = `test_${randomBytes(6).toString('hex')}`;
  const asAdmin = async (statement: string) => {
    const admin = openPool({ host, user: 'postgres', database: 'postgres' }, 1);
    await admin.query(statement);
    await admin.end();
  };
  beforeAll(async () => {
    await asAdmin(`create database ${database} template template_tertulia`);
    test.address = { host, user: 'postgres', database };
    test.pool = openPool(test.address, 8);
    test.db = openDatabase(test.pool);
  });
  afterAll(async () => {
    await test.db.destroy();
    await asAdmin(`drop database ${database} with (force)`);
  });
  return test;
}

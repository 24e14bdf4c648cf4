import { CamelCasePlugin, Kysely, type Kysely as KyselyOf, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { prepareNamed } from './prepared.ts';
import type { DB } from './schema.ts';

export type Database = KyselyOf<DB>;
export type Trx = Transaction<DB>;
/** Reads accept either; writes ask for a transaction. */
export type Executor = Database | Trx;

export interface DatabaseAddress {
  connectionString?: string;
  host?: string;
  user?: string;
  database?: string;
}

/**
 * Dates cross this border as ISO 8601 text, never as Date: an instant is '2020-11-30T14:00:00Z',
 * a day '2020-11-30'. They serialise unchanged to the browser and go into Temporal where one computes with them.
 */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === pg.types.builtins.TIMESTAMPTZ) return (text: string) => text.replace(' ', 'T').replace(/\+00$/, 'Z');
    if (oid === pg.types.builtins.TIMESTAMP) return (text: string) => text.replace(' ', 'T');
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    if (oid === pg.types.builtins.INT8) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;

/** Opens a pool of at most `max` connections; each speaks UTC and ISO dates whatever the server's defaults are. */
export function openPool(address: DatabaseAddress, max = 12): pg.Pool {
  const pool = new pg.Pool({
    ...address,
    max,
    types,
    keepAlive: true,
    options: '-c timezone=UTC -c datestyle=ISO',
    application_name: 'tertulia',
  });
  // without a listener, a connection that the server ends while idle would end this process
  pool.on('error', (error) => {
    // while stopping, the server may be gone before the last connection has said goodbye
    if (!pool.ending) console.error('database connection lost:', error.message);
  });
  // nor one that it ends between two queries of a transaction: the next query fails, and says so
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('connect', prepareNamed);
  return pool;
}

export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
}

import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import pg from 'pg';
import { answerBench, ready } from './ready.ts';

// Hocuspocus with its database extension on the same PostgreSQL, as its documentation has it: the whole state at each store.
const { address, flushDelay } = JSON.parse(process.argv[2] ?? '{}') as { address: pg.PoolConfig; flushDelay?: number };
answerBench();
const pool = new pg.Pool({ ...address, max: 4 });
const database = new Database({
  async fetch({ documentName }) {
    const { rows } = await pool.query<{ data: Buffer }>('select data from hocuspocus_documents where name = $1', [documentName]);
    return rows[0]?.data ?? null;
  },
  async store({ documentName, state }) {
    await pool.query('insert into hocuspocus_documents values ($1, $2) on conflict (name) do update set data = excluded.data', [
      documentName,
      state,
    ]);
  },
});
const server = new Server({
  ...{ port: 0, address: '127.0.0.1', quiet: true, stopOnSignals: false, extensions: [database] },
  ...(flushDelay === undefined ? {} : { flushDelay }),
});
await server.listen();
ready(server.address.port);

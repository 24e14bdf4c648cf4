import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openPool } from '#db/client.ts';
import { startProduct } from '#tests/support/product.ts';

// Two processes on one database, as an operator runs them behind a load balancer.
const host = inject('postgresHost');
const database = `test_${randomBytes(6).toString('hex')}`;
const ask = async (question: string, of = database) => {
  const pool = openPool({ host, user: 'postgres', database: of }, 1);
  const { rows } = await pool.query(question);
  await pool.end();
  return rows;
};

beforeAll(async () => {
  await ask(`create database ${database}`, 'postgres');
});
afterAll(async () => {
  await ask(`drop database ${database} with (force)`, 'postgres');
});

test('two servers that start at the same moment on an empty database set it up once, hear each other, and stop cleanly', async () => {
  const env = {
    DATABASE_URL: `postgres://postgres@localhost/${database}?host=${encodeURIComponent(host)}`,
    // no mail is sent
    ...{ SMTP_URL: 'smtp://127.0.0.1:9', SESSION_SECRET: 'x'.repeat(40), APP_URL: 'https://tertulia.example' },
  };
  const products = await Promise.all([startProduct({ env }), startProduct({ env })]);
  for (const { local } of products) expect((await fetch(`${local}/readyz`)).status).toBe(200);
  const migrations = await ask('select name from kysely_migration');
  expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
  expect(
    await ask("select pid from pg_stat_activity where application_name = 'tertulia-bus' and datname = current_database()"),
  ).toHaveLength(2);
  for (const product of products) expect(await product.stop()).toBe(0);
  for (const { output } of products) expect(output()).not.toMatch(/error|lost/i);
}, 120_000);

import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './client.ts';

const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true });

/** Migrations are plain SQL, run once each in the order of their names, all in one transaction. Never edited once released. */
const migrations: Record<string, Migration> = Object.fromEntries(
  Object.entries(files).map(([file, text]) => [
    file.replace(/^.*\/|\.sql$/g, ''),
    { up: async (db) => void (await sql.raw(text).execute(db)) },
  ]),
);

/** Brings the schema up to date; several processes may call it at once. Returns the names it ran; throws at the first that fails. */
export async function migrate(db: Database): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

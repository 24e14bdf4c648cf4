import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import path from 'node:path';
import { openDatabase, openPool } from '#db/client.ts';
import { startPostgres } from '#db/embedded/start-postgres.ts';
import { migrate } from '#db/migrate.ts';
import { readEnv } from './env.ts';
import { createRequestListener } from './http/request-listener.ts';
import { openMailer } from './outbox/mailer.ts';
import { type Services, systemClock } from './services.ts';

/** Starts the product: settings, database, mail, jobs, rooms, HTTP and sockets, in this order. */
export async function start(): Promise<void> {
  const settings = readEnv(process.env);
  const env = { ...settings, sessionSecret: settings.sessionSecret ?? randomBytes(32).toString('base64url') };
  const postgres = env.databaseUrl ? null : await startPostgres(path.join(env.dataDir, 'postgres'));
  const pool = openPool(
    env.databaseUrl ? { connectionString: env.databaseUrl } : { host: postgres?.host, user: 'postgres', database: 'postgres' },
  );
  const db = openDatabase(pool);
  await migrate(db);
  const services: Services = {
    db,
    env,
    clock: systemClock,
    mailer: openMailer(env.smtpUrl ?? 'smtp://127.0.0.1:1025'),
    jobs: { enqueue: async () => {}, stop: async () => {} },
    live: { changed() {}, accessChanged() {} },
  };
  const build = await import('virtual:react-router/server-build');
  const http = createServer(createRequestListener(services, build, path.resolve('build/client')));
  http.listen(env.port, env.host, () => console.log(`Tertulia: ${env.appUrl}`));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, async () => {
      http.close();
      http.closeAllConnections();
      await db.destroy();
      await postgres?.stop();
      process.exit(0);
    });
}

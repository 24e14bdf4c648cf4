import path from 'node:path';
import type { RequestHandler } from 'express';
import type { ServerBuild } from 'react-router';
import { startPostgres } from '#db/embedded/start-postgres.ts';
import { migrate } from '#db/migrate.ts';
import { fillDemo } from '#server/demo/fill-demo.ts';
import { mintSetupAddress } from './accounts/set-up.ts';
import { readEnv } from './env.ts';
import { openHttp } from './http/open-http.ts';
import { createRequestListener } from './http/request-listener.ts';
import { inboxAdvice } from './inbox/inbox-advice.ts';
import { startJobs } from './jobs-start.ts';
import { createLogger, outliveReaders } from './logger.ts';
import { openCheckedDatabase } from './open-checked-database.ts';
import { startDemoMailServer } from './outbox/demo-mail-server.ts';
import { dkimRecord, inZoneFile } from './outbox/dkim-key.ts';
import { openMailer } from './outbox/mailer.ts';
import { openBus } from './realtime/bus.ts';
import { attachSockets } from './realtime/socket-server.ts';
import { type Services, systemClock } from './services.ts';
import { keepSessionSecret } from './session-secret.ts';
import { Shutdown } from './shutdown.ts';

export interface Start {
  /** The project's folder. */
  root: string;
  /** Tells the operator what is being done. */
  say: (line: string) => void;
  /** While developing: Vite's middleware and the pages as they are in the sources now. */
  dev?: { middleware: RequestHandler; build: () => Promise<ServerBuild> };
}

/** Starts the product: settings, database, mail, jobs, rooms, HTTP and sockets, in this order. Throws what the operator has to mend. */
export async function start({ root, say, dev }: Start): Promise<void> {
  const settings = readEnv(process.env);
  const env = { ...settings, sessionSecret: settings.sessionSecret ?? keepSessionSecret(settings.dataDir) };
  const log = createLogger(env.logLevel);
  const shutdown = new Shutdown(log);
  shutdown.onSignals();
  outliveReaders();
  shutdown.onFaults();
  try {
    const http = await openHttp(env);
    shutdown.add('port', () => http.stop());
    if (!env.databaseUrl) say('Starting the embedded database');
    const postgres = env.databaseUrl ? null : await startPostgres(path.join(env.dataDir, 'postgres'));
    if (postgres) shutdown.add('database', () => postgres.stop());
    const address = env.databaseUrl
      ? { connectionString: env.databaseUrl }
      : { host: postgres?.host, user: 'postgres', database: 'postgres' };
    const db = await openCheckedDatabase(address);
    shutdown.add('connections', () => db.destroy());
    await migrate(db);

    const demoMail = env.smtpUrl ? null : await startDemoMailServer(db);
    if (demoMail) shutdown.add('mail server', () => demoMail.stop());
    const mailer = openMailer(env.smtpUrl ?? demoMail?.smtpUrl ?? '', env.dkim);
    shutdown.add('mailer', () => mailer.stop());

    const jobs = await startJobs(address, { log });
    shutdown.add('jobs', () => jobs.stop());
    const live: Services['live'] = { changed() {}, accessChanged() {} }; // nobody listens yet
    const services: Services = { db, env, clock: systemClock, log, jobs, mailer, live };
    if (env.demo) {
      say('Looking after the demo network');
      await fillDemo(services);
    }
    await jobs.work(services);

    const build = dev?.build ?? (await import('virtual:react-router/server-build'));
    http.answerWith(createRequestListener(services, { build, clientFolder: path.join(root, 'build/client'), dev: dev?.middleware }));
    // stops after requests are answered: what they changed is still told
    const bus = openBus(address, services);
    shutdown.add('bus', () => bus.stop());
    shutdown.add('http', () => http.stop());
    const sockets = await attachSockets(http.server, services, { bus });
    services.live = sockets.live;
    shutdown.add('sockets', () => sockets.close());
    if (env.dkim) say(`Mails are signed. In DNS: ${inZoneFile(dkimRecord(env.dkim))}`);
    for (const line of inboxAdvice(env)) say(line);
    const setup = env.demo ? null : await mintSetupAddress(services);
    if (setup) say(`The network is empty. Its first organiser opens, within 24 hours: ${setup}`);
    say(`Tertulia is ready: ${env.appUrl}`);
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

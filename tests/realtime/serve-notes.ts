import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDatabase, openPool } from '#db/client.ts';
import { createLogger } from '#server/logger.ts';
import { openBus } from '#server/realtime/bus.ts';
import { attachSockets } from '#server/realtime/socket-server.ts';
import type { Services } from '#server/services.ts';

/** Serves the notes of a test database, and says where. Without tests/support: this process is not one of vitest's. */
export async function serve({
  address,
  env,
  now,
}: {
  address: { host: string; user: string; database: string };
  env: Services['env'];
  now: string;
}): Promise<void> {
  const services: Services = {
    ...{ db: openDatabase(openPool(address)), env, log: createLogger('error') },
    clock: { now: () => Temporal.Instant.from(now) },
    jobs: { enqueue: async () => {}, enqueueAll: async () => {}, stop: async () => {} },
    live: { changed: () => {}, accessChanged: () => {} },
    mailer: { send: () => Promise.reject(new Error('No mail is sent here.')), stop: () => {} },
  };
  const http = createServer();
  services.live = (await attachSockets(http, services, { bus: openBus(address, services) })).live;
  process.once('SIGUSR2', hoard);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  process.stdout.write(`READY http://127.0.0.1:${(http.address() as AddressInfo).port}\n`);
}

/** Takes memory until there is none, between other work. */
function hoard(): void {
  const hoarded: object[][] = [];
  setInterval(() => hoarded.push(Array.from({ length: 50_000 }, (_, index) => ({ index }))), 5);
}

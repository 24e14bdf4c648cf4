import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DatabaseAddress, openDatabase, openPool } from '#db/client.ts';
import { createLogger } from '#server/logger.ts';
import { attachSockets } from '#server/realtime/socket-server.ts';
import { type Services, systemClock } from '#server/services.ts';

// The product's sockets alone, in a process of their own; what it used of the processor is asked by a message.
const [address, env] = JSON.parse(process.argv[2] ?? '[]') as [DatabaseAddress, Services['env']];
const services: Services = {
  ...{ db: openDatabase(openPool(address)), env, log: createLogger('error'), clock: systemClock },
  jobs: { enqueue: async () => {}, stop: async () => {} },
  live: { changed: () => {}, accessChanged: () => {} },
  mailer: { send: () => Promise.reject(new Error('No mail is sent here.')), stop: () => {} },
};
const http = createServer();
services.live = (await attachSockets(http, services)).live;
http.listen(0, '127.0.0.1');
await once(http, 'listening');
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
process.send?.({ port: (http.address() as AddressInfo).port });

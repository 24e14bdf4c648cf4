import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io } from 'socket.io-client';
import { OPEN_NOTES, type OpenWatchAnswer } from '#app/model/open-notes.ts';
import { socketParser } from '#app/model/socket-parser.ts';
import { createLogger } from '#server/logger.ts';
import { attachSockets } from '#server/realtime/socket-server.ts';
import type { Services } from '#server/services.ts';
import { connect, OpenPage, openSocket, until } from '#tests/support/sockets.ts';
import { env, openWorld, type World } from '../notes/world.ts';

const WORDS = 30;
const EVERY_MS = 200;

/** 50 readers, then 500, while one person writes five words a second; server and readers share this process, whose time is told. */
export async function run(): Promise<void> {
  const world = await openWorld();
  try {
    const few = await measure(world, 50);
    const many = await measure(world, 500);
    const each = (cpu: number, readers: number) => `${((1000 * cpu) / readers).toFixed(2)} ms a reader`;
    for (const [readers, { joined, shown, cpu }] of [
      [50, few],
      [500, many],
    ] as const)
      console.log(
        `  ${readers} readers: all in after ${joined.toFixed(0)} ms, last word shown to the last after ${shown.toFixed(0)} ms, ${each(cpu, readers)}`,
      );
    console.log(
      `  ten times the readers: ${(many.cpu / few.cpu).toFixed(1)} times the processor, ${(many.shown / few.shown).toFixed(1)} times the wait (10 and 1 would be linear and free)`,
    );
  } finally {
    await world.close();
  }
}

async function measure(world: World, readers: number) {
  const [room] = await world.rooms(1, { writers: 1, readers: 0 });
  if (!room) throw new Error('No meeting.');
  const meetingId = room.name;
  await world.db.updateTable('meetings').set({ notesOpenAt: world.settings.now }).where('id', '=', meetingId).execute();
  const http = createServer();
  const clock = { now: () => Temporal.Instant.from(world.settings.now) };
  const services = { db: world.db, env, clock, log: createLogger('error') } as Services;
  const sockets = await attachSockets(http, services);
  services.live = sockets.live;
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const socket = openSocket(url, { cookie: room.cookies[0] ?? '' });
  await connect(socket);
  const page = new OpenPage(socket, meetingId);
  await page.open();
  const item = room.section.slice(2);
  const text = page.write(item, 'Début');
  await until('the first word is kept', () => page.unsaved.size === 0);

  const startedAt = performance.now();
  let missing = readers;
  const { promise: allShown, resolve: shownToAll } = Promise.withResolvers<void>();
  const pages = await Promise.all(
    Array.from({ length: readers }, async () => {
      const reader = io(`${url}${OPEN_NOTES}`, { parser: socketParser, transports: ['websocket'], forceNew: true });
      let done = false;
      reader.on('open:notes', (change) => {
        if (done || !JSON.stringify(change).includes(`mot${WORDS}.`)) return;
        done = true;
        missing -= 1;
        if (missing === 0) shownToAll();
      });
      const answer = (await reader.timeout(30_000).emitWithAck('open:watch', { meetingId })) as OpenWatchAnswer;
      if (!answer.ok) throw new Error(`Not open: ${answer.reason}.`);
      return reader;
    }),
  );
  const joined = performance.now() - startedAt;
  const before = process.cpuUsage();
  for (let n = 1; n <= WORDS; n += 1) {
    text.insert(text.length, ` mot${n}${n === WORDS ? '.' : ''}`);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  const lastWord = performance.now() - EVERY_MS;
  await allShown;
  const shown = performance.now() - lastWord;
  const used = process.cpuUsage(before);
  for (const reader of pages) reader.close();
  page.close();
  await sockets.close();
  http.close();
  return { joined, shown, cpu: (used.user + used.system) / 1e6 };
}

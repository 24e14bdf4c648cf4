import { afterAll, afterEach, beforeAll } from 'vitest';
import { openBus } from '#server/realtime/bus.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import type { TestServices } from '#tests/support/services.ts';
import { connect, type OpenPage, openSocket, type SocketServer, signIn, startSockets, until } from '#tests/support/sockets.ts';
import { openNotesAs } from './meeting-with-notes.ts';

/** A server as each of several processes has one: its own rooms, its own listening, the same database. */
export interface Node {
  services: TestServices;
  server: SocketServer;
}

export interface NodeOptions {
  idleMs?: number;
  /** How often it gives a sign of life, and when it takes itself to be alone. */
  beatMs?: number;
  soonMs?: number;
}

export async function startNode(database: TestDatabase, services: TestServices, { idleMs, ...timing }: NodeOptions = {}): Promise<Node> {
  const own = { ...services };
  const bus = openBus(database.address, own, timing);
  return { services: own, server: await startSockets(own, { ...(idleMs ? { idleMs } : {}), bus }) };
}

/** Two of them for a whole test file, and pages on them that are closed after each test. */
export function useTwoNodes(database: TestDatabase, services: TestServices, options: NodeOptions = {}) {
  const nodes = {} as { here: Node; there: Node };
  const open: OpenPage[] = [];
  beforeAll(async () => {
    nodes.here = await startNode(database, services, options);
    nodes.there = await startNode(database, services, options);
  });
  afterEach(() => {
    for (const page of open.splice(0)) page.close();
  });
  afterAll(async () => {
    for (const { server } of [nodes.here, nodes.there]) await server.stop();
  });
  return {
    nodes,
    async openOn(node: Node, meetingId: string, personId: string): Promise<OpenPage> {
      const page = await openNotesAs(node.services, node.server, meetingId, personId);
      open.push(page);
      return page;
    },
  };
}

/** Goes on with the same document at another server, as a page does whose server is gone. */
export async function move(page: OpenPage, services: TestServices, personId: string, url: string): Promise<void> {
  const socket = openSocket(url, { cookie: await signIn(services, personId) });
  const answer = await connect(socket);
  if (answer !== 'connected') throw new Error(`The connection was refused: ${answer}.`);
  page.moveTo(socket);
  const opened = await page.open();
  if (!opened.ok) throw new Error(`The notes were not opened: ${opened.reason}.`);
}

/** Ends the connections on which processes hear each other, as a failing network would; waits while they open another after the last cut. */
export async function endListening(database: TestDatabase): Promise<void> {
  await until('a server that listens is cut off', async () => {
    const { rowCount } = await database.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tertulia-bus' and datname = current_database()",
    );
    return rowCount;
  });
}

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll } from 'vitest';
import * as Y from 'yjs';
import { SCHEMA_VERSION, sectionName } from '#app/model/notes.ts';
import { decodeParts } from '#app/model/notes-frames.ts';
import type { ClientEvents, OpenedNotes, Refusal, ServerEvents } from '#app/model/notes-protocol.ts';
import { socketParser } from '#app/model/socket-parser.ts';
import { inTransaction } from '#db/transaction.ts';
import { sessionCookie } from '#server/accounts/session-cookie.ts';
import { openSession } from '#server/accounts/sessions.ts';
import { attachSockets, type SocketOptions as ServerOptions, type Sockets } from '#server/realtime/socket-server.ts';
import type { Services } from '#server/services.ts';

export type PageSocket = Socket<ServerEvents, ClientEvents>;

export interface SocketServer {
  url: string;
  sockets: Sockets;
  /** Stops as the product does, with what was accepted saved; open pages lose their connection. */
  stop(): Promise<void>;
}

/** A real server on this machine, with nothing but sockets. Puts its `live` into the services. */
export async function startSockets(services: Services, options: ServerOptions = {}): Promise<SocketServer> {
  const http = createServer();
  const sockets = await attachSockets(http, services, options);
  services.live = sockets.live;
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    sockets,
    async stop() {
      await sockets.close();
      await options.bus?.stop();
      http.close();
      http.closeAllConnections();
    },
  };
}

/** The same for a whole test file. */
export function useSockets(services: Services, options: ServerOptions = {}): SocketServer {
  const server = {} as SocketServer;
  beforeAll(async () => {
    Object.assign(server, await startSockets(services, options));
  });
  afterAll(() => server.stop());
  return server;
}

/** The Cookie header of somebody who signed in. */
export async function signIn(services: Services, personId: string): Promise<string> {
  const secret = await inTransaction(services.db, (trx) => openSession(trx, services, { personId, userAgent: 'tests' }));
  return sessionCookie(services.env, secret).split(';')[0] ?? '';
}

export interface SocketOptions {
  cookie?: string;
  origin?: string;
  transports?: ('websocket' | 'polling')[];
}

/** A socket as a page opens it, not yet connected. Close it when done. */
export function openSocket(url: string, { cookie, origin, transports = ['websocket'] }: SocketOptions = {}): PageSocket {
  const extraHeaders = { ...(cookie ? { cookie } : {}), ...(origin ? { origin } : {}) };
  return io(url, { parser: socketParser, transports, extraHeaders, forceNew: true, autoConnect: false, reconnection: false });
}

/** Connects, or gives the message of the refusal. */
export function connect(socket: PageSocket): Promise<'connected' | string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  socket.once('connect', () => resolve('connected'));
  socket.once('connect_error', (error) => resolve(error.message));
  socket.connect();
  return promise;
}

/**
 * Somebody's open notes: a Yjs document kept like the page's, which follows the protocol's prose and nothing else.
 * Wait for what should happen with `until`.
 */
export class OpenPage {
  socket: PageSocket;
  readonly doc = new Y.Doc();
  readonly meetingId: string;
  author = 0;
  seat = 0;
  canWrite = false;
  n = 0;
  /** Sent and not come back. */
  readonly unsaved = new Map<number, Uint8Array>();
  readonly refusals: { n: number; reason: Refusal }[] = [];
  closed: Refusal | null = null;
  batches = 0;
  /** What is typed before the answer waits for it: the server may have opened already, and would find a gap. */
  private opening = false;
  /** Every update of others that came, as it came. */
  readonly received: Uint8Array[] = [];

  constructor(socket: PageSocket, meetingId: string) {
    this.socket = socket;
    this.meetingId = meetingId;
    this.listen();
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.send(update);
    });
  }

  /** Goes on with the same document over another connection. */
  moveTo(socket: PageSocket): void {
    this.socket.close();
    this.socket = socket;
    this.listen();
  }

  /** Says what it holds, applies what it lacks, and sends again what was not acknowledged. */
  async open(schemaVersion = SCHEMA_VERSION): Promise<OpenedNotes> {
    const { meetingId } = this;
    this.opening = true;
    const answer = await this.socket
      .timeout(10_000)
      .emitWithAck('notes:open', { meetingId, schemaVersion, stateVector: Y.encodeStateVector(this.doc) })
      .finally(() => {
        this.opening = false;
      });
    if (!answer.ok) return answer;
    this.author = answer.author;
    this.seat = answer.seat;
    this.canWrite = answer.canWrite;
    this.doc.transact(() => {
      if (answer.base.length > 0) Y.applyUpdate(this.doc, answer.base, 'server');
      for (const { update } of decodeParts(answer.tail)) Y.applyUpdate(this.doc, update, 'server');
    }, 'server');
    for (const [n, update] of this.unsaved) this.socket.emit('notes:update', n, update);
    return answer;
  }

  /** Sends an update, whoever made it. */
  send(update: Uint8Array): number {
    this.n += 1;
    this.unsaved.set(this.n, update);
    if (!this.opening) this.socket.emit('notes:update', this.n, update);
    return this.n;
  }

  section(agendaItemId: string): Y.XmlFragment {
    return this.doc.getXmlFragment(sectionName(agendaItemId));
  }

  /** A new block at the end of a section; gives its text, to type on. */
  write(agendaItemId: string, text: string, attributes: Record<string, string> = {}): Y.XmlText {
    const block = new Y.XmlElement('paragraph');
    const content = new Y.XmlText();
    this.doc.transact(() => {
      for (const [name, value] of Object.entries({ id: crypto.randomUUID(), kind: 'text', ...attributes })) block.setAttribute(name, value);
      content.insert(0, text);
      block.insert(0, [content]);
      this.section(agendaItemId).push([block]);
    });
    return content;
  }

  text(agendaItemId: string): string {
    return this.section(agendaItemId)
      .toArray()
      .map((block) => (block instanceof Y.XmlElement ? block.toArray().join('') : ''))
      .join('\n');
  }

  close(): void {
    this.socket.close();
  }

  private listen(): void {
    const { socket } = this;
    socket.on('notes:batch', (_logId, frames) => this.take(frames));
    socket.on('notes:refused', (refusal) => void this.refusals.push(refusal));
    socket.on('notes:closed', ({ reason }) => {
      this.closed = reason;
    });
    socket.on('notes:rights', ({ canWrite }) => {
      this.canWrite = canWrite;
    });
  }

  private take(frames: Uint8Array): void {
    this.batches += 1;
    this.doc.transact(() => {
      for (const { author, n, update } of decodeParts(frames)) {
        const mine = this.unsaved.get(n);
        if (author === this.author && mine && Buffer.compare(mine, update) === 0) this.unsaved.delete(n);
        else this.received.push(update);
        Y.applyUpdate(this.doc, update, 'server');
      }
    }, 'server');
  }
}

/** Resolves when `condition` holds; throws after `seconds` with what was waited for. */
export async function until(what: string, condition: () => unknown, seconds = 30): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Waited ${seconds} s in vain: ${what}.`);
    const { promise, resolve } = Promise.withResolvers<void>();
    setTimeout(resolve, 5);
    await promise;
  }
}

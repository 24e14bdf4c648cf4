import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { SCHEMA_VERSION } from '#app/model/notes.ts';
import { decodeParts, encodeParts } from '#app/model/notes-frames.ts';
import { socketParser } from '#app/model/socket-parser.ts';

export interface Load {
  writers: number;
  keysPerSecond: number;
  seconds: number;
}

export interface Measure {
  /** Milliseconds of processor for a thousand deliveries (one key that reaches one page). */
  cpu: number;
  deliveries: number;
  /** From a key to its coming back, in milliseconds. */
  p50: number;
  p99: number;
}

/** One open page: sends what is typed, and counts what comes. */
interface Page {
  send(n: number, update: Uint8Array): void;
  close(): void;
}

interface Tally {
  deliveries: number;
  sentAt: Map<string, number>;
  waits: number[];
}

export async function startServer(script: string, argument: string): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(script, [argument], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [message] = (await once(child, 'message')) as [{ port: number }];
  return { child, port: message.port };
}

async function cpuOf(child: ChildProcess): Promise<number> {
  const answer = once(child, 'message');
  child.send('cpu');
  const [{ cpu }] = (await answer) as [{ cpu: NodeJS.CpuUsage }];
  return (cpu.user + cpu.system) / 1000;
}

/** Everybody types at once in one meeting, each key one update, as people do; the same on either server. */
export async function measure(
  child: ChildProcess,
  pages: (writer: number, tally: Tally) => Promise<Page>,
  section: string,
  load: Load,
): Promise<Measure> {
  const tally: Tally = { deliveries: 0, sentAt: new Map(), waits: [] };
  const typists = await Promise.all(
    Array.from({ length: load.writers }, async (_, writer) => {
      const page = await pages(writer, tally);
      const doc = new Y.Doc();
      let n = 0;
      doc.on('update', (update: Uint8Array) => {
        n += 1;
        tally.sentAt.set(`${writer}/${n}`, performance.now());
        page.send(n, update);
      });
      const block = new Y.XmlElement('paragraph');
      const text = new Y.XmlText();
      doc.transact(() => {
        block.insert(0, [text]);
        doc.getXmlFragment(section).push([block]);
      });
      return { page, text };
    }),
  );
  const before = { cpu: await cpuOf(child), deliveries: tally.deliveries };
  tally.waits = [];
  const timers: NodeJS.Timeout[] = [];
  for (const { text } of typists) {
    const period = 1000 / load.keysPerSecond;
    timers.push(setTimeout(() => timers.push(setInterval(() => text.insert(text.length, 'e'), period)), Math.random() * period));
  }
  await pause(load.seconds * 1000);
  for (const timer of timers) clearInterval(timer);
  await pause(300);
  const deliveries = tally.deliveries - before.deliveries;
  const cpu = ((await cpuOf(child)) - before.cpu) / (deliveries / 1000);
  for (const { page } of typists) page.close();
  const waits = tally.waits.sort((a, b) => a - b);
  const quantile = (of: number) => waits[Math.min(waits.length - 1, Math.floor(of * waits.length))] ?? Number.NaN;
  return { cpu, deliveries, p50: quantile(0.5), p99: quantile(0.99) };
}

function count(tally: Tally, frames: Uint8Array, writer: number, author: number): void {
  for (const part of decodeParts(frames)) {
    tally.deliveries += 1;
    if (part.author !== author) continue;
    const at = tally.sentAt.get(`${writer}/${part.n}`);
    if (at !== undefined) tally.waits.push(performance.now() - at);
  }
}

export const pagesOfProduct =
  (port: number, meetingId: string, cookies: readonly string[]) =>
  async (writer: number, tally: Tally): Promise<Page> => {
    const extraHeaders = { cookie: cookies[writer] ?? '' };
    const socket = io(`http://127.0.0.1:${port}`, { parser: socketParser, transports: ['websocket'], forceNew: true, extraHeaders });
    const answer = await socket.emitWithAck('notes:open', { meetingId, schemaVersion: SCHEMA_VERSION });
    if (!answer.ok) throw new Error(`The notes were not opened: ${answer.reason}.`);
    socket.on('notes:batch', (_id: number, frames: Uint8Array) => count(tally, frames, writer, answer.author));
    socket.on('notes:refused', ({ reason }: { reason: string }) => {
      throw new Error(`A key was refused: ${reason}.`);
    });
    return { send: (n, update) => void socket.emit('notes:update', n, update), close: () => void socket.close() };
  };

export const pagesOfRelay =
  (port: number) =>
  async (writer: number, tally: Tally): Promise<Page> => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false });
    await once(socket, 'open');
    socket.on('message', (frames: Buffer) => count(tally, frames, writer, writer + 1));
    return { send: (n, update) => socket.send(encodeParts([{ author: writer + 1, n, update }])), close: () => socket.close() };
  };

function pause(milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, milliseconds);
  return promise;
}

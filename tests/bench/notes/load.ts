import * as Y from 'yjs';
import { connect as hocuspocus } from './clients/hocuspocus.ts';
import { connect as raw } from './clients/raw.ts';
import { connect as tertulia } from './clients/tertulia.ts';
import { connect as yWebsocket } from './clients/y-websocket.ts';
import { type Keeps, type Kind, Page } from './page.ts';
import { Typist } from './typist.ts';
import { quantile } from './units.ts';

const CLIENTS = { tertulia, hocuspocus, raw, 'y-websocket': yWebsocket };
const AT_ONCE = 20;
const DRAIN_MS = 8000;
/** Readers whose text is compared at the end: whole documents, and some that only keep what came. */
const WHOLE_READERS = 3;
const KEEPING_READERS = 3;

export interface RoomLoad {
  /** Of the document: the id of the meeting. */
  name: string;
  section: string;
  writers: number;
  readers: number;
  /** Cookie headers: of the writers first, then of the readers. */
  cookies: string[];
}

export interface Opening {
  kind: Kind;
  /** The processes that serve; pages take turns. */
  urls: string[];
  rooms: RoomLoad[];
  /** Everybody at the same moment; else one opens each document before the others come. */
  stampede?: boolean;
  /** Nobody keeps what comes. */
  light?: boolean;
  /** Beside what is open already. */
  more?: boolean;
}

export interface Traffic {
  keys: number;
  /** Keys that reached another page. */
  deliveries: number;
  /** Keys that should have. */
  expected: number;
  /** From key to arrival, in milliseconds. */
  p50: number;
  p99: number;
  /** From key to the promise that it is kept; NaN: none was made. */
  promised: number;
  bytes: number;
  /** Pages whose text is not that of the first of their room, of how many. */
  diverged: number;
  compared: number;
  /** Share of one core that this process used while it measured. */
  busy: number;
}

interface Guest {
  page: Page;
  room: RoomLoad;
  isWriter: boolean;
  /** Clock up to which each client's keys came. */
  seen: Map<number, number>;
}

/** The people of the bench: opens pages, types, and tells when each key reached each page. Lives in a process of its own. */
export class Load {
  private guests: Guest[] = [];
  /** When each key was struck, by client and clock. */
  private readonly struck = new Map<number, number[]>();
  private readonly promises = new Map<number, number>();
  private from = Number.POSITIVE_INFINITY;
  private until = Number.POSITIVE_INFINITY;
  /** 0: nobody types. */
  private keysPerSecond = 0;
  private keys = 0;
  private expected = 0;
  private deliveries = 0;
  private bytes = 0;
  private busy = 0;
  private waits: number[] = [];
  private promiseWaits: number[] = [];

  /** Opens everything; gives how long each page took, in milliseconds. */
  async open({ kind, urls, rooms, stampede = false, light = false, more = false }: Opening): Promise<number[]> {
    if (!more) this.forget();
    const seats = rooms.flatMap((room) => Array.from({ length: room.writers + room.readers }, (_, index) => ({ room, index })));
    const took: number[] = [];
    const start = performance.now();
    const seat = async ({ room, index }: (typeof seats)[number]) => {
      const page = new Page(light ? 'nothing' : keeps(room, index));
      const guest: Guest = { page, room, isWriter: index < room.writers, seen: new Map() };
      page.onArrival = (update) => this.arrived(guest, update);
      page.onPromise = (clock) => this.promised(page.doc.clientID, clock);
      const url = urls[this.guests.length % urls.length] ?? '';
      this.guests.push(guest);
      const before = stampede ? start : performance.now();
      await CLIENTS[kind](page, { url, name: room.name, cookie: room.cookies[index] ?? '' });
      took.push(performance.now() - before);
    };
    const first = seats.filter(({ index }) => !stampede && index === 0);
    await inTurns(first, seat, AT_ONCE);
    await inTurns(
      seats.filter((each) => !first.includes(each)),
      seat,
      stampede ? seats.length : AT_ONCE,
    );
    return took;
  }

  /** From now on all writers type, until `finish`; or, when they do already, at another pace. */
  type(keysPerSecond: number): void {
    const begins = this.keysPerSecond === 0;
    this.keysPerSecond = keysPerSecond;
    if (begins) for (const [index, guest] of this.guests.entries()) if (guest.isWriter) this.seatTypist(guest, index);
  }

  /** Measures for some seconds. */
  async measure(seconds: number): Promise<void> {
    const before = { cpu: process.cpuUsage(), bytes: this.bytesOnWire() };
    this.from = performance.now();
    await pause(seconds * 1000);
    this.until = performance.now();
    const { user, system } = process.cpuUsage(before.cpu);
    this.busy = (user + system) / 1000 / (this.until - this.from);
    this.bytes = this.bytesOnWire() - before.bytes;
  }

  /** Stops typing, waits for what is under way, compares the texts, closes. */
  async finish(): Promise<Traffic> {
    this.keysPerSecond = 0;
    const end = performance.now() + DRAIN_MS;
    while (this.deliveries < this.expected && performance.now() < end) await pause(50);
    // keys that were struck after the measure may still be under way
    let compared = this.compare();
    while (compared.diverged > 0 && performance.now() < end) {
      await pause(250);
      compared = this.compare();
    }
    const { keys, deliveries, expected, bytes, busy } = this;
    const traffic = { keys, deliveries, expected, bytes, busy, ...compared };
    const [waits, promised] = [this.waits.sort((a, b) => a - b), this.promiseWaits.sort((a, b) => a - b)];
    this.close();
    return { ...traffic, p50: quantile(waits, 0.5), p99: quantile(waits, 0.99), promised: quantile(promised, 0.5) };
  }

  /** Clocks up to which each writer was promised that their keys are kept, by Yjs client. */
  promisedClocks(): [client: number, clock: number][] {
    return [...this.promises];
  }

  /** What the first page holds: its state vector as a list, and how long its text is. */
  held(): { clocks: [client: number, clock: number][]; characters: number } {
    const page = this.guests[0]?.page;
    if (!page) throw new Error('Nothing is open.');
    return { clocks: [...Y.decodeStateVector(Y.encodeStateVector(page.doc))], characters: page.text().length };
  }

  /** Waits until the first page's text is so long; gives how long that took, in milliseconds. */
  async untilHeld(characters: number): Promise<number> {
    const start = performance.now();
    while (performance.now() < start + DRAIN_MS && this.held().characters < characters) await pause(2);
    return performance.now() - start;
  }

  bytesOnWire(): number {
    return this.guests.reduce((sum, { page }) => sum + (page.wire()?.bytesRead ?? 0), 0);
  }

  close(): void {
    this.keysPerSecond = 0;
    for (const { page } of this.guests) page.close();
    this.guests = [];
  }

  private forget(): void {
    this.struck.clear();
    this.promises.clear();
    Object.assign(this, { from: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY, waits: [], promiseWaits: [] });
    Object.assign(this, { keys: 0, expected: 0, deliveries: 0 });
  }

  private seatTypist({ page, room }: Guest, seed: number): void {
    const { doc } = page;
    const typist = new Typist(doc, room.section, seed);
    const struck: number[] = [];
    this.struck.set(doc.clientID, struck);
    const others = room.writers + room.readers - 1;
    const { guests } = this;
    const strike = () => {
      // also when they left, and others type meanwhile
      if (this.keysPerSecond === 0 || this.guests !== guests) return;
      const clock = Y.getState(doc.store, doc.clientID);
      const now = performance.now();
      // before the key: it leaves in the same turn. A new paragraph counts as one key, at the clock where it begins.
      struck[clock] = now;
      typist.key();
      if (this.measures(now)) {
        this.keys += 1;
        this.expected += others;
      }
      setTimeout(strike, typist.pause(this.keysPerSecond));
    };
    setTimeout(strike, typist.pause(this.keysPerSecond) - 500 / this.keysPerSecond);
  }

  private measures(at: number | undefined): at is number {
    return at !== undefined && at >= this.from && at < this.until;
  }

  private arrived({ page, seen }: Guest, update: Uint8Array): void {
    const now = performance.now();
    const { from, to } = Y.parseUpdateMeta(update);
    for (const [client, end] of to) {
      const struck = this.struck.get(client);
      if (!struck || client === page.doc.clientID) continue;
      const start = Math.max(from.get(client) ?? 0, seen.get(client) ?? 0);
      for (let clock = start; clock < end; clock += 1) {
        const at = struck[clock];
        if (!this.measures(at)) continue;
        this.deliveries += 1;
        this.waits.push(now - at);
      }
      seen.set(client, Math.max(end, start));
    }
  }

  private promised(client: number, clock: number): void {
    this.promises.set(client, clock);
    const struck = this.struck.get(client);
    for (let key = clock - 1; key >= 0; key -= 1) {
      const at = struck?.[key];
      if (at === undefined) continue;
      if (this.measures(at)) this.promiseWaits.push(performance.now() - at);
      return;
    }
  }

  private compare(): { diverged: number; compared: number } {
    const first = new Map<RoomLoad, string>();
    const kept = this.guests.filter(({ page }) => page.keeps !== 'nothing');
    const same = kept.filter(({ page, room }) => {
      const text = page.text();
      if (!first.has(room)) first.set(room, text);
      return first.get(room) === text;
    });
    return { diverged: kept.length - same.length, compared: kept.length };
  }
}

function keeps({ writers }: RoomLoad, index: number): Keeps {
  if (index < writers + WHOLE_READERS) return 'document';
  return index < writers + WHOLE_READERS + KEEPING_READERS ? 'updates' : 'nothing';
}

async function inTurns<T>(list: T[], work: (each: T) => Promise<void>, atOnce: number): Promise<void> {
  const rest = [...list];
  await Promise.all(
    Array.from({ length: Math.min(atOnce, rest.length) }, async () => {
      for (let next = rest.shift(); next !== undefined; next = rest.shift()) await work(next);
    }),
  );
}

function pause(milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, milliseconds);
  return promise;
}

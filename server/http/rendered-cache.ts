import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Clock } from '#server/services.ts';
import type { Validators } from './validators.ts';

const compress = promisify(gzip);
/** Octets that one cache keeps; the least recently asked for go first. */
const ROOM = 32 * 1024 * 1024;

/** One representation of a feed or a page, ready to be sent. */
export interface RenderedFile extends Validators {
  body: Buffer;
}

interface Entry {
  revision: string;
  file: Promise<RenderedFile>;
  zipped: Promise<RenderedFile> | null;
  size: number;
}

/**
 * What was last written under a name (a feed, a page). It is written again only when its `revision` is another;
 * `write` makes its text. Requests that arrive together wait for one writing.
 */
export class RenderedCache {
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();
  #size = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async find(name: string, revision: string, { zipped, write }: { zipped: boolean; write: () => Promise<string> }): Promise<RenderedFile> {
    const known = this.#entries.get(name);
    const entry = known?.revision === revision ? known : this.#open(name, revision, write, known?.file);
    this.#entries.delete(name);
    this.#entries.set(name, entry);
    if (!zipped) return entry.file;
    entry.zipped ??= entry.file.then(zip).then((file) => {
      this.#settle(name, entry, file.body.length);
      return file;
    });
    return entry.zipped;
  }

  /** Lets go of what stands under a name. */
  forget(name: string): void {
    this.#size -= this.#entries.get(name)?.size ?? 0;
    this.#entries.delete(name);
  }

  #open(name: string, revision: string, write: () => Promise<string>, before: Promise<RenderedFile> | undefined): Entry {
    const entry: Entry = { revision, file: this.#fill(write, before), zipped: null, size: 0 };
    this.#size -= this.#entries.get(name)?.size ?? 0;
    entry.file.then(
      ({ body }) => this.#settle(name, entry, body.length),
      () => this.#entries.get(name) === entry && this.#entries.delete(name),
    );
    return entry;
  }

  async #fill(write: () => Promise<string>, before: Promise<RenderedFile> | undefined): Promise<RenderedFile> {
    const body = Buffer.from(await write());
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
    const last = await before?.catch(() => undefined);
    if (last?.etag === etag) return last;
    // When these bytes first stood here. Newer than any copy of others, which the newest change among the entries is not:
    // an entry that leaves the feed would not be noticed. Two changes within a second must not share one date.
    const now = this.#clock.now().round({ smallestUnit: 'second', roundingMode: 'floor' });
    const next = last?.lastModified.add({ seconds: 1 });
    return { body, etag, lastModified: next && Temporal.Instant.compare(next, now) > 0 ? next : now };
  }

  /** Counts what was just written, and makes room for it. */
  #settle(name: string, entry: Entry, size: number): void {
    if (this.#entries.get(name) !== entry) return;
    entry.size += size;
    this.#size += size;
    for (const [oldest, { size: freed }] of this.#entries) {
      if (this.#size <= ROOM || oldest === name) break;
      this.#entries.delete(oldest);
      this.#size -= freed;
    }
  }
}

async function zip({ body, etag, lastModified }: RenderedFile): Promise<RenderedFile> {
  return { body: await compress(body), etag: `${etag.slice(0, -1)}-gzip"`, lastModified };
}

import * as Y from 'yjs';
import { MAX_UPDATE_BYTES } from '#app/model/notes.ts';
import type { UnsentUpdates } from './unsent-updates.ts';

interface Waiting {
  /** Of the records on the device that it is made of. */
  keys: string[];
  update: Uint8Array;
}

/** While somebody types without a pause, the keys of one frame leave as one update; the first key leaves at once. */
const FRAME_MS = 16;
/** After a long absence many updates travel as one: the server takes only so many in a second. */
const MERGED_AT_ONCE = 200;
const MERGED_BYTES = MAX_UPDATE_BYTES / 4;

interface OutgoingOptions {
  unsent: UnsentUpdates;
  /** Tells this document's updates from those of other windows of the same person. */
  clientId: number;
  send(n: number, update: Uint8Array): void;
  onChange(): void;
}

/** One's own updates from the key press until the server says that they are on disk. */
export class Outgoing {
  readonly #options: OutgoingOptions;
  readonly #waiting = new Map<number, Waiting>();
  #typed: Uint8Array[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #n = 0;
  #open = false;

  constructor(options: OutgoingOptions) {
    this.#options = options;
  }

  get isEmpty(): boolean {
    return this.#waiting.size === 0 && this.#typed.length === 0;
  }

  add(update: Uint8Array): void {
    this.#typed.push(update);
    // Nothing leaves while the network is away: what counts then is that the device has it.
    if (!this.#open) this.flush();
    else if (this.#timer === null) {
      this.flush();
      this.#timer = setTimeout(() => {
        this.#timer = null;
        this.flush();
      }, FRAME_MS);
    }
    this.#options.onChange();
  }

  /** What an earlier window left behind: kept under its key until it is acknowledged. */
  adopt(key: string, update: Uint8Array): void {
    this.#waiting.set(++this.#n, { keys: [key], update });
  }

  flush(): void {
    if (this.#typed.length === 0) return;
    const update = this.#typed.length === 1 && this.#typed[0] ? this.#typed[0] : Y.mergeUpdates(this.#typed);
    this.#typed = [];
    const n = ++this.#n;
    const key = `${this.#options.clientId}-${String(n).padStart(9, '0')}`;
    this.#waiting.set(n, { keys: [key], update });
    this.#options.unsent.keep(key, update);
    if (this.#open) this.#options.send(n, update);
  }

  /** After the document was opened: everything that is not acknowledged goes (again), in order. A second arrival changes nothing. */
  resume(): void {
    this.flush();
    this.#merge();
    this.#open = true;
    for (const [n, { update }] of this.#waiting) this.#options.send(n, update);
    this.#options.onChange();
  }

  /** The same as one update, where one by one left a gap. */
  resumeWith(update: Uint8Array): void {
    this.flush();
    const covered = [...this.#waiting.values()].flatMap(({ keys }) => keys);
    this.#waiting.clear();
    this.#options.unsent.forget(covered);
    this.#typed = [update];
    this.#open = true;
    this.flush();
    this.#options.onChange();
  }

  #merge(): void {
    const merged: Waiting[] = [];
    for (const group of inGroups([...this.#waiting.values()])) {
      merged.push({ keys: group.flatMap(({ keys }) => keys), update: Y.mergeUpdates(group.map(({ update }) => update)) });
    }
    this.#waiting.clear();
    for (const waiting of merged) this.#waiting.set(++this.#n, waiting);
  }

  pause(): void {
    this.#open = false;
    this.#options.onChange();
  }

  /** @returns whether the update was one's own, which is now on disk. Two windows count the same n, hence the bytes. */
  acknowledge(n: number, update: Uint8Array): boolean {
    const sent = this.#waiting.get(n);
    if (!sent || !sameBytes(sent.update, update)) return false;
    this.#waiting.delete(n);
    this.#options.unsent.forget(sent.keys);
    this.#options.onChange();
    return true;
  }

  /** Gives everything up. */
  discard(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#typed = [];
    this.#options.unsent.forget([...this.#waiting.values()].flatMap(({ keys }) => keys));
    this.#waiting.clear();
    this.#open = false;
    this.#options.onChange();
  }
}

function inGroups(updates: Waiting[]): Waiting[][] {
  const groups: Waiting[][] = [];
  let bytes = 0;
  for (const waiting of updates) {
    const group = groups.at(-1);
    bytes += waiting.update.byteLength;
    if (group && group.length < MERGED_AT_ONCE && bytes <= MERGED_BYTES) group.push(waiting);
    else {
      groups.push([waiting]);
      bytes = waiting.update.byteLength;
    }
  }
  return groups;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && a.every((byte, index) => byte === b[index]);
}

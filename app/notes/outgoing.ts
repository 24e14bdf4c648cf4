import * as Y from 'yjs';
import { MAX_UPDATE_BYTES } from '#app/model/notes.ts';
import { sectionsOf } from './unsent/sections-of-update.ts';
import { splitUpdate } from './unsent/split-update.ts';
import type { StoredUpdate, UnsentUpdates } from './unsent-updates.ts';

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
/** An answer takes some milliseconds; after this long it got lost on the way, or the server's database is away. */
const SILENCE_MS = 8000;
const LONGEST_SILENCE_MS = 60_000;

interface OutgoingOptions {
  doc: Y.Doc;
  unsent: Pick<UnsentUpdates, 'keep' | 'forget'>;
  send(n: number, update: Uint8Array): void;
  onChange(): void;
  /** Nothing that was sent came back for long: open again, which sends it again. */
  onSilence(): void;
}

/** One's own updates from the key press until the server says that they are on disk. */
export class Outgoing {
  readonly #options: OutgoingOptions;
  readonly #waiting = new Map<number, Waiting>();
  #typed: Uint8Array[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #silence: ReturnType<typeof setTimeout> | null = null;
  #silenceMs = SILENCE_MS;
  #n = 0;
  #open = false;

  constructor(options: OutgoingOptions) {
    this.#options = options;
  }

  get isEmpty(): boolean {
    return this.#waiting.size === 0 && this.#typed.length === 0;
  }

  /** What nobody else is known to have, oldest first. */
  get updates(): Uint8Array[] {
    return [...[...this.#waiting.values()].map(({ update }) => update), ...this.#typed];
  }

  /** What was sent under a number, and is not acknowledged. */
  sent(n: number): Uint8Array | undefined {
    return this.#waiting.get(n)?.update;
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

  /** What an earlier window left behind: kept under its key until it is acknowledged. The document holds it already. */
  adopt({ key, update }: StoredUpdate): void {
    for (const part of this.#inParts([key], update)) this.#waiting.set(++this.#n, part);
  }

  flush(): void {
    const typed = this.#typed.map((update) => ({ keys: [], update }));
    this.#typed = [];
    for (const { update } of this.#merged(typed)) {
      const key = this.#options.unsent.keep(update);
      for (const part of this.#inParts([key], update)) {
        this.#waiting.set(++this.#n, part);
        if (this.#open) this.#send(this.#n, part.update);
      }
    }
  }

  /** After the document was opened: everything that is not acknowledged goes (again), in order. A second arrival changes nothing. */
  resume(): void {
    this.flush();
    const merged = this.#merged([...this.#waiting.values()]);
    this.#waiting.clear();
    for (const waiting of merged) this.#waiting.set(++this.#n, waiting);
    this.#open = true;
    for (const [n, { update }] of this.#waiting) this.#send(n, update);
    this.#options.onChange();
  }

  /** The same as one change, where one by one left a gap. */
  resumeWith(update: Uint8Array): void {
    this.#replaceBy([update]);
    this.resume();
  }

  pause(): void {
    this.#open = false;
    this.#breakSilence();
    this.#options.onChange();
  }

  /** @returns whether the update was one's own, which is now on disk. Two windows count the same n, hence the bytes. */
  acknowledge(n: number, update: Uint8Array): boolean {
    const sent = this.#waiting.get(n);
    if (!sent || !sameBytes(sent.update, update)) return false;
    this.#waiting.delete(n);
    this.#options.unsent.forget(sent.keys);
    this.#silenceMs = SILENCE_MS;
    this.#breakSilence();
    if (this.#waiting.size > 0) this.#listen();
    this.#options.onChange();
    return true;
  }

  /** Changes what is sent: each update becomes another, or null: it is given up. The rest stays on the device. */
  replace(change: (update: Uint8Array) => Uint8Array | null): void {
    this.flush();
    this.#replaceBy(this.updates.map(change).filter((update) => update !== null));
  }

  /** Whether what the device has under a key is waiting here. */
  holds(key: string): boolean {
    return [...this.#waiting.values()].some(({ keys }) => keys.includes(key));
  }

  stop(): void {
    this.flush();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.pause();
  }

  #replaceBy(updates: readonly Uint8Array[]): void {
    this.flush();
    const covered = [...this.#waiting.values()].flatMap(({ keys }) => keys);
    this.#waiting.clear();
    // in the turn in which the others are forgotten: the device has the one or the other
    for (const update of updates) this.adopt({ key: this.#options.unsent.keep(update), update });
    this.#options.unsent.forget(covered);
    this.#options.onChange();
  }

  /** Several as few. Never across sections: when one of them is refused, the others are not. */
  #merged(updates: readonly Waiting[]): Waiting[] {
    const groups = updates.length > 1 ? inGroups(updates, (update) => [...sectionsOf(this.#options.doc, update)].join()) : [[...updates]];
    return groups.flatMap((group) => {
      const [first] = group;
      if (!first || group.length === 1) return group;
      return [{ keys: group.flatMap(({ keys }) => keys), update: Y.mergeUpdates(group.map(({ update }) => update)) }];
    });
  }

  #inParts(keys: string[], update: Uint8Array): Waiting[] {
    const parts = splitUpdate(this.#options.doc, update);
    // they are saved in this order: with the last one all of it is
    return parts.map((part, index) => ({ keys: index === parts.length - 1 ? keys : [], update: part }));
  }

  #send(n: number, update: Uint8Array): void {
    this.#options.send(n, update);
    if (this.#silence === null) this.#listen();
  }

  #listen(): void {
    this.#silence = setTimeout(() => {
      this.#silence = null;
      this.#silenceMs = Math.min(this.#silenceMs * 2, LONGEST_SILENCE_MS);
      this.#options.onSilence();
    }, this.#silenceMs);
  }

  #breakSilence(): void {
    if (this.#silence !== null) clearTimeout(this.#silence);
    this.#silence = null;
  }
}

function inGroups(updates: readonly Waiting[], placeOf: (update: Uint8Array) => string): Waiting[][] {
  const groups: Waiting[][] = [];
  let bytes = 0;
  let place = '';
  for (const waiting of updates) {
    const group = groups.at(-1);
    const at = placeOf(waiting.update);
    bytes += waiting.update.byteLength;
    if (group && at === place && group.length < MERGED_AT_ONCE && bytes <= MERGED_BYTES) group.push(waiting);
    else {
      groups.push([waiting]);
      bytes = waiting.update.byteLength;
    }
    place = at;
  }
  return groups;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && a.every((byte, index) => byte === b[index]);
}

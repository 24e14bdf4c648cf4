import * as Y from 'yjs';
import type { NotePart } from '#app/model/notes-frames.ts';

/** What others wrote, on its way into the document. */
export class Incoming {
  readonly #doc: Y.Doc;
  readonly #origin: unknown;
  readonly #held = new Set<unknown>();
  readonly #lookers = new Set<() => void>();
  #waiting: NotePart[] = [];

  /** `origin`: of the changes that it makes to the document. */
  constructor(doc: Y.Doc, origin: unknown) {
    this.#doc = doc;
    this.#origin = origin;
  }

  /** What comes in waits as long as one `holder` wants it to (somebody composes an accent). */
  hold(holder: unknown, waiting: boolean): void {
    if (waiting) this.#held.add(holder);
    else this.#held.delete(holder);
    if (this.#held.size === 0) this.take([]);
  }

  /** Calls back before anything changes the document; gives how to end it. */
  before(look: () => void): () => void {
    this.#lookers.add(look);
    return () => void this.#lookers.delete(look);
  }

  take(parts: readonly NotePart[]): void {
    this.#waiting.push(...parts);
    if (this.#held.size > 0 || this.#waiting.length === 0) return;
    for (const look of this.#lookers) look();
    const taken = this.#waiting;
    this.#waiting = [];
    this.#doc.transact(() => {
      for (const { update } of taken) Y.applyUpdate(this.#doc, update, this.#origin);
    }, this.#origin);
  }
}

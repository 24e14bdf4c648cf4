import type { Socket } from 'node:net';
import * as Y from 'yjs';

export type Kind = 'tertulia' | 'hocuspocus' | 'y-websocket' | 'raw';

/** What an open page does with what comes: five hundred whole documents in one process would measure that process. */
export type Keeps = 'document' | 'updates' | 'nothing';

export interface Address {
  url: string;
  /** Of the document: the id of the meeting. */
  name: string;
  /** Cookie header of whoever opens it; the peers ask for none. */
  cookie: string;
}

/** One open page of any server. `connect` of clients/ fills in how it speaks. */
export class Page {
  readonly doc = new Y.Doc();
  readonly keeps: Keeps;
  /** What came, of a page that keeps updates. */
  readonly updates: Uint8Array[] = [];
  /** Told of every update of others that comes once the page is open, as it comes. */
  onArrival: (update: Uint8Array) => void = () => {};
  /** Told when the server promised everything of this page's document up to a clock; a raw relay and y-websocket promise nothing. */
  onPromise: (clock: number) => void = () => {};
  close: () => void = () => {};
  /** The connection, to count the bytes on the wire. */
  wire: () => Socket | undefined = () => undefined;
  private isOpen = false;

  constructor(keeps: Keeps) {
    this.keeps = keeps;
  }

  /** What came before, or in answer to, the opening. */
  begin(updates: readonly Uint8Array[]): void {
    this.keep(updates);
    this.isOpen = true;
  }

  take(updates: readonly Uint8Array[]): void {
    this.keep(updates);
    if (this.isOpen) for (const update of updates) this.onArrival(update);
  }

  /** How each key leaves. */
  onKey(send: (update: Uint8Array, clock: number) => void): void {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) send(update, Y.getState(this.doc.store, this.doc.clientID));
    });
  }

  /** The text as this page has it. */
  text(): string {
    const { doc } = this.keeps === 'document' ? this : replay(this.updates);
    return [...doc.share.keys()]
      .sort()
      .map((name) => doc.getXmlFragment(name).toString())
      .join('');
  }

  private keep(updates: readonly Uint8Array[]): void {
    // copies: a view would keep the whole frame
    if (this.keeps === 'updates') this.updates.push(...updates.map((update) => update.slice()));
    if (this.keeps !== 'document') return;
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update, this);
    }, this);
  }
}

function replay(updates: readonly Uint8Array[]): { doc: Y.Doc } {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return { doc };
}

/** The connection under a WebSocket of the library `ws`, which keeps it to itself. */
export function wireOf(socket: object | undefined): Socket | undefined {
  return (socket as { _socket?: Socket } | undefined)?._socket;
}

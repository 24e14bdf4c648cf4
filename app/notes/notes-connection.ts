import { io, type Socket } from 'socket.io-client';
import * as Y from 'yjs';
import { SCHEMA_VERSION } from '#app/model/notes.ts';
import { decodeParts, decodePresence, type NotePart } from '#app/model/notes-frames.ts';
import {
  AFTER_REFUSAL,
  type ClientEvents,
  type LiveState,
  type LiveTopic,
  type OpenedNotes,
  type Refusal,
  type ServerEvents,
} from '#app/model/notes-protocol.ts';
import { socketParser } from '#app/model/socket-parser.ts';
import { Outgoing } from './outgoing.ts';
import { PresenceRoom } from './presence.ts';
import { createStore } from './store.ts';
import { openUnsentUpdates, type UnsentUpdates } from './unsent-updates.ts';

/** What is true of the text at this moment. 'saved': all that was typed here is on the server's disk, and only then. */
export type SaveState =
  | { kind: 'opening' }
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'refused'; reason: Refusal; unsent: boolean };

export interface ConnectionOptions {
  meetingId: string;
  personId: string;
  /** Something on the page besides the notes changed. */
  onLiveChange(topic: LiveTopic): void;
  /** How the meeting goes on, or its polls, as the server pushes them. */
  onLiveState(pushed: LiveState): void;
  /** The notes are open again: what changed meanwhile was not told here. */
  onReturned(): void;
  /** The document holds what nobody will ever have: begin anew, and keep its text for the person. */
  onDiscard(reason: Refusal): void;
}

const PRESENCE_EVERY_MS = 100;
const RETRY_MS = 1000;

/** The page's side of the conversation in app/model/notes-protocol.ts. */
export class NotesConnection {
  readonly doc = new Y.Doc();
  readonly presence = new PresenceRoom();
  readonly state = createStore<SaveState>({ kind: 'opening' });
  /** The document is there; before that nothing can be typed. */
  readonly opened = createStore(false);
  readonly canWrite = createStore(false);
  readonly #options: ConnectionOptions;
  readonly #socket: Socket<ServerEvents, ClientEvents>;
  readonly #unsent: UnsentUpdates;
  readonly #outgoing: Outgoing;
  readonly #held = new Set<unknown>();
  #waitingFrames: NotePart[] = [];
  #author = 0;
  #leftoversAdopted = false;
  #gaps = 0;
  #online = false;
  #failed = false;
  #refused: Refusal | null = null;
  #presenceTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#unsent = openUnsentUpdates(`${options.meetingId}/${options.personId}`);
    this.#socket = io({
      parser: socketParser,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      autoConnect: false,
      reconnectionDelay: 500,
      reconnectionDelayMax: 5000,
    });
    this.#outgoing = new Outgoing({
      unsent: this.#unsent,
      clientId: this.doc.clientID,
      send: (n, update) => this.#socket.emit('notes:update', n, update),
      onChange: () => this.#tell(),
    });
    // `this` is the origin of what comes from the server; everything else was typed here.
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.canWrite.get()) this.#outgoing.add(update);
    });
    this.presence.send = () => this.#sendPresence();
    this.#listen();
    this.#socket.connect();
  }

  /** Whether closing the window now could lose text that is only on this device. */
  get hasUnsent(): boolean {
    return !this.#outgoing.isEmpty;
  }

  /** What comes in waits as long as one `holder` wants it to (somebody composes an accent). */
  hold(holder: unknown, waiting: boolean): void {
    if (waiting) this.#held.add(holder);
    else this.#held.delete(holder);
    if (this.#held.size === 0) this.#apply([]);
  }

  retry(): void {
    if (this.#socket.connected) return;
    this.#socket.connect();
  }

  destroy(): void {
    this.#outgoing.flush();
    window.removeEventListener('offline', this.#onOffline);
    window.removeEventListener('online', this.#onOnline);
    if (this.#presenceTimer !== null) clearTimeout(this.#presenceTimer);
    this.#socket.disconnect();
    this.doc.destroy();
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on('connect', () => void this.#open());
    socket.on('connect_error', (error) => {
      if (error.message === 'unauthenticated') this.#refuse('unauthenticated');
      this.#offline();
    });
    socket.on('disconnect', (reason) => {
      this.#offline();
      // A server that ends the conversation itself (restart) is not called again by the library.
      if (reason === 'io server disconnect' && !this.#refused) setTimeout(() => socket.connect(), RETRY_MS);
    });
    socket.on('notes:batch', (_logId, frames) => this.#apply(decodeParts(frames)));
    socket.on('notes:presence', (frames) => this.presence.receive(decodePresence(frames)));
    socket.on('notes:people', (change) => this.presence.change(change));
    socket.on('notes:rights', ({ canWrite }) => {
      this.canWrite.set(canWrite);
      if (!canWrite) this.#refuse('read-only');
      else if (this.#refused === 'read-only') void this.#open();
    });
    socket.on('notes:refused', ({ reason }) => this.#onRefusal(reason));
    socket.on('notes:closed', ({ reason }) => this.#onRefusal(reason));
    socket.on('live:changed', ({ topic }) => this.#options.onLiveChange(topic));
    socket.on('live:state', (pushed) => this.#options.onLiveState(pushed));
    window.addEventListener('offline', this.#onOffline);
    window.addEventListener('online', this.#onOnline);
  }

  // The system says so before any time-out does. It may be wrong (a virtual network card): the library tries again at once.
  readonly #onOffline = () => void this.#socket.io.engine?.close();
  readonly #onOnline = () => this.retry();

  async #open(): Promise<void> {
    const { meetingId } = this.#options;
    this.#outgoing.pause();
    const leftovers = this.#leftoversAdopted ? [] : await this.#unsent.leftovers().catch(() => []);
    const stateVector = Y.encodeStateVector(this.doc);
    this.#socket.emit('live:watch', { meetingId }, () => {});
    this.#socket.emit('notes:open', { meetingId, schemaVersion: SCHEMA_VERSION, stateVector }, (answer) => {
      if (!answer.ok) return this.#onRefusal(answer.reason);
      this.#enter(answer, leftovers);
    });
  }

  #enter(answer: OpenedNotes & { ok: true }, leftovers: Awaited<ReturnType<UnsentUpdates['leftovers']>>): void {
    this.#author = answer.author;
    this.#online = true;
    this.#refused = answer.canWrite ? null : answer.readOnly === 'schema-too-old' ? 'schema-too-old' : null;
    this.doc.transact(() => {
      if (answer.base.byteLength > 0) Y.applyUpdate(this.doc, answer.base, this);
      for (const { update } of decodeParts(answer.tail)) Y.applyUpdate(this.doc, update, this);
    }, this);
    if (answer.canWrite && !this.#leftoversAdopted) {
      this.#leftoversAdopted = true;
      for (const { key, update } of leftovers) {
        Y.applyUpdate(this.doc, update, this);
        this.#outgoing.adopt(key, update);
      }
    }
    this.canWrite.set(answer.canWrite);
    this.presence.enter(answer.seat, answer.people);
    this.presence.receive(decodePresence(answer.presence));
    if (answer.canWrite) {
      if (this.#gaps > 1) this.#outgoing.resumeWith(Y.encodeStateAsUpdate(this.doc, answer.stateVector));
      else this.#outgoing.resume();
    }
    if (this.opened.get()) this.#options.onReturned();
    this.opened.set(true);
    this.#tell();
  }

  #apply(parts: NotePart[]): void {
    this.#waitingFrames.push(
      ...parts.filter(({ author, n, update }) => !(author === this.#author && this.#outgoing.acknowledge(n, update))),
    );
    if (this.#held.size > 0 || this.#waitingFrames.length === 0) return;
    const frames = this.#waitingFrames;
    this.#waitingFrames = [];
    this.doc.transact(() => {
      for (const { update } of frames) Y.applyUpdate(this.doc, update, this);
    }, this);
  }

  #onRefusal(reason: Refusal): void {
    this.#outgoing.pause();
    const next = AFTER_REFUSAL[reason];
    if (next === 'stop') this.#refuse(reason);
    if (next === 'discard') {
      this.#refused = reason;
      this.#options.onDiscard(reason);
      this.#outgoing.discard();
    }
    if (next !== 'resend') return;
    this.#gaps = reason === 'gap' ? this.#gaps + 1 : 0;
    setTimeout(() => (this.#socket.connected ? void this.#open() : this.retry()), reason === 'gap' ? 0 : RETRY_MS);
  }

  #refuse(reason: Refusal): void {
    this.#refused = reason;
    this.#outgoing.pause();
    this.canWrite.set(false);
    this.#tell();
  }

  #offline(): void {
    this.#online = false;
    this.#failed = true;
    this.#outgoing.pause();
    this.presence.leave();
    this.#tell();
  }

  #tell(): void {
    const unsent = !this.#outgoing.isEmpty;
    const next: SaveState = this.#refused
      ? { kind: 'refused', reason: this.#refused, unsent }
      : !this.#online
        ? { kind: this.#failed ? 'offline' : 'opening' }
        : { kind: unsent ? 'saving' : 'saved' };
    const before = this.state.get();
    if (before.kind !== next.kind || (next.kind === 'refused' && JSON.stringify(before) !== JSON.stringify(next))) this.state.set(next);
  }

  #sendPresence(): void {
    if (this.#presenceTimer !== null) return;
    this.#presenceTimer = setTimeout(() => {
      this.#presenceTimer = null;
      if (this.#socket.connected && this.#online) this.#socket.emit('notes:presence', this.presence.encoded());
    }, PRESENCE_EVERY_MS);
  }
}

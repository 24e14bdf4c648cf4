import type { Socket } from 'socket.io-client';
import * as Y from 'yjs';
import { decodeParts, decodePresence, type NotePart, PUT_BACK } from '#app/model/notes-frames.ts';
import {
  AFTER_REFUSAL,
  type ClientEvents,
  type LiveState,
  type LiveTopic,
  type OpenedNotes,
  type Refusal,
  type ServerEvents,
} from '#app/model/notes-protocol.ts';
import { Incoming } from './incoming.ts';
import { type KeptConnection, keepConnected, makeSocket, soon } from './keep-connected.ts';
import { Opening } from './opening.ts';
import { Outgoing } from './outgoing.ts';
import { PresenceRoom } from './presence.ts';
import { type SaveState, type StopReason, showSaveState } from './save-state.ts';
import { sectionOf } from './section-of.ts';
import { createStore } from './store.ts';
import { giveBack, giveBackCutOff, mayBeginAnew, readLeftovers, type UnsentPage } from './unsent/give-back.ts';
import type { SectionText } from './unsent/unsent-text.ts';
import { openUnsentUpdates, type StoredUpdate, type UnsentUpdates } from './unsent-updates.ts';

export interface ConnectionOptions {
  meetingId: string;
  personId: string;
  agendaItemIds(): readonly string[];
  titleOf(agendaItemId: string): string;
  /** Something on the page besides the notes changed. */
  onLiveChange(topic: LiveTopic): void;
  /** How the meeting goes on, or its polls, as the server pushes them. */
  onLiveState(pushed: LiveState): void;
  /** The notes are open again: what changed meanwhile was not told here. */
  onReturned(): void;
  /** The document holds what nobody will ever have, of which there is a copy: begin anew. */
  onDiscard(): void;
  /** Words of one's own that a colleague's change had taken away are back, in this section (null: not known). */
  onPutBack(agendaItemId: string | null): void;
}

const PRESENCE_EVERY_MS = 100;
/** What is missing may come with what another window sends; later the text is given back. */
const GAP_MS = [0, 500, 2000, 4000];
const TOO_FAST_MS = 1000;
/** The page's side of the conversation in app/model/notes-protocol.ts. */
export class NotesConnection {
  readonly doc = new Y.Doc();
  /** `this` is the origin of what comes from the server; everything else was typed here. */
  readonly incoming = new Incoming(this.doc, this);
  readonly presence = new PresenceRoom();
  readonly #save = showSaveState();
  readonly state = this.#save.shown;
  /** The document is there; before that nothing can be typed. */
  readonly opened = createStore(false);
  readonly canWrite = createStore(false);
  /** What the device kept of an earlier window, and this person may not write now. */
  readonly leftText = createStore<SectionText[]>([]);
  readonly #options: ConnectionOptions;
  readonly #socket: Socket<ServerEvents, ClientEvents>;
  readonly #kept: KeptConnection;
  readonly #opening: Opening;
  readonly #outgoing: Outgoing;
  /** What is on the device of this meeting and person. */
  readonly unsent: UnsentUpdates;
  readonly #adopted = new Set<string>();
  #leftovers: readonly StoredUpdate[] = [];
  #author = 0;
  #gaps = 0;
  #hadRight = false;
  #online = false;
  #failed = false;
  #slow = false;
  #refused: StopReason | null = null;
  #presenceTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.unsent = openUnsentUpdates(`${options.meetingId}/${options.personId}`);
    this.#socket = makeSocket();
    this.#outgoing = new Outgoing({
      doc: this.doc,
      unsent: this.unsent,
      send: (n, update) => this.#socket.emit('notes:update', n, update),
      onChange: () => this.#tell(),
      onSilence: () => this.#onSilence(),
    });
    this.#opening = new Opening({
      ...{ meetingId: options.meetingId, personId: options.personId, doc: this.doc, unsent: this.unsent, socket: this.#socket },
      onOpened: (answer, leftovers) => this.#enter(answer, leftovers),
      onRefused: (reason, leftovers) => {
        this.#keepBack(leftovers);
        if (reason !== 'other-person') return this.#onRefusal(reason);
        this.#refuse(reason);
        this.#socket.disconnect();
      },
      onAway: () => this.retry(),
    });
    // `this` is the origin of what comes from the server; everything else was typed here.
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      // What an accent being composed adds after the right was lost is one's own text as well.
      if (origin !== this && this.#hadRight) this.#outgoing.add(update);
    });
    this.presence.send = () => this.#sendPresence();
    this.#kept = keepConnected(this.#socket, () => this.#refused !== 'unauthenticated' && this.#refused !== 'other-person');
    this.#listen();
    this.#socket.connect();
  }

  /** Whether closing the window now could lose text that is only on this device. */
  get hasUnsent(): boolean {
    return !this.#outgoing.isEmpty;
  }

  /** What the server is not known to have, oldest first. */
  get unsentUpdates(): Uint8Array[] {
    return this.#outgoing.updates;
  }

  retry(): void {
    this.#kept.retry();
  }

  /** Everything typed is on the device from now on, whatever becomes of the window. */
  readonly flush = (): void => this.#outgoing.flush();

  /** The person has taken the text back, or does not want it. */
  forgetLeftovers(): void {
    this.unsent.forget(this.#leftovers.map(({ key }) => key));
    this.#leftovers = [];
    this.leftText.set([]);
  }

  destroy(): void {
    this.#opening.cancel();
    this.#outgoing.stop();
    this.#save.stop();
    document.removeEventListener('visibilitychange', this.flush);
    if (this.#presenceTimer !== null) clearTimeout(this.#presenceTimer);
    this.#kept.stop();
    this.doc.destroy();
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on('connect', () => this.#open());
    socket.on('connect_error', (error) => {
      if (error.message === 'unauthenticated') this.#refuse('unauthenticated');
      this.#offline();
    });
    socket.on('disconnect', () => this.#offline());
    socket.on('notes:batch', (_logId, frames) => {
      const parts = decodeParts(frames);
      this.#apply(parts);
      const putBack = parts.find(({ author, n }) => author === this.#author && n === PUT_BACK);
      if (putBack) this.#options.onPutBack(sectionOf(this.doc, putBack.update));
    });
    socket.on('notes:presence', (frames) => this.presence.receive(decodePresence(frames)));
    socket.on('notes:people', (change) => this.presence.change(change));
    socket.on('notes:rights', ({ canWrite }) => (canWrite ? this.#open() : this.#refuse('read-only')));
    socket.on('notes:refused', ({ n, reason }) => this.#onRefusal(reason, n));
    socket.on('notes:closed', ({ reason }) => this.#onRefusal(reason));
    socket.on('live:changed', ({ topic }) => this.#options.onLiveChange(topic));
    socket.on('live:state', (pushed) => this.#options.onLiveState(pushed));
    document.addEventListener('visibilitychange', this.flush);
  }

  #open(): void {
    this.#outgoing.pause();
    void this.#opening.ask();
  }

  #enter(answer: OpenedNotes & { ok: true }, leftovers: readonly StoredUpdate[]): void {
    this.#author = answer.author;
    this.#online = true;
    this.#hadRight ||= answer.canWrite;
    this.#apply([{ author: 0, n: 0, update: answer.base }, ...decodeParts(answer.tail)].filter(({ update }) => update.byteLength > 0));
    const left = leftovers.filter(({ key }) => !this.#adopted.has(key) && !this.#outgoing.holds(key));
    if (answer.canWrite) this.#adopt(left);
    this.#keepBack(answer.canWrite ? [] : left);
    // somebody who only ever reads is not told that they may not write
    const matters = answer.readOnly === 'schema-too-old' || this.#hadRight;
    this.#refused = answer.canWrite || !matters ? null : answer.readOnly;
    this.canWrite.set(answer.canWrite);
    this.presence.enter(answer.seat, answer.people);
    this.presence.receive(decodePresence(answer.presence));
    if (answer.canWrite) {
      if (this.#gaps === 2) this.#outgoing.resumeWith(Y.encodeStateAsUpdate(this.doc, answer.stateVector));
      else this.#outgoing.resume();
    }
    if (this.opened.get()) this.#options.onReturned();
    this.opened.set(true);
    this.#tell();
  }

  /** What windows that are no more did not send is sent by this one. */
  #adopt(leftovers: readonly StoredUpdate[]): void {
    this.doc.transact(() => {
      for (const { update } of leftovers) Y.applyUpdate(this.doc, update, this);
    }, this);
    for (const stored of leftovers) {
      this.#adopted.add(stored.key);
      this.#outgoing.adopt(stored);
    }
  }

  /** What may not be sent now is shown, and stays on the device. */
  #keepBack(leftovers: readonly StoredUpdate[]): void {
    this.#leftovers = leftovers;
    this.leftText.set(readLeftovers(this.doc, leftovers, this.#options.agendaItemIds()));
  }

  #apply(parts: NotePart[]): void {
    this.incoming.take(
      parts.filter(({ author, n, update }) => {
        const isOwn = author === this.#author && this.#outgoing.acknowledge(n, update);
        if (isOwn) this.#onProgress();
        return !isOwn;
      }),
    );
  }

  #onProgress(): void {
    this.#gaps = 0;
    this.#slow = false;
    this.#tell();
  }

  #onSilence(): void {
    this.#slow = true;
    this.#tell();
    if (this.#socket.connected) this.#open();
  }

  #onRefusal(reason: Refusal, n = 0): void {
    this.#outgoing.pause();
    const next = AFTER_REFUSAL[reason];
    if (next === 'stop') this.#refuse(reason);
    if (next === 'discard') this.#beginAnew(reason, (page) => giveBack(page, reason, n));
    if (reason === 'gap') this.#onGap();
    else if (next === 'resend') this.#opening.again(reason === 'too-fast' ? TOO_FAST_MS : soon());
  }

  /** Something before it is missing: on the server, which is sent it, or here, where nobody can mend it. */
  #onGap(): void {
    const wait = GAP_MS[this.#gaps];
    this.#gaps += 1;
    if (wait === undefined) this.#beginAnew('gap', giveBackCutOff);
    else this.#opening.again(wait);
  }

  #beginAnew(reason: Refusal, giveBackOf: (page: UnsentPage) => SectionText[]): void {
    const { agendaItemIds, titleOf, onDiscard } = this.#options;
    this.#outgoing.flush();
    const sections = giveBackOf({ doc: this.doc, outgoing: this.#outgoing, agendaItemIds: agendaItemIds() });
    this.unsent.addCopy({ reason, sections: sections.map((section) => ({ ...section, title: titleOf(section.agendaItemId) })) });
    this.#refuse(reason);
    if (mayBeginAnew()) onDiscard();
  }

  #refuse(reason: StopReason): void {
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
        : unsent
          ? { kind: 'saving', slow: this.#slow }
          : { kind: 'saved' };
    this.#save.tell(next);
  }

  #sendPresence(): void {
    if (this.#presenceTimer !== null) return;
    this.#presenceTimer = setTimeout(() => {
      this.#presenceTimer = null;
      if (this.#socket.connected && this.#online) this.#socket.emit('notes:presence', this.presence.encoded());
    }, PRESENCE_EVERY_MS);
  }
}

import type { Socket } from 'socket.io-client';
import * as Y from 'yjs';
import { SCHEMA_VERSION } from '#app/model/notes.ts';
import type { ClientEvents, OpenedNotes, Refusal, ServerEvents } from '#app/model/notes-protocol.ts';
import type { StoredUpdate, UnsentUpdates } from './unsent-updates.ts';

interface OpeningOptions {
  meetingId: string;
  personId: string;
  doc: Y.Doc;
  unsent: Pick<UnsentUpdates, 'leftovers'>;
  socket: Socket<ServerEvents, ClientEvents>;
  onOpened(answer: OpenedNotes & { ok: true }, leftovers: readonly StoredUpdate[]): void;
  onRefused(reason: Refusal | 'other-person', leftovers: readonly StoredUpdate[]): void;
  /** There is no connection to ask on. */
  onAway(): void;
}

/** How long an answer may take. */
const PATIENCE_MS = 15_000;

/** Asks for the notes, as often as it takes; only the answer to the last question counts. */
export class Opening {
  readonly #options: OpeningOptions;
  #question = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(options: OpeningOptions) {
    this.#options = options;
  }

  async ask(): Promise<void> {
    const { meetingId, personId, doc, unsent, socket, onOpened, onRefused } = this.#options;
    this.#question += 1;
    const question = this.#question;
    const leftovers = await unsent.leftovers().catch(() => []);
    // said without a connection, it would be kept and said before the next question
    if (question !== this.#question || !socket.connected) return;
    socket.emit('live:watch', { meetingId }, () => {});
    const what = { meetingId, schemaVersion: SCHEMA_VERSION, stateVector: Y.encodeStateVector(doc) };
    socket.timeout(PATIENCE_MS).emit('notes:open', what, (late, answer) => {
      if (question !== this.#question) return;
      if (late) return this.again(0);
      if (!answer.ok) return onRefused(answer.reason, leftovers);
      // whoever signed in meanwhile in this browser must not send this text in their name
      const me = answer.people.find(({ seat }) => seat === answer.seat);
      if (me && me.personId !== personId) onRefused('other-person', []);
      else onOpened(answer, leftovers);
    });
  }

  again(afterMs: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      if (this.#options.socket.connected) void this.ask();
      else this.#options.onAway();
    }, afterMs);
  }

  /** No answer counts any more. */
  cancel(): void {
    this.#question += 1;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { decodeParts, type NotePart } from '#app/model/notes-frames.ts';
import type { Refusal } from '#app/model/notes-protocol.ts';
import type { LogRow } from '#db/notes/log.ts';
import { type CheckedUpdate, checkUpdate } from './gate.ts';
import { Shadow } from './shadow.ts';

export interface StoredNotes {
  snapshot: { upto: number; body: Uint8Array } | null;
  rows: LogRow[];
  clients: { clientId: number; author: number }[];
  sections: string[];
}

export type Acceptance = { ok: true; update: CheckedUpdate } | { ok: false; reason: Refusal };

/** Most that the notes of one meeting weigh, in bytes, as sent to whoever opens them. A three-hour meeting weighs some 100 kB. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * The notes of one meeting in memory: bytes and clocks, no document. Relaying needs none: whoever comes gets the snapshot
 * without what they have, and the rows since. That is a fifth of the memory and of the time to open.
 */
export class NoteLog {
  /** The snapshot; `upto` null: there is none yet. */
  private base: { upto: number | null; body: Uint8Array };
  private tail: LogRow[];
  private tailParts = 0;
  private bytes: number;
  /** Clocks of what is on disk. */
  private readonly held = new Map<number, number>();
  /** Clocks of what is accepted, on disk or on its way. */
  private readonly accepted = new Map<number, number>();
  private readonly owners: Map<number, number>;
  /** Accepted, not on disk yet, in order. */
  private underway: Uint8Array[] = [];
  private shadow: Shadow | null = null;
  sections: readonly string[];
  private sectionSet: ReadonlySet<string>;

  constructor({ snapshot, rows, clients, sections }: StoredNotes) {
    this.base = snapshot ?? { upto: null, body: new Uint8Array() };
    this.tail = [];
    this.bytes = this.base.body.length;
    this.owners = new Map(clients.map(({ clientId, author }) => [clientId, author]));
    this.sections = sections;
    this.sectionSet = new Set(sections);
    if (snapshot) for (const [client, clock] of Y.parseUpdateMeta(snapshot.body).to) this.advance(client, clock);
    for (const row of rows) this.add(row);
  }

  get parts(): number {
    return this.tailParts;
  }

  setSections(sections: readonly string[]): void {
    this.sections = sections;
    this.sectionSet = new Set(sections);
  }

  /** Judges an update of an author; once accepted it counts as said, and follows in `saved` when it is on disk. */
  accept(bytes: Uint8Array, author: number): Acceptance {
    const checked = checkUpdate(bytes, author, { clocks: this.accepted, owners: this.owners, sections: this.sectionSet });
    if (!checked.ok) return checked;
    if (this.bytes + bytes.length > MAX_BYTES) return { ok: false, reason: 'too-large' };
    const { update } = checked;
    const fault = this.document().prove(update, this.accepted, this.sectionSet);
    if (fault) {
      this.shadow = null;
      return { ok: false, reason: fault };
    }
    for (const [client, clock] of update.clocks) this.accepted.set(client, clock);
    for (const client of update.newClients) this.owners.set(client, author);
    this.underway.push(bytes);
    this.bytes += bytes.length;
    return { ok: true, update };
  }

  /** A row is on disk that holds the oldest of what was accepted. */
  saved(row: LogRow, updates: readonly CheckedUpdate[]): void {
    this.underway.splice(0, updates.length);
    this.tail.push(row);
    this.tailParts += updates.length;
    for (const { clocks } of updates) for (const [client, clock] of clocks) this.advance(client, clock);
  }

  /** A row that was written by other means (read from the log). */
  add(row: LogRow): NotePart[] {
    const parts = decodeParts(row.body);
    this.tail.push(row);
    this.tailParts += parts.length;
    this.bytes += row.body.length;
    for (const { author, update } of parts) {
      for (const [client, clock] of Y.parseUpdateMeta(update).to) {
        this.advance(client, clock);
        if (!this.owners.has(client)) this.owners.set(client, author);
      }
    }
    if (this.shadow) for (const { update } of parts) Y.applyUpdate(this.shadow.doc, update);
    return parts;
  }

  has(rowId: number): boolean {
    return this.tail.some(({ id }) => id === rowId);
  }

  /** Ids of the rows that are here. */
  knownRows(): number[] {
    return this.tail.map(({ id }) => id);
  }

  /** What whoever holds `stateVector` lacks of what is on disk; may hold more than they lack. */
  since(stateVector: Uint8Array | null): { base: Uint8Array; tail: Uint8Array; stateVector: Uint8Array } {
    const { body } = this.base;
    const base = body.length > 0 && stateVector && stateVector.length > 1 ? Y.diffUpdate(body, stateVector) : body;
    return { base, tail: Buffer.concat(this.tail.map((row) => row.body)), stateVector: encodeClocks(this.held) };
  }

  /** The document as accepted, made when it is first needed. */
  document(): Shadow {
    this.shadow ??= new Shadow(this.updates());
    return this.shadow;
  }

  get mayHaveChangedRecords(): boolean {
    return this.shadow === null || this.shadow.recordsTouched;
  }

  /** Lets go of the document; what is on disk and on its way stays. */
  sleep(): void {
    this.shadow = null;
  }

  /** A snapshot of everything accepted, to be stored in place of the rows that are here; null when there are none. */
  snapshot(): { from: number | null; upto: number; body: Uint8Array; stateVector: Uint8Array; covers: number[] } | null {
    const upto = Math.max(...this.tail.map(({ id }) => id), this.base.upto ?? 0);
    if (this.tail.length === 0) return null;
    return { from: this.base.upto, upto, ...this.document().encode(), covers: this.knownRows() };
  }

  /** The snapshot is on disk: the rows inside it go. */
  compacted({ upto, body, covers }: { upto: number; body: Uint8Array; covers: readonly number[] }): void {
    const gone = new Set(covers);
    this.base = { upto, body };
    this.tail = this.tail.filter(({ id }) => !gone.has(id));
    this.tailParts = this.tail.reduce((sum, row) => sum + decodeParts(row.body).length, 0);
    this.bytes = body.length + this.tail.reduce((sum, row) => sum + row.body.length, 0);
    // the snapshot was taken of what is on its way as well
    for (const [client, clock] of Y.parseUpdateMeta(body).to) this.advance(client, clock);
  }

  private *updates(): Iterable<Uint8Array> {
    if (this.base.body.length > 0) yield this.base.body;
    for (const { body } of this.tail) for (const { update } of decodeParts(body)) yield update;
    yield* this.underway;
  }

  private advance(client: number, clock: number): void {
    if (clock > (this.held.get(client) ?? 0)) this.held.set(client, clock);
    if (clock > (this.accepted.get(client) ?? 0)) this.accepted.set(client, clock);
  }
}

/** Clocks as Y.encodeStateVector writes them. */
function encodeClocks(clocks: ReadonlyMap<number, number>): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clocks.size);
    for (const [client, clock] of clocks) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
    }
  });
}

import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { decodeParts, type NotePart } from '#app/model/notes-frames.ts';
import type { Refusal } from '#app/model/notes-protocol.ts';
import type { LogRow } from '#db/notes/log.ts';
import { type CheckedUpdate, checkUpdate } from './gate.ts';
import { SectionWriters } from './history/section-writers.ts';
import { rememberLogId } from './log-ids.ts';
import { Shadow } from './shadow.ts';

export interface StoredNotes {
  snapshot: { upto: number; body: Uint8Array } | null;
  rows: LogRow[];
  clients: { clientId: number; author: number }[];
  sections: readonly string[];
  /** Those of them that nobody writes in for the moment. */
  locked?: readonly string[];
}

export type Acceptance = { ok: true; update: CheckedUpdate } | { ok: false; reason: Refusal };

/** Most that the notes of one meeting weigh, in bytes, as sent to whoever opens them. A three-hour meeting weighs some 100 kB. */
export const MAX_NOTES_BYTES = 4 * 1024 * 1024;

/** What a log weighs, compared to that. */
export function weightOf({ snapshot, rows }: Pick<StoredNotes, 'snapshot' | 'rows'>): number {
  return rows.reduce((sum, { body }) => sum + body.length, snapshot?.body.length ?? 0);
}

/** Of nothing: no structs, no deletions. */
const EMPTY_UPDATE = Uint8Array.of(0, 0);

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
  /** Ids of the tail's rows, and of those that the last snapshot took the place of. */
  private rowIds = new Set<number>();
  private coveredIds: ReadonlySet<number> = new Set();
  /** Accepted, not on disk yet, in order. */
  private underway: Uint8Array[] = [];
  private shadow: Shadow | null = null;
  /** Whether rows came while there was no document that would have told whether they lose words. */
  private unwatched = false;
  /** Whether words went that nobody deleted, since this was last set to false; at first too when nobody may have looked. */
  wordsLost: boolean;
  /** For the history. */
  readonly writers = new SectionWriters();
  sections: readonly string[];
  private sectionSet: ReadonlySet<string>;
  private locked: ReadonlySet<string>;

  constructor({ snapshot, rows, clients, sections, locked = [] }: StoredNotes) {
    this.base = snapshot ?? { upto: null, body: new Uint8Array() };
    this.tail = [];
    this.bytes = this.base.body.length;
    this.owners = new Map(clients.map(({ clientId, author }) => [clientId, author]));
    this.sections = sections;
    this.sectionSet = new Set(sections);
    this.locked = new Set(locked);
    // a process that ended without tidying up may have left some
    this.wordsLost = rows.length > 0;
    if (snapshot) for (const [client, clock] of Y.parseUpdateMeta(snapshot.body).to) this.advance(client, clock);
    for (const row of rows) this.add(row);
    this.unwatched = false;
  }

  get parts(): number {
    return this.tailParts;
  }

  setSections(sections: readonly string[], locked: readonly string[]): void {
    this.sections = sections;
    this.sectionSet = new Set(sections);
    this.locked = new Set(locked);
  }

  /** Judges an update of an author; once accepted it counts as said, and follows in `saved` when it is on disk. */
  accept(bytes: Uint8Array, author: number): Acceptance {
    const checked = checkUpdate(bytes, author, { clocks: this.accepted, owners: this.owners, sections: this.sectionSet });
    if (!checked.ok) return checked;
    if (this.bytes + bytes.length > MAX_NOTES_BYTES) return { ok: false, reason: 'too-large' };
    const { update } = checked;
    const shadow = this.document();
    const fault = shadow.prove(update, this.accepted, { all: this.sectionSet, locked: this.locked });
    if (fault) {
      // made anew at the cost of whoever spoilt it, not of the next who writes
      this.shadow = new Shadow(this.updates());
      return { ok: false, reason: fault };
    }
    this.wordsLost ||= shadow.wordsLost;
    shadow.wordsLost = false;
    this.writers.note(author, shadow);
    for (const [client, clock] of update.clocks) this.accepted.set(client, clock);
    for (const client of update.newClients) this.owners.set(client, author);
    this.underway.push(bytes);
    this.bytes += bytes.length;
    return { ok: true, update };
  }

  /** A row is on disk that holds the oldest of what was accepted. */
  saved(row: LogRow, updates: readonly CheckedUpdate[]): void {
    this.underway.splice(0, updates.length);
    this.push(row);
    this.tailParts += updates.length;
    for (const { clocks } of updates) for (const [client, clock] of clocks) this.advance(client, clock);
  }

  /** A row that was written by other means: read from the log, or told by another process, with who owns its new client ids. */
  add(row: LogRow, clients: StoredNotes['clients'] = []): NotePart[] {
    const parts = decodeParts(row.body);
    rememberLogId(row.id);
    this.push(row);
    this.tailParts += parts.length;
    this.bytes += row.body.length;
    this.own(clients);
    for (const { author, update } of parts) {
      for (const [client, clock] of Y.parseUpdateMeta(update).to) {
        this.advance(client, clock);
        if (!this.owners.has(client)) this.owners.set(client, author);
      }
    }
    if (this.shadow) {
      for (const part of parts) {
        this.shadow.follow([part]);
        this.writers.note(part.author, this.shadow);
      }
      this.wordsLost ||= this.shadow.wordsLost;
      this.shadow.wordsLost = false;
    } else this.unwatched = true;
    return parts;
  }

  /** Whose client ids are, as stored. */
  own(clients: StoredNotes['clients']): void {
    for (const { clientId, author } of clients) this.owners.set(clientId, author);
  }

  has(rowId: number): boolean {
    return this.rowIds.has(rowId) || this.coveredIds.has(rowId);
  }

  /** Ids of the rows that are here. */
  knownRows(): number[] {
    return this.tail.map(({ id }) => id);
  }

  /** Id of the snapshot that is here. */
  get upto(): number | null {
    return this.base.upto;
  }

  /** Whether somebody holds what is not here: it is on its way here, or it was never saved. */
  lacks(stateVector: Uint8Array): boolean {
    return Y.decodeStateVector(stateVector)
      .entries()
      .some(([client, clock]) => clock > (this.held.get(client) ?? 0));
  }

  /** What whoever holds `stateVector` lacks of what is on disk; may hold more than they lack. */
  since(stateVector: Uint8Array | null): { base: Uint8Array; tail: Uint8Array; stateVector: Uint8Array } {
    const { body } = this.base;
    const base = body.length > 0 && stateVector && stateVector.length > 1 ? Y.diffUpdate(body, stateVector) : body;
    return { base, tail: Buffer.concat(this.tail.map((row) => row.body)), stateVector: encodeClocks(this.held) };
  }

  /** The document as accepted, made when it is first needed: from then on it tells which words are lost. */
  document(): Shadow {
    this.shadow ??= new Shadow(this.updates());
    this.wordsLost ||= this.unwatched;
    this.unwatched = false;
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
    if (this.tail.length === 0) return null;
    // higher than the last one's whatever the clocks of other machines say: it tells one snapshot from another
    const upto = this.tail.reduce((highest, { id }) => Math.max(highest, id), (this.base.upto ?? 0) + 1);
    return { from: this.base.upto, upto, ...this.document().encode(), covers: this.knownRows() };
  }

  /** The snapshot is on disk: the rows inside it go. */
  compacted({ from, upto, body, covers }: NonNullable<ReturnType<NoteLog['snapshot']>>): void {
    // read anew meanwhile: it is inside what was read
    if (this.base.upto !== from) return;
    const gone = new Set(covers);
    const kept = this.tail.filter(({ id }) => !gone.has(id));
    this.settleOn({ upto, body }, kept);
  }

  /**
   * Another process put a snapshot in the place of rows: takes it and the rows that are stored beside it. `known`: the rows
   * that were here before they were read; those that came since stay. Gives what this brings that may not have been here.
   */
  rebase({ snapshot, rows, clients }: Pick<StoredNotes, 'snapshot' | 'rows' | 'clients'>, known: readonly number[]): Uint8Array {
    const news = Y.diffUpdate(snapshot?.body ?? EMPTY_UPDATE, encodeClocks(this.held));
    const before = new Set(known);
    const stored = new Set(rows.map(({ id }) => id));
    const since = this.tail.filter(({ id }) => !before.has(id) && !stored.has(id));
    this.own(clients);
    this.shadow = null;
    this.settleOn(snapshot ?? { upto: null, body: new Uint8Array() }, []);
    for (const row of [...rows, ...since]) this.add(row);
    return news;
  }

  private settleOn(base: NoteLog['base'], tail: LogRow[]): void {
    const kept = new Set(tail.map(({ id }) => id));
    this.coveredIds = new Set(this.knownRows().filter((id) => !kept.has(id)));
    this.rowIds = kept;
    this.base = base;
    this.tail = tail;
    this.tailParts = tail.reduce((sum, row) => sum + decodeParts(row.body).length, 0);
    this.bytes = base.body.length + tail.reduce((sum, row) => sum + row.body.length, 0);
    // the snapshot was taken of what was on its way as well
    if (base.body.length > 0) for (const [client, clock] of Y.parseUpdateMeta(base.body).to) this.advance(client, clock);
  }

  private push(row: LogRow): void {
    this.tail.push(row);
    this.rowIds.add(row.id);
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

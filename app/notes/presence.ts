import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { NotePerson } from '#app/model/notes-protocol.ts';
import { hueOf } from '#app/ui/avatar.tsx';
import { shortName } from './person-names.ts';

/** Caret and other end of the selection, in one of the sections. */
export interface Cursor {
  anchor: Y.RelativePosition;
  head: Y.RelativePosition;
}

/** What the caret plugin draws of somebody else. */
export interface Presence {
  user: { name: string; hue: number; color: string };
  cursor: Cursor | null;
}

export interface Writer {
  personId: string;
  name: string;
  me: boolean;
  canWrite: boolean;
  /** Has the caret in the notes. */
  writing: boolean;
}

// The caret plugin of the Yjs binding insists on a colour of this form; the classes give the real one.
const UNUSED_COLOR = '#000000';

/**
 * Who has the notes open, and where their carets are. Has the four methods of y-protocols' Awareness that the caret plugin
 * uses, without its heartbeats (which cost the square of the number of people): the server says who comes and goes.
 */
export class PresenceRoom {
  /** Set by the connection: one's own state changed. */
  send: () => void = () => {};
  #people = new Map<number, NotePerson>();
  #states = new Map<number, Presence>();
  #mine: { cursor: Cursor | null } = { cursor: null };
  #mySeat = 0;
  #listeners = new Set<(change: { updated: number[] }, origin: unknown) => void>();

  getStates(): Map<number, Presence> {
    return this.#states;
  }

  getLocalState(): { cursor: Cursor | null } {
    return this.#mine;
  }

  setLocalStateField(field: string, value: Cursor | null): void {
    if (field !== 'cursor') return;
    this.#mine = { cursor: value };
    this.send();
    this.#changed([], 'local');
  }

  on(_event: 'change', listener: (change: { updated: number[] }, origin: unknown) => void): void {
    this.#listeners.add(listener);
  }

  off(_event: 'change', listener: (change: { updated: number[] }, origin: unknown) => void): void {
    this.#listeners.delete(listener);
  }

  /** One's own state, as it travels. */
  encoded(): Uint8Array {
    return encodeCursor(this.#mine.cursor);
  }

  /** The room as it is when the document was opened. */
  enter(seat: number, people: NotePerson[]): void {
    this.#mySeat = seat;
    this.#people = new Map(people.map((person) => [person.seat, person]));
    this.#states.clear();
    this.#changed([], 'server');
    this.send();
  }

  change({ joined, left }: { joined: NotePerson[]; left: number[] }): void {
    for (const person of joined) this.#people.set(person.seat, person);
    for (const seat of left) {
      this.#people.delete(seat);
      this.#states.delete(seat);
    }
    this.#changed(left, 'server');
  }

  receive(parts: { seat: number; state: Uint8Array }[]): void {
    for (const { seat, state } of parts) {
      const person = this.#people.get(seat);
      if (!person || seat === this.#mySeat) continue;
      this.#states.set(seat, {
        user: { name: shortName(person.name), hue: hueOf(person.personId), color: UNUSED_COLOR },
        cursor: decodeCursor(state),
      });
    }
    this.#changed(
      parts.map(({ seat }) => seat),
      'server',
    );
  }

  /** Offline nobody else is known to be where they were. */
  leave(): void {
    this.#people = new Map([...this.#people].filter(([seat]) => seat === this.#mySeat));
    this.#states.clear();
    this.#changed([], 'server');
  }

  /** Each person once, however many windows they have open: oneself first, then those who write. */
  writers(): Writer[] {
    const writers = new Map<string, Writer>();
    for (const { seat, personId, name, canWrite } of this.#people.values()) {
      const known = writers.get(personId);
      const me = seat === this.#mySeat;
      const cursor = me ? this.#mine.cursor : this.#states.get(seat)?.cursor;
      writers.set(personId, {
        personId,
        name: known?.name ?? name,
        me: known?.me === true || me,
        canWrite: known?.canWrite === true || canWrite,
        writing: known?.writing === true || Boolean(cursor),
      });
    }
    return [...writers.values()].sort(
      (a, b) => Number(b.me) - Number(a.me) || Number(b.writing) - Number(a.writing) || a.name.localeCompare(b.name),
    );
  }

  #changed(updated: number[], origin: unknown): void {
    for (const listener of [...this.#listeners]) listener({ updated }, origin);
  }
}

export function encodeCursor(cursor: Cursor | null): Uint8Array {
  if (!cursor) return new Uint8Array();
  return encoding.encode((encoder) => {
    encoding.writeVarUint8Array(encoder, Y.encodeRelativePosition(cursor.anchor));
    encoding.writeVarUint8Array(encoder, Y.encodeRelativePosition(cursor.head));
  });
}

/** null too for what is not a caret: it comes from another browser. */
export function decodeCursor(state: Uint8Array): Cursor | null {
  if (state.byteLength === 0) return null;
  try {
    const decoder = decoding.createDecoder(state);
    const anchor = Y.decodeRelativePosition(decoding.readVarUint8Array(decoder));
    return { anchor, head: Y.decodeRelativePosition(decoding.readVarUint8Array(decoder)) };
  } catch {
    return null;
  }
}

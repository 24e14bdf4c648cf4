import { encodePresence, type PresencePart } from '#app/model/notes-frames.ts';
import type { NotePerson } from '#app/model/notes-protocol.ts';
import type { PresenceNotice } from './bus-frames.ts';

const EVERY_MS = 100;
/** Another process that lost its hearing together with this one has it back by then. */
const DOUBT_MS = 4000;

export type PresenceChange = Omit<PresenceNotice, 'meetingId'>;

export interface PresenceWire {
  presence(frames: Uint8Array): void;
  people(change: { joined: NotePerson[]; left: number[] }): void;
  /** Of the people of this process, for the other processes. */
  elsewhere(change: PresenceChange): void;
}

/** What was not told yet. */
class Changes {
  readonly joined = new Set<number>();
  readonly left = new Set<number>();
  readonly shown = new Set<number>();

  join(seat: number): void {
    this.joined.add(seat);
    this.left.delete(seat);
  }

  leave(seat: number): void {
    this.joined.delete(seat);
    this.left.add(seat);
  }

  clear(): void {
    for (const seats of [this.joined, this.left, this.shown]) seats.clear();
  }
}

/**
 * Who has the notes open, here and in other processes, and what they show of themselves. Changes are gathered and told to
 * the room at most ten times a second, in one frame: each told at once to everybody would cost the square of their number.
 * Nothing of it is kept. Seats are this process's: somebody elsewhere is given one of its own here.
 */
export class RoomPresence {
  private readonly wire: PresenceWire;
  private readonly nextSeat: () => number;
  private readonly seats = new Map<number, NotePerson>();
  private readonly states = new Map<number, Uint8Array>();
  /** Seats of others by the process that told of them, and by what it calls them. */
  private readonly others = new Map<string, Map<number, number>>();
  /** Seats of others that may be free by now, and when they are unless they are told of again. */
  private readonly stale = new Map<number, number>();
  private readonly changes = new Changes();
  /** The part of it that happened here. */
  private readonly changesHere = new Changes();
  private timer: NodeJS.Timeout | null = null;

  constructor(wire: PresenceWire, nextSeat: () => number) {
    this.wire = wire;
    this.nextSeat = nextSeat;
  }

  /** Somebody came, or what is told of them changed. */
  show(person: NotePerson): void {
    this.changesHere.join(person.seat);
    this.put(person);
  }

  leave(seat: number): void {
    this.changesHere.leave(seat);
    this.remove(seat);
  }

  /** `seat` is the server's knowledge, so that nobody can show themselves as somebody else. */
  set(seat: number, state: Uint8Array): void {
    this.changesHere.shown.add(seat);
    this.setState(seat, state);
  }

  everybody(): { people: NotePerson[]; presence: Uint8Array } {
    return { people: [...this.seats.values()], presence: encodePresence([...this.states].map(([seat, state]) => ({ seat, state }))) };
  }

  /** Everybody who is here, for processes that do not know. */
  tellAll(): void {
    const elsewhere = new Set([...this.others.values()].flatMap((seats) => [...seats.values()]));
    const here = [...this.seats.values()].filter(({ seat }) => !elsewhere.has(seat));
    this.changesHere.clear();
    this.wire.elsewhere({ anew: true, joined: here, left: [], states: this.statesOf(here.map(({ seat }) => seat)) });
  }

  /** What another process tells of its people. */
  hear(sender: string, { anew, joined, left, states }: PresenceChange): void {
    const seats = this.others.get(sender) ?? new Map<number, number>();
    this.others.set(sender, seats);
    if (anew) for (const seat of seats.values()) this.stale.set(seat, 0);
    for (const theirs of left) this.removeOther(seats, theirs);
    for (const person of joined) {
      const seat = seats.get(person.seat) ?? this.nextSeat();
      seats.set(person.seat, seat);
      this.stale.delete(seat);
      this.put({ ...person, seat });
    }
    for (const { seat: theirs, state } of states) {
      const seat = seats.get(theirs);
      if (seat !== undefined) this.setState(seat, state);
    }
    this.soon();
  }

  /** Another process is no more. */
  forget(sender: string): void {
    for (const seat of this.others.get(sender)?.values() ?? []) this.remove(seat);
    this.others.delete(sender);
  }

  /** What was told of others may no longer hold: who is not told of again soon is gone. */
  doubt(): void {
    const until = performance.now() + DOUBT_MS;
    for (const seats of this.others.values()) for (const seat of seats.values()) this.stale.set(seat, until);
    if (this.stale.size > 0) this.soon();
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
  }

  private put(person: NotePerson): void {
    this.seats.set(person.seat, person);
    this.changes.join(person.seat);
    this.soon();
  }

  private remove(seat: number): void {
    this.seats.delete(seat);
    this.stale.delete(seat);
    this.changes.leave(seat);
    if (this.states.delete(seat)) this.changes.shown.add(seat);
    this.soon();
  }

  private removeOther(seats: Map<number, number>, theirs: number): void {
    const seat = seats.get(theirs);
    seats.delete(theirs);
    if (seat !== undefined) this.remove(seat);
  }

  private removeStale(): void {
    if (this.stale.size === 0) return;
    const now = performance.now();
    for (const seats of this.others.values()) {
      for (const [theirs, seat] of seats) if ((this.stale.get(seat) ?? Number.POSITIVE_INFINITY) <= now) this.removeOther(seats, theirs);
    }
  }

  private setState(seat: number, state: Uint8Array): void {
    if (state.length === 0) this.states.delete(seat);
    // a copy: the frame it came in would be kept with it
    else this.states.set(seat, state.slice());
    this.changes.shown.add(seat);
    this.soon();
  }

  private soon(): void {
    this.timer ??= setTimeout(() => this.tell(), EVERY_MS).unref();
  }

  private tell(): void {
    this.removeStale();
    this.timer = null;
    const { joined, left, shown } = this.changes;
    if (joined.size + left.size > 0) this.wire.people({ joined: this.peopleOf(joined), left: [...left] });
    if (shown.size > 0) this.wire.presence(encodePresence(this.statesOf(shown)));
    this.changes.clear();
    if (this.stale.size > 0) this.soon();
    const here = this.changesHere;
    if (here.joined.size + here.left.size + here.shown.size === 0) return;
    this.wire.elsewhere({ anew: false, joined: this.peopleOf(here.joined), left: [...here.left], states: this.statesOf(here.shown) });
    here.clear();
  }

  private peopleOf(seats: Iterable<number>): NotePerson[] {
    return [...seats].flatMap((seat) => this.seats.get(seat) ?? []);
  }

  private statesOf(seats: Iterable<number>): PresencePart[] {
    return [...seats].map((seat) => ({ seat, state: this.states.get(seat) ?? new Uint8Array() }));
  }
}

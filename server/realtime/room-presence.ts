import { encodePresence } from '#app/model/notes-frames.ts';
import type { NotePerson } from '#app/model/notes-protocol.ts';

const EVERY_MS = 100;

export interface PresenceWire {
  presence(frames: Uint8Array): void;
  people(change: { joined: NotePerson[]; left: number[] }): void;
}

/**
 * Who has the notes open, and what they show of themselves. Changes are gathered and told to the room at most ten times a
 * second, in one frame: each told at once to everybody would cost the square of their number. Nothing of it is kept.
 */
export class RoomPresence {
  private readonly wire: PresenceWire;
  private readonly seats = new Map<number, NotePerson>();
  private readonly states = new Map<number, Uint8Array>();
  private readonly changed = new Set<number>();
  private readonly joined = new Set<number>();
  private readonly left = new Set<number>();
  private timer: NodeJS.Timeout | null = null;

  constructor(wire: PresenceWire) {
    this.wire = wire;
  }

  /** Somebody came, or what is told of them changed. */
  show(person: NotePerson): void {
    this.seats.set(person.seat, person);
    this.joined.add(person.seat);
    this.soon();
  }

  leave(seat: number): void {
    this.seats.delete(seat);
    this.joined.delete(seat);
    this.left.add(seat);
    if (this.states.delete(seat)) this.changed.add(seat);
    this.soon();
  }

  /** `seat` is the server's knowledge, so that nobody can show themselves as somebody else. */
  set(seat: number, state: Uint8Array): void {
    if (state.length === 0) this.states.delete(seat);
    // a copy: the frame it came in would be kept with it
    else this.states.set(seat, state.slice());
    this.changed.add(seat);
    this.soon();
  }

  everybody(): { people: NotePerson[]; presence: Uint8Array } {
    return { people: [...this.seats.values()], presence: encodePresence([...this.states].map(([seat, state]) => ({ seat, state }))) };
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
  }

  private soon(): void {
    this.timer ??= setTimeout(() => this.tell(), EVERY_MS).unref();
  }

  private tell(): void {
    this.timer = null;
    const joined = [...this.joined].flatMap((seat) => this.seats.get(seat) ?? []);
    if (joined.length + this.left.size > 0) this.wire.people({ joined, left: [...this.left] });
    if (this.changed.size > 0) {
      this.wire.presence(encodePresence([...this.changed].map((seat) => ({ seat, state: this.states.get(seat) ?? new Uint8Array() }))));
    }
    this.joined.clear();
    this.left.clear();
    this.changed.clear();
  }
}

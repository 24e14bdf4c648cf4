import type { NotePerson, Refusal } from '#app/model/notes-protocol.ts';

export interface Sent {
  n: number;
  bytes: Uint8Array;
}

/** Somebody in a room, by one of their sockets. */
export class Member implements NotePerson {
  readonly seat: number;
  readonly author: number;
  readonly personId: string;
  readonly name: string;
  canWrite: boolean;
  /** After a refusal nothing is taken until the page opened again: what follows would be without what was refused. */
  mustReopen = false;
  private readonly tell: (n: number, reason: Refusal) => void;
  /** What waits while rights or sections are asked; null: nothing is asked. */
  private queue: Sent[] | null = null;
  private questions = 0;

  constructor({ seat, author, personId, name, canWrite }: NotePerson, tell: (n: number, reason: Refusal) => void) {
    this.seat = seat;
    this.author = author;
    this.personId = personId;
    this.name = name;
    this.canWrite = canWrite;
    this.tell = tell;
  }

  /** As others are told of them. */
  get person(): NotePerson {
    const { seat, author, personId, name, canWrite } = this;
    return { seat, author, personId, name, canWrite };
  }

  refuse(n: number, reason: Refusal): void {
    this.mustReopen = true;
    if (this.queue) this.queue = [];
    this.tell(n, reason);
  }

  /** Keeps what was sent for later when something is being asked. */
  keptForLater(sent: Sent): boolean {
    this.queue?.push(sent);
    return this.queue !== null;
  }

  /** From now on what they send waits, until `answered` was called as often. */
  hold(): void {
    this.questions += 1;
    this.queue ??= [];
  }

  /** Gives back, after the last answer, what waited for it. */
  answered(): Sent[] {
    this.questions -= 1;
    if (this.questions > 0) return [];
    const waited = this.queue ?? [];
    this.queue = null;
    return waited;
  }
}

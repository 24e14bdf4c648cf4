import type { NotePerson, Refusal } from '#app/model/notes-protocol.ts';
import { SectionHistory } from '#server/notes/history/section-history.ts';
import { NoteLog } from '#server/notes/note-log.ts';
import { openNoteStore } from '#server/notes/note-store.ts';
import { RecordProjection } from '#server/notes/record-projection.ts';
import { WordRescue } from '#server/notes/word-rescue.ts';
import type { Services } from '#server/services.ts';
import type { Bus } from './bus.ts';
import { Member } from './member.ts';
import { NoteRoom, type RoomWire } from './note-room.ts';

/** Somebody who wants to come in; `refuse` is how their socket is told. */
export interface Newcomer extends Pick<NotePerson, 'personId' | 'name' | 'canWrite'> {
  /** What they hold already, as Y.encodeStateVector writes it. */
  stateVector: Uint8Array | null;
  refuse(n: number, reason: Refusal): void;
}

export interface NoteRoomsOptions {
  services: Services;
  wireOf(meetingId: string): RoomWire;
  bus: Bus;
  /** How long a room stays when its last person left, in milliseconds. */
  idleMs?: number;
}

interface OpenRoom {
  room: NoteRoom;
  /** Number of each person in this meeting's log. */
  numbers: Map<string, Promise<number>>;
  idle: NodeJS.Timeout | null;
}

/** The open meetings of this process: each opened once, however many come at the same moment, and closed when nobody is left. */
export class NoteRooms {
  private readonly services: Services;
  private readonly store;
  private readonly bus: Bus;
  private readonly wireOf: NoteRoomsOptions['wireOf'];
  private readonly idleMs: number;
  private readonly open = new Map<string, Promise<OpenRoom>>();
  private lastSeat = 0;

  constructor({ services, wireOf, bus, idleMs = 30_000 }: NoteRoomsOptions) {
    this.services = services;
    this.bus = bus;
    this.store = openNoteStore(services, (rows) => bus.ofRows(rows));
    this.wireOf = wireOf;
    this.idleMs = idleMs;
  }

  /** Opens the meeting's room if need be, and lets somebody in. `enter` is called in the same turn: nothing is told in between. */
  async join(meetingId: string, newcomer: Newcomer, enter: (room: NoteRoom, member: Member) => void): Promise<void> {
    for (;;) {
      const opened = await this.opened(meetingId);
      const author = await this.numberOf(opened, newcomer.personId);
      // of another process, which they come from, before it told us
      if (newcomer.stateVector && opened.room.isBehind(newcomer.stateVector)) await opened.room.catchUp();
      // closed while we asked: the next turn opens it anew
      if (opened.room.isClosed) continue;
      const member = new Member({ ...newcomer, author, seat: this.nextSeat() }, newcomer.refuse);
      if (opened.idle) clearTimeout(opened.idle);
      opened.idle = null;
      opened.room.join(member);
      return enter(opened.room, member);
    }
  }

  leave(room: NoteRoom, member: Member): void {
    room.leave(member);
    void this.closeWhenIdle(room.meetingId);
  }

  /** The room of a meeting, if it is open here. */
  async find(meetingId: string): Promise<NoteRoom | null> {
    return (await this.open.get(meetingId)?.catch(() => null))?.room ?? null;
  }

  /** Calls back with the room of a meeting if it is open here or being opened; in the order of the calls. */
  with(meetingId: string, use: (room: NoteRoom) => void): void {
    const ignore = () => {};
    this.open.get(meetingId)?.then(({ room }) => use(room), ignore);
  }

  withAll(use: (room: NoteRoom) => void): void {
    for (const meetingId of this.open.keys()) this.with(meetingId, use);
  }

  /**
   * Saves everything and tidies up; call when nothing more is taken. Answers how many rooms could not be saved within
   * `seconds`: nobody was told that what they hold is safe, and the pages still have it.
   */
  async close(seconds: number): Promise<number> {
    const rooms = (await Promise.all([...this.open.values()].map((opened) => opened.catch(() => null)))).filter(
      (opened) => opened !== null,
    );
    for (const { room } of rooms) room.flush();
    const unsaved = await this.store.drain(seconds);
    if (unsaved === 0) await Promise.all(rooms.map(({ room }) => room.settle()));
    for (const { room, idle } of rooms) {
      room.stop();
      if (idle) clearTimeout(idle);
    }
    this.open.clear();
    return unsaved;
  }

  private opened(meetingId: string): Promise<OpenRoom> {
    const known = this.open.get(meetingId);
    if (known) return known;
    // kept before anything is awaited: whoever comes meanwhile waits for the same room
    const opening = this.load(meetingId);
    this.open.set(meetingId, opening);
    opening.catch(() => this.open.delete(meetingId));
    return opening;
  }

  private async load(meetingId: string): Promise<OpenRoom> {
    const stored = await this.store.open(meetingId);
    const log = new NoteLog(stored);
    const records = new RecordProjection(this.services, meetingId, log);
    const rescue = new WordRescue(this.services, meetingId, log);
    const history = new SectionHistory(this.services, meetingId, log);
    // written while nobody had it open, or in a process that ended before it could keep a version
    if (stored.rows.length > 0) history.soon();
    const room = new NoteRoom({
      meetingId,
      log,
      store: this.store,
      wire: this.wireOf(meetingId),
      nextSeat: () => this.nextSeat(),
      records,
      rescue,
      history,
      logger: this.services.log,
    });
    const numbers = new Map(stored.numbers.map(({ personId, number }) => [personId, Promise.resolve(number)]));
    this.bus.ask(meetingId);
    return { room, numbers, idle: null };
  }

  private nextSeat(): number {
    this.lastSeat += 1;
    return this.lastSeat;
  }

  private numberOf({ room, numbers }: OpenRoom, personId: string): Promise<number> {
    const known = numbers.get(personId);
    if (known) return known;
    const asked = this.store.numberAuthor(room.meetingId, personId);
    numbers.set(personId, asked);
    asked.catch(() => numbers.delete(personId));
    return asked;
  }

  private async closeWhenIdle(meetingId: string): Promise<void> {
    const opened = await this.open.get(meetingId);
    if (!opened || opened.room.members.size > 0) return;
    if (opened.idle) clearTimeout(opened.idle);
    opened.idle = setTimeout(() => void this.closeIdle(meetingId, opened), this.idleMs).unref();
  }

  private async closeIdle(meetingId: string, opened: OpenRoom): Promise<void> {
    const { room } = opened;
    if (room.members.size > 0 || room.isClosed) return;
    await room.settle();
    // asked again: somebody may have come, or something may still not be saved
    if (room.members.size > 0 || room.isClosed) return;
    if (room.hasUnsaved) return this.closeWhenIdle(meetingId);
    room.stop();
    this.open.delete(meetingId);
  }
}

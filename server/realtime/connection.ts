import type { Socket } from 'socket.io';
import * as Y from 'yjs';
import { MAX_PRESENCE_BYTES, SCHEMA_VERSION } from '#app/model/notes.ts';
import {
  type ClientEvents,
  LIVE_TOPICS,
  type LiveTopic,
  type OpenedNotes,
  type OpenNotes,
  type Refusal,
  type ServerEvents,
  type WatchAnswer,
} from '#app/model/notes-protocol.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { findSession } from '#server/accounts/sessions.ts';
import { findMeetingScope } from '#server/meetings/access.ts';
import type { Services } from '#server/services.ts';
import { Allowance } from './allowance.ts';
import type { Member } from './member.ts';
import type { NoteRoom } from './note-room.ts';
import type { NoteRooms } from './note-rooms.ts';

export interface Visitor {
  viewer: Viewer;
  /** The Cookie header of the handshake: asked again whenever rights or sessions change. */
  cookie: string | undefined;
}

export type LiveSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, Visitor>;

/** Names of Socket.IO's rooms. */
export const watchersOf = (meetingId: string) => `live:${meetingId}`;
export const readersOf = (meetingId: string) => `notes:${meetingId}`;

const MAX_STATE_VECTOR_BYTES = 64 * 1024;
const MAX_WATCHED = 20;
const LOAD_ANEW_MS = 2000;
/** Topics whose content is pushed. */
const TOLD_OTHERWISE: readonly LiveTopic[] = ['notes', 'facilitation', 'polls'];
/** A busy room sends twenty frames a second: this is a minute and more. */
const MAX_WAITING_FRAMES = 2000;
/** Refusals that no page of ours provokes, or not often. */
const HOSTILE: readonly Refusal[] = ['malformed', 'forged', 'too-large'];

/** The notes that a socket has open. */
interface Place {
  room: NoteRoom;
  member: Member;
  meetingId: string;
  /** Whether the page's schema is ours: else it reads only, whatever the person may. */
  schemaFits: boolean;
}

export interface ConnectionEvents {
  /** The notes of this meeting are open here now. */
  opened(meetingId: string): void;
  /** This person sent what no page of ours sends, again and again. */
  putOut(): void;
}

const ignore = () => {};

/** One open socket of somebody signed in: what it watches, the notes that it has open, and how much it may send. */
export class Connection {
  readonly socket: LiveSocket;
  private readonly services: Services;
  private readonly rooms: NoteRooms;
  private readonly tell: ConnectionEvents;
  private place: Place | null = null;
  private readonly watched = new Set<string>();
  private readonly may = new Allowance();
  /** The meeting whose notes are being opened: rights in it may change meanwhile. */
  private opening: string | null = null;
  private takes = true;
  /** What asks the database is done one after the other: a right that is lost while a room opens is seen there. */
  private work: Promise<void> = Promise.resolve();

  constructor(socket: LiveSocket, services: Services, rooms: NoteRooms, tell: ConnectionEvents) {
    this.socket = socket;
    this.tell = tell;
    this.services = services;
    this.rooms = rooms;
  }

  get personId(): string {
    return this.socket.data.viewer.personId;
  }

  isAt(meetingId: string): boolean {
    return this.place?.meetingId === meetingId || this.opening === meetingId || this.watched.has(meetingId);
  }

  watch(meetingId: string, answer: (answer: WatchAnswer) => void): void {
    const mayAsk = this.may.question() && this.watched.size < MAX_WATCHED;
    this.inTurn(answer, async () => {
      if (!mayAsk) return 'too-fast';
      if (!(await this.scopeOf(meetingId))) return 'not-allowed';
      this.watched.add(meetingId);
      await this.socket.join(watchersOf(meetingId));
      answer({ ok: true });
      return null;
    });
  }

  open({ meetingId, schemaVersion, stateVector }: OpenNotes, answer: (answer: OpenedNotes) => void): void {
    const mayAsk = this.may.question();
    this.opening = meetingId;
    this.inTurn(answer, async () => {
      if (!mayAsk) return 'too-fast';
      if (stateVector && !isStateVector(stateVector)) return 'malformed';
      const scope = await this.scopeOf(meetingId);
      if (!scope?.can.readNotes) {
        this.leave();
        return 'not-allowed';
      }
      const schemaFits = schemaVersion === SCHEMA_VERSION;
      const readOnly = !scope.can.writeNotes ? 'read-only' : schemaFits ? null : 'schema-too-old';
      // in the turn in which they enter, so that no batch comes before the answer or is missing from it
      await this.enter({ meetingId, schemaFits, canWrite: readOnly === null, stateVector: stateVector ?? null }, ({ room, member }) =>
        answer(room.answer(member, stateVector ?? null, readOnly)),
      );
      if (this.place) this.tell.opened(meetingId);
      return null;
    });
  }

  update(n: number, bytes: Uint8Array): void {
    // before the notes are open: what Socket.IO kept while there was no connection, which the page sends again once they are
    if (!this.takes || !this.place || this.place.member.mustReopen) return;
    if (this.may.update(bytes.length)) this.place.room.receive(this.place.member, n, bytes);
    else {
      this.place.member.mustReopen = true;
      this.refuse(n, 'too-fast');
    }
  }

  show(state: Uint8Array): void {
    if (!this.place || !this.may.presence()) return;
    if (state.length > MAX_PRESENCE_BYTES) this.refuse(0, 'too-large');
    else this.place.room.presence.set(this.place.member.seat, state);
  }

  leave(): void {
    if (!this.place) return;
    const { room, member, meetingId } = this.place;
    this.place = null;
    void this.socket.leave(readersOf(meetingId));
    this.rooms.leave(room, member);
  }

  /** Says why something was not taken; who goes on sending what no page of ours sends is put out. */
  refuse(n: number, reason: Refusal): void {
    this.socket.emit('notes:refused', { n, reason });
    if (!HOSTILE.includes(reason) || this.may.fault()) return;
    this.tell.putOut();
    this.end(reason);
  }

  /** Rights or sessions may have changed: from now on nothing is taken that was not asked for again. */
  askAgain(): void {
    const place = this.place;
    place?.member.hold();
    this.inTurn(ignore, async () => {
      try {
        if (!(await this.hasSession())) return null;
        for (const meetingId of this.watched) if (!(await this.scopeOf(meetingId))) this.unwatch(meetingId);
        await this.reconsiderNotes();
        return null;
      } catch (error) {
        // what cannot be asked is not granted
        this.closeNotes('going-away');
        throw error;
      } finally {
        place?.room.release(place.member);
      }
    });
  }

  /** Changes may not have been told: the pages of this socket load anew what they show, not all of them at the same moment. */
  loadAnew(): void {
    if (this.watched.size === 0) return;
    setTimeout(() => {
      for (const topic of LIVE_TOPICS) if (!TOLD_OTHERWISE.includes(topic)) this.socket.emit('live:changed', { topic });
    }, Math.random() * LOAD_ANEW_MS).unref();
  }

  /** A page that does not read what it is sent: it is let go, and is given everything when it comes back. */
  endIfStuck(): void {
    // Engine.IO's own queue, which it keeps to itself; it holds what the connection does not take
    const { writeBuffer } = this.socket.conn as unknown as { writeBuffer: unknown[] };
    if (writeBuffer.length > MAX_WAITING_FRAMES) this.socket.disconnect(true);
  }

  /** The server closes: what comes from now on is not taken, so that everything taken can be saved. */
  stopTaking(): void {
    this.takes = false;
  }

  /** Tells why, and ends the connection. */
  end(reason: Refusal): void {
    this.leave();
    this.socket.emit('notes:closed', { reason });
    this.socket.disconnect(true);
  }

  private async enter(
    {
      meetingId,
      schemaFits,
      canWrite,
      stateVector,
    }: Omit<Place, 'room' | 'member'> & { canWrite: boolean; stateVector: Uint8Array | null },
    entered: (place: Place) => void,
  ): Promise<void> {
    const { place } = this;
    if (place?.meetingId === meetingId && place.room.members.has(place.member)) {
      place.schemaFits = schemaFits;
      if (place.member.canWrite !== canWrite) place.room.setRights(place.member, canWrite);
      return entered(place);
    }
    this.leave();
    const { personId, givenName, familyName } = this.socket.data.viewer;
    const refuse = (n: number, reason: Refusal) => this.refuse(n, reason);
    const name = `${givenName} ${familyName}`.trim();
    await this.rooms.join(meetingId, { personId, name, canWrite, stateVector, refuse }, (room, member) => {
      this.place = { room, member, meetingId, schemaFits };
      void this.socket.join(readersOf(meetingId));
      // gone while the room opened
      if (this.socket.connected) entered(this.place);
      else this.leave();
    });
  }

  private async reconsiderNotes(): Promise<void> {
    if (!this.place) return;
    const { room, member, meetingId, schemaFits } = this.place;
    const scope = await this.scopeOf(meetingId);
    if (!scope?.can.readNotes) return this.closeNotes('not-allowed');
    const canWrite = scope.can.writeNotes && schemaFits;
    if (canWrite === member.canWrite) return;
    room.setRights(member, canWrite);
    this.socket.emit('notes:rights', { canWrite });
  }

  private closeNotes(reason: Refusal): void {
    if (!this.place) return;
    this.leave();
    this.socket.emit('notes:closed', { reason });
  }

  private unwatch(meetingId: string): void {
    this.watched.delete(meetingId);
    void this.socket.leave(watchersOf(meetingId));
    // the page loads anew, and is told there
    this.socket.emit('live:changed', { topic: 'meeting' });
  }

  /** What this person may do in a meeting; null: nothing, or there is no session any more, which ends the connection. */
  private async scopeOf(meetingId: string): Promise<MeetingScope | null> {
    if (!(await this.hasSession())) return null;
    return findMeetingScope(this.services, this.socket.data.viewer, { id: meetingId });
  }

  private async hasSession(): Promise<boolean> {
    const session = await findSession(this.services, this.socket.data.cookie);
    if (session) this.socket.data.viewer = session.viewer;
    else this.end('unauthenticated');
    return session !== null;
  }

  /** Does what asks the database after what was asked before; a reason is the answer when there is no other. */
  private inTurn(answer: (answer: { ok: false; reason: Refusal }) => void, task: () => Promise<Refusal | null>): void {
    this.work = this.work
      .then(() => (this.takes ? task() : 'going-away'))
      .catch((error: unknown) => {
        this.services.log.error('A question of an open page could not be answered', { error: String(error) });
        return 'going-away' as const;
      })
      .then((reason) => {
        if (reason === 'malformed') this.refuse(0, reason);
        if (reason) answer({ ok: false, reason });
      });
  }
}

function isStateVector(bytes: Uint8Array): boolean {
  if (bytes.length > MAX_STATE_VECTOR_BYTES) return false;
  try {
    Y.decodeStateVector(bytes);
    return true;
  } catch {
    return false;
  }
}

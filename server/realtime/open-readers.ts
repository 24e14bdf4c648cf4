import type { Namespace, Socket } from 'socket.io';
import type { MinutesSection } from '#app/model/minutes-content.ts';
import type { OpenNotesClientEvents, OpenNotesServerEvents, OpenSections, OpenWatchAnswer } from '#app/model/open-notes.ts';
import { isUuid } from '#app/model/uuid.ts';
import { readOpenNotes } from '#server/rapporteurs/read-open-notes.ts';
import type { Services } from '#server/services.ts';

export type OpenNotesNamespace = Namespace<OpenNotesClientEvents, OpenNotesServerEvents>;
type OpenSocket = Socket<OpenNotesClientEvents, OpenNotesServerEvents>;

/** A meeting that somebody reads here, and what they were shown last. */
interface Followed {
  sections: MinutesSection[];
  /** What each section said, as text to compare. */
  said: Map<string, string>;
  timer: NodeJS.Timeout | null;
  /** Changes came while it was read. */
  again: boolean;
  running: boolean;
  /** Milliseconds that reading it took. */
  cost: number;
}

/** Readers of all meetings in one process: three plenaries' worth. */
const MOST_READERS = 3000;
const EVERY_MS = 1000;
/** Reading takes a twentieth of the time at most, however long the notes. */
const REST_PER_COST = 20;
/** What another process stored, or somebody settled, shows at the latest then. */
const LOOK_MS = 15_000;
/** Whoever says nothing is not kept. */
const SAY_WITHIN_MS = 10_000;

/**
 * Readers of open notes, whom nobody knows: what they are shown is composed once for all of them, at most once a second,
 * however many read and however fast others type. They can say one thing, once: which meeting.
 */
export class OpenReaders {
  private readonly nsp: OpenNotesNamespace;
  private readonly services: Pick<Services, 'db' | 'log'>;
  private readonly connections = new WeakSet<OpenSocket['conn']>();
  private readonly followed = new Map<string, Promise<Followed | null>>();
  private readonly looking: NodeJS.Timeout;
  private stopped = false;

  constructor(nsp: OpenNotesNamespace, services: Pick<Services, 'db' | 'log'>) {
    this.nsp = nsp;
    this.services = services;
    // one connection may ask for a namespace as often as it likes, and Socket.IO makes a reader of each time it asks
    nsp.use(({ conn }, next) => {
      const another = this.connections.has(conn);
      this.connections.add(conn);
      if (another) conn.close(true);
      next(another || nsp.sockets.size >= MOST_READERS ? new Error('too-many') : undefined);
    });
    nsp.on('connection', (socket) => this.welcome(socket));
    this.looking = setInterval(() => {
      for (const meetingId of this.followed.keys()) this.changed(meetingId);
    }, LOOK_MS).unref();
  }

  /** Something of a meeting changed: its readers are shown it soon. */
  changed(meetingId: string): void {
    this.followed
      .get(meetingId)
      ?.then((followed) => followed && this.soon(meetingId, followed))
      .catch(() => {});
  }

  stop(): void {
    this.stopped = true;
    clearInterval(this.looking);
    for (const meetingId of this.followed.keys()) this.forget(meetingId);
    this.nsp.disconnectSockets(true);
  }

  private welcome(socket: OpenSocket): void {
    const impatient = setTimeout(() => socket.disconnect(true), SAY_WITHIN_MS).unref();
    let said = false;
    socket.on('disconnect', () => {
      clearTimeout(impatient);
      // a page that stays may come back to the notes on the same connection
      this.connections.delete(socket.conn);
    });
    // one thing, once: whatever else comes is of no page of ours
    socket.use(([name, what, answer]: unknown[], next) => {
      const meetingId = (what as { meetingId?: unknown } | null | undefined)?.meetingId;
      if (said || name !== 'open:watch' || !isUuid(meetingId) || typeof answer !== 'function') return void socket.disconnect(true);
      said = true;
      clearTimeout(impatient);
      next();
    });
    socket.on('open:watch', ({ meetingId }, answer) => {
      this.watch(socket, meetingId)
        .catch((error: unknown): OpenWatchAnswer => {
          this.services.log.error('Open notes could not be read', { meeting: meetingId, error: String(error) });
          return { ok: false, reason: 'not-open' };
        })
        .then((told) => {
          answer(told);
          if (!told.ok) socket.disconnect(true);
        });
    });
  }

  private async watch(socket: OpenSocket, meetingId: string): Promise<OpenWatchAnswer> {
    if (this.nsp.sockets.size > MOST_READERS) return { ok: false, reason: 'too-many' };
    const followed = await this.follow(meetingId);
    if (!followed || this.stopped) return { ok: false, reason: 'not-open' };
    // in the turn in which they are answered: no change comes before, and none is missed
    await socket.join(roomOf(meetingId));
    return { ok: true, order: followed.sections.map(({ anchor }) => anchor), sections: followed.sections };
  }

  /** Reads a meeting once for however many come at the same moment. */
  private follow(meetingId: string): Promise<Followed | null> {
    const known = this.followed.get(meetingId);
    if (known) return known;
    const opening = this.open(meetingId);
    this.followed.set(meetingId, opening);
    opening.then(
      (followed) => followed ?? this.followed.delete(meetingId),
      () => this.followed.delete(meetingId),
    );
    return opening;
  }

  private async open(meetingId: string): Promise<Followed | null> {
    const notes = await readOpenNotes(this.services, { id: meetingId });
    if (!notes) return null;
    const said = new Map(notes.sections.map((section) => [section.anchor, JSON.stringify(section)]));
    return { sections: notes.sections, said, timer: null, again: false, running: false, cost: 0 };
  }

  private soon(meetingId: string, followed: Followed): void {
    if (followed.running) {
      followed.again = true;
      return;
    }
    if (followed.timer || this.stopped) return;
    const wait = Math.max(EVERY_MS, followed.cost * REST_PER_COST);
    followed.timer = setTimeout(() => void this.show(meetingId, followed), wait).unref();
  }

  private async show(meetingId: string, followed: Followed): Promise<void> {
    followed.timer = null;
    if (!this.nsp.adapter.rooms.has(roomOf(meetingId))) return this.forget(meetingId);
    followed.running = true;
    followed.again = false;
    const began = performance.now();
    try {
      const notes = await readOpenNotes(this.services, { id: meetingId });
      if (!notes) return this.close(meetingId);
      const change = changeOf(followed, notes.sections);
      if (change) this.nsp.to(roomOf(meetingId)).emit('open:notes', change);
    } catch (error) {
      this.services.log.error('Open notes could not be read; trying again', { meeting: meetingId, error: String(error) });
      followed.again = true;
    } finally {
      followed.cost = performance.now() - began;
      followed.running = false;
    }
    if (followed.again) this.soon(meetingId, followed);
  }

  private close(meetingId: string): void {
    this.nsp.to(roomOf(meetingId)).emit('open:closed');
    this.forget(meetingId);
    this.nsp.in(roomOf(meetingId)).disconnectSockets(true);
  }

  private forget(meetingId: string): void {
    const followed = this.followed.get(meetingId);
    this.followed.delete(meetingId);
    followed?.then((one) => one?.timer && clearTimeout(one.timer)).catch(() => {});
  }
}

const roomOf = (meetingId: string) => `open:${meetingId}`;

/** The sections that say something else than before, with the order of all; null: none does. Remembers them. */
function changeOf(followed: Followed, sections: MinutesSection[]): OpenSections | null {
  const said = new Map(sections.map((section) => [section.anchor, JSON.stringify(section)]));
  const changed = sections.filter(({ anchor }) => followed.said.get(anchor) !== said.get(anchor));
  const order = sections.map(({ anchor }) => anchor);
  const before = followed.sections.map(({ anchor }) => anchor).join();
  followed.sections = sections;
  followed.said = said;
  return changed.length > 0 || order.join() !== before ? { order, sections: changed } : null;
}

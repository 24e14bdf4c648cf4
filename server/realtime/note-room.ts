import { encodeParts } from '#app/model/notes-frames.ts';
import type { OpenedNotes, Refusal } from '#app/model/notes-protocol.ts';
import type { LogRow } from '#db/notes/log.ts';
import type { Logger } from '#server/logger.ts';
import { Compaction } from '#server/notes/compaction.ts';
import type { CheckedUpdate } from '#server/notes/gate.ts';
import type { NoteLog } from '#server/notes/note-log.ts';
import type { NoteStore, Unsaved } from '#server/notes/note-store.ts';
import type { RowNotice } from './bus-frames.ts';
import { Effort } from './effort.ts';
import type { Member, Sent } from './member.ts';
import { NoteIntake } from './note-intake.ts';
import { type PresenceWire, RoomPresence } from './room-presence.ts';
import { RoomUpkeep, type UpkeepParts } from './room-upkeep.ts';

/** What a room says to everybody in it. */
export interface RoomWire extends PresenceWire {
  batch(logId: number, frames: Uint8Array): void;
  closed(reason: Refusal): void;
  /** For the other processes: a snapshot took the place of rows. */
  compacted(): void;
}

interface Pending {
  author: number;
  n: number;
  update: CheckedUpdate;
}

export interface NoteRoomOptions extends Omit<UpkeepParts, 'log' | 'compaction'> {
  meetingId: string;
  log: NoteLog;
  store: NoteStore;
  wire: RoomWire;
  nextSeat(): number;
  logger: Logger;
}

const LONGEST_WINDOW_MS = 50;
/** A frame costs by the member: the more there are, the more keys have to share it. */
const WINDOW_MS_A_MEMBER = 0.4;
const SHADOW_QUIET_MS = 60_000;

/**
 * One meeting's notes while anybody has them open. What somebody types is judged, waits for the room's next commit (at once
 * in a quiet room; in a busy one up to four tenths of a millisecond a member, 50 at most), and goes to everybody, its author too,
 * in one frame when it is on disk.
 */
export class NoteRoom implements Unsaved {
  readonly meetingId: string;
  readonly presence: RoomPresence;
  readonly members = new Set<Member>();
  isClosed = false;
  private isLost = false;
  private readonly log: NoteLog;
  private readonly store: NoteStore;
  private readonly wire: RoomWire;
  private readonly upkeep: RoomUpkeep;
  private readonly logger: Logger;
  private pending: Pending[] = [];
  private inCommit: Pending[] = [];
  private flushTimer: NodeJS.Timeout | null = null;
  private lastFlush = 0;
  private readonly effort = new Effort();
  private refreshing: Promise<void> | null = null;
  /** Something changed since the sections were asked. */
  private sectionsAsked = false;
  private readonly intake: NoteIntake;
  private readonly quietTimer: NodeJS.Timeout;

  constructor({ meetingId, log, store, wire, nextSeat, logger, ...upkeep }: NoteRoomOptions) {
    this.meetingId = meetingId;
    this.log = log;
    this.store = store;
    this.wire = wire;
    this.logger = logger;
    this.presence = new RoomPresence(wire, nextSeat);
    this.intake = new NoteIntake({
      ...{ meetingId, log, store, logger },
      relay: (logId, frames) => {
        wire.batch(logId, frames);
        this.upkeep.afterRelaying();
      },
    });
    const compaction = new Compaction({
      ...{ meetingId, log, store, logger },
      on: { done: () => wire.compacted(), outdone: async () => this.intake.followSnapshot() },
    });
    this.upkeep = new RoomUpkeep({ log, compaction, ...upkeep });
    this.quietTimer = setTimeout(() => this.log.sleep(), SHADOW_QUIET_MS).unref();
  }

  get hasUnsaved(): boolean {
    return this.pending.length + this.inCommit.length > 0;
  }

  /** Lets somebody in; synchronous, so that no batch falls between what they are given and what they are then told. */
  join(member: Member): void {
    this.members.add(member);
    this.presence.show(member.person);
  }

  /** Everything on disk that whoever holds `stateVector` lacks. Their refusals are forgotten: they begin anew from it. */
  answer(member: Member, stateVector: Uint8Array | null, readOnly: 'read-only' | 'schema-too-old' | null): OpenedNotes {
    member.mustReopen = false;
    const { seat, author, canWrite } = member;
    return { ok: true, seat, author, canWrite, readOnly, ...this.log.since(stateVector), ...this.presence.everybody() };
  }

  leave(member: Member): void {
    if (!this.members.delete(member)) return;
    this.presence.leave(member.seat);
  }

  setRights(member: Member, canWrite: boolean): void {
    member.canWrite = canWrite;
    this.presence.show(member.person);
  }

  receive(member: Member, n: number, bytes: Uint8Array): void {
    if (member.mustReopen || !this.members.has(member) || member.keptForLater({ n, bytes })) return;
    const reason = this.judge(member, n, bytes);
    // another process may have added it, or opened it again
    if (reason === 'section-unknown' || reason === 'section-locked')
      void this.judgeAgain(member, { n, bytes }, () => this.refreshSections());
    // another process may have stored what it builds upon
    else if (reason === 'gap') void this.judgeAgain(member, { n, bytes }, () => this.intake.catchUp());
    else if (reason) member.refuse(n, reason);
  }

  /** What the member sends is taken again, what waited for an answer first; see Member.hold. */
  release(member: Member): void {
    for (const { n, bytes } of member.answered()) this.receive(member, n, bytes);
  }

  /** The agenda or a lock changed: asks anew which sections there are; what arrives meanwhile waits. Done once for several who ask. */
  refreshSections(): Promise<void> {
    this.sectionsAsked = true;
    this.refreshing ??= this.askSections();
    return this.refreshing;
  }

  private async askSections(): Promise<void> {
    const held = [...this.members];
    for (const member of held) member.hold();
    try {
      // asked again when something changed meanwhile: an answer may be older than what it crosses
      while (this.sectionsAsked) {
        this.sectionsAsked = false;
        const { all, locked } = await this.store.sectionsOf(this.meetingId);
        this.log.setSections(all, locked);
      }
    } catch (error) {
      // what cannot be asked is not granted: the next that is written asks again
      this.sectionsAsked = true;
      throw error;
    } finally {
      // before what waited is judged, which may ask again
      this.refreshing = null;
      for (const member of held) this.release(member);
    }
    this.upkeep.afterAgenda();
  }

  /** Something was written by other means, or may have been: reads what of the log is not here yet, and tells everybody. */
  async catchUp(): Promise<void> {
    await this.intake.catchUp();
    this.quietTimer.refresh();
    this.upkeep.afterReading();
  }

  /** The same where nobody waits for it. */
  catchUpLater(): void {
    this.intake.catchUpLater();
    this.refreshSections().catch((error: unknown) =>
      this.logger.error('The agenda could not be read', { meeting: this.meetingId, error: String(error) }),
    );
  }

  /** A row that another process stored; its records are written there. */
  takeIn(row: RowNotice): void {
    this.quietTimer.refresh();
    this.intake.take(row);
  }

  /** Another process put a snapshot in the place of rows. */
  followSnapshot(): void {
    this.intake.followSnapshot();
  }

  /** Whether somebody holds what is not here, and may be in the log. */
  isBehind(stateVector: Uint8Array): boolean {
    return this.log.lacks(stateVector);
  }

  // ── what the store calls ──────────────────────────────────────────────────────────────────────────────────

  take() {
    if (this.inCommit.length > 0 || this.pending.length === 0) return null;
    this.lastFlush = performance.now();
    this.inCommit = this.pending;
    this.pending = [];
    const body = encodeParts(this.inCommit.map(({ author, n, update }) => ({ author, n, update: update.bytes })));
    const clients = this.inCommit.flatMap(({ author, update }) => update.newClients.map((clientId) => ({ clientId, author })));
    return { body, clients };
  }

  saved(row: LogRow): void {
    this.log.saved(
      row,
      this.inCommit.map(({ update }) => update),
    );
    this.inCommit = [];
    this.wire.batch(row.id, row.body);
    // what came meanwhile, unless it still waits for company
    if (this.pending.length > 0 && !this.flushTimer) this.store.save(this);
    this.upkeep.afterSaving();
  }

  lost(): void {
    this.isLost = true;
    this.upkeep.stop();
    this.inCommit = [];
    this.pending = [];
    this.wire.closed('meeting-closed');
    for (const member of this.members) this.leave(member);
  }

  // ── closing ───────────────────────────────────────────────────────────────────────────────────────────────

  /** Asks for everything to be saved now; see NoteStore.drain. */
  flush(): void {
    if (this.pending.length > 0) this.store.save(this);
  }

  /** Tidies up after the last person: lost words put back, records as the notes say, one snapshot instead of rows. */
  async settle(): Promise<void> {
    if (this.isLost) return;
    await this.upkeep.finish(() => this.catchUp());
  }

  stop(): void {
    this.isClosed = true;
    this.presence.stop();
    this.intake.stop();
    this.upkeep.stop();
    clearTimeout(this.quietTimer);
    if (this.flushTimer) clearTimeout(this.flushTimer);
  }

  private judge(member: Member, n: number, bytes: Uint8Array): Refusal | null {
    if (!member.canWrite) return 'read-only';
    if (this.sectionsAsked) return 'section-unknown';
    const judged = this.effort.judge(member.author, () => this.log.accept(bytes, member.author));
    if (!judged) return 'too-fast';
    if (!judged.ok) return judged.reason;
    this.quietTimer.refresh();
    this.pending.push({ author: member.author, n, update: judged.update });
    this.flushSoon();
    return null;
  }

  private async judgeAgain(member: Member, { n, bytes }: Sent, ask: () => Promise<void>): Promise<void> {
    member.hold();
    try {
      await ask();
      // changed meanwhile, or not answered: what is not known of the sections is nobody's fault
      while (this.refreshing !== null || this.sectionsAsked) await (this.refreshing ?? this.refreshSections());
      const reason = this.judge(member, n, bytes);
      if (reason) member.refuse(n, reason);
    } catch (error) {
      this.logger.error('An update could not be judged', { meeting: this.meetingId, error: String(error) });
      member.refuse(n, 'too-fast');
    } finally {
      this.release(member);
    }
  }

  private flushSoon(): void {
    if (this.flushTimer) return;
    const window = Math.min(LONGEST_WINDOW_MS, this.members.size * WINDOW_MS_A_MEMBER);
    if (window < 1 || performance.now() > this.lastFlush + window) {
      this.store.save(this);
      return;
    }
    // From the first key and not from the last frame: nobody waits longer for it, and more keys travel together.
    this.flushTimer = setTimeout(() => {
      this.flushTimer = null;
      this.store.save(this);
    }, window);
  }
}

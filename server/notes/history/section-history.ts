import { lockNotes } from '#db/notes/log.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import type { NoteLog } from '../note-log.ts';
import { keepVersions, sectionsToKeep } from './keep-versions.ts';

/** How long a meeting's notes rest before a version of what changed is kept, and how often while they never rest. */
export const REST_MS = 30_000;
export const BUSY_MS = 300_000;

type HistoryServices = Pick<Services, 'db' | 'clock' | 'log'>;

/**
 * Keeps the history of one open meeting, in the process that takes what people type, beside and never before the saving of
 * it. Two processes with the same meeting open keep no version twice: the second finds that nothing changed.
 */
export class SectionHistory {
  private readonly services: HistoryServices;
  private readonly meetingId: string;
  private readonly notes: NoteLog;
  private rest: NodeJS.Timeout | null = null;
  private busy: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(services: HistoryServices, meetingId: string, notes: NoteLog) {
    this.services = services;
    this.meetingId = meetingId;
    this.notes = notes;
  }

  /** Something was written. Called for every commit: it does no more than put off a timer. */
  soon(): void {
    if (this.stopped) return;
    if (this.rest) this.rest.refresh();
    else this.rest = setTimeout(() => this.run(), REST_MS).unref();
    this.busy ??= setTimeout(() => this.run('busy'), BUSY_MS).unref();
  }

  /** Does at once what is due, and waits for it. */
  async finish(): Promise<void> {
    if (this.rest) this.run();
    await this.running;
  }

  stop(): void {
    this.stopped = true;
    this.clear();
  }

  private run(why: 'rest' | 'busy' = 'rest'): void {
    this.clear();
    this.running = this.running
      .then(() => this.keep(why))
      .catch((error: unknown) => {
        this.services.log.error('A version of the notes could not be kept; trying again', {
          meeting: this.meetingId,
          error: String(error),
        });
        this.soon();
      });
  }

  private async keep(why: 'rest' | 'busy'): Promise<void> {
    const { db, clock } = this.services;
    const writers = this.notes.writers.take();
    const sections = sectionsToKeep(this.notes.document().doc, this.notes.sections, writers);
    const at = clock.now();
    // another process that is as busy kept one a moment ago
    const unlessSince = why === 'busy' ? { unlessSince: at.subtract({ milliseconds: BUSY_MS / 2 }) } : {};
    try {
      await inTransaction(db, async (trx) => {
        await lockNotes(trx, this.meetingId);
        await keepVersions(trx, this.meetingId, sections, { reason: 'pause', at, ...unlessSince });
      });
    } catch (error) {
      this.notes.writers.giveBack(writers);
      throw error;
    }
  }

  private clear(): void {
    if (this.rest) clearTimeout(this.rest);
    if (this.busy) clearTimeout(this.busy);
    this.rest = null;
    this.busy = null;
  }
}

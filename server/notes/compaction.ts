import type { Logger } from '#server/logger.ts';
import type { NoteLog } from './note-log.ts';
import type { NoteStore } from './note-store.ts';

const AFTER_PARTS = 5000;

export interface CompactionEvents {
  done(): void;
  /** Another process did it before: what it wrote is to be read. */
  outdone(): Promise<void>;
}

export interface CompactionOptions {
  meetingId: string;
  log: NoteLog;
  store: NoteStore;
  logger: Logger;
  on: CompactionEvents;
}

/**
 * Puts one snapshot in place of the rows of a meeting's log: after five thousand updates, and when the last person left.
 * What was deleted is gone with it. It needs no thread of its own: the document that judges what people type (shadow.ts) is
 * there already, and encoding it takes some milliseconds.
 */
export class Compaction {
  private readonly meetingId: string;
  private readonly log: NoteLog;
  private readonly store: NoteStore;
  private readonly logger: Logger;
  private readonly on: CompactionEvents;
  private dueAt = AFTER_PARTS;
  private running: Promise<void> | null = null;

  constructor({ meetingId, log, store, logger, on }: CompactionOptions) {
    this.meetingId = meetingId;
    this.log = log;
    this.store = store;
    this.logger = logger;
    this.on = on;
  }

  get isDue(): boolean {
    return this.log.parts >= this.dueAt;
  }

  whenDue(): void {
    if (this.isDue) void this.run();
  }

  /** Resolves when it is done or failed; a failure is told to the operator, and costs nothing but time at the next opening. */
  run(): Promise<void> {
    this.running ??= this.writeSnapshot()
      .catch((error: unknown) => this.logger.error('The notes could not be compacted', { meeting: this.meetingId, error: String(error) }))
      .finally(() => {
        this.running = null;
        this.dueAt = this.log.parts + AFTER_PARTS;
      });
    return this.running;
  }

  private async writeSnapshot(): Promise<void> {
    const snapshot = this.log.snapshot();
    if (!snapshot) return;
    if (!(await this.store.keepSnapshot(this.meetingId, snapshot))) return this.on.outdone();
    this.log.compacted(snapshot);
    this.on.done();
  }
}

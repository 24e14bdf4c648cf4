import type { Services } from '#server/services.ts';
import type { NoteLog } from './note-log.ts';
import { projectRecords } from './project-records.ts';

const AFTER_MS = 250;

/** Keeps the records of one open meeting as its notes say: a quarter of a second after what touched them, one run at a time. */
export class RecordProjection {
  private readonly services: Pick<Services, 'db' | 'live' | 'log'>;
  private readonly meetingId: string;
  private readonly log: NoteLog;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(services: Pick<Services, 'db' | 'live' | 'log'>, meetingId: string, log: NoteLog) {
    this.services = services;
    this.meetingId = meetingId;
    this.log = log;
  }

  soon(): void {
    this.timer ??= setTimeout(() => this.run(), AFTER_MS);
  }

  /** Does at once what is due, and waits for it. */
  async finish(): Promise<void> {
    if (this.timer) this.run();
    await this.running;
  }

  stop(): void {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
  }

  private run(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.running = this.running
      .then(() => this.project())
      .catch((error: unknown) => {
        this.services.log.error('The records of the notes could not be written; trying again', {
          meeting: this.meetingId,
          error: String(error),
        });
        if (!this.stopped) this.soon();
      });
  }

  private async project(): Promise<void> {
    const { db, live } = this.services;
    const document = this.log.document();
    document.recordsTouched = false;
    if (await projectRecords(db, this.meetingId, document.doc, this.log.sections)) live.changed(this.meetingId, 'records');
  }
}

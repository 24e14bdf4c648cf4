import type { Services } from '#server/services.ts';
import type { NoteLog } from './note-log.ts';
import { rescueWords } from './rescue-words.ts';

/** Time for what else somebody is typing into a block that is gone to arrive, so that it comes back in one piece. */
const AFTER_MS = 400;
/** Reading a long meeting's log takes some ten milliseconds: never more often than this, whoever wants it. */
const BETWEEN_MS = 2000;

/** Has lost words of one open meeting put back (rescue-words.ts), one run at a time. */
export class WordRescue {
  private readonly services: Pick<Services, 'db' | 'live' | 'log'>;
  private readonly meetingId: string;
  private readonly log: NoteLog;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> = Promise.resolve();
  private isRunning = false;
  private putBack = 0;
  private lastRun = Number.NEGATIVE_INFINITY;
  private stopped = false;

  constructor(services: Pick<Services, 'db' | 'live' | 'log'>, meetingId: string, log: NoteLog) {
    this.services = services;
    this.meetingId = meetingId;
    this.log = log;
  }

  /** Whether there may be words to put back; a compaction would lose them for good. */
  get isPending(): boolean {
    return this.log.wordsLost || this.isRunning;
  }

  /** Call when what was accepted is on disk. */
  whenDue(): void {
    if (!this.log.wordsLost || this.stopped) return;
    const wait = Math.max(AFTER_MS, this.lastRun + BETWEEN_MS - performance.now());
    this.timer ??= setTimeout(() => this.run(), wait);
  }

  /** Does at once what is due, and waits for it; answers whether anything was written. */
  async finish(): Promise<boolean> {
    const before = this.putBack;
    if (this.log.wordsLost) this.run();
    await this.running;
    return this.putBack > before;
  }

  stop(): void {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
  }

  private run(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.log.wordsLost = false;
    this.isRunning = true;
    this.lastRun = performance.now();
    this.running = this.running
      .then(async () => {
        const { putBack, more } = await rescueWords(this.services, this.meetingId);
        this.putBack += putBack;
        this.log.wordsLost ||= more;
      })
      .catch((error: unknown) => {
        this.log.wordsLost = true;
        this.services.log.error('Words that a colleague’s change took away could not be put back; trying again', {
          meeting: this.meetingId,
          error: String(error),
        });
      })
      .finally(() => {
        this.isRunning = false;
        this.whenDue();
      });
  }
}

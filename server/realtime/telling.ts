import type { Logger } from '#server/logger.ts';

interface Told {
  notices: string[];
  /** Whether a failure is worth another attempt: what somebody shows is soon out of date. */
  lasting: boolean;
  done?: (() => void) | undefined;
}

const RETRY_MS = [50, 200, 1000, 2000];
/** What the others lack beyond this, they ask of the database when they hear of us again. */
const MOST_WAITING = 10_000;

/** Sends notices in the order in which they were told, one statement at a time with all that came meanwhile. */
export class Telling {
  private readonly send: (notices: string[]) => Promise<void>;
  private readonly log: Logger;
  private waiting: Told[] = [];
  private working: Promise<void> | null = null;
  private stopped = false;

  constructor(send: (notices: string[]) => Promise<void>, log: Logger) {
    this.send = send;
    this.log = log;
  }

  tell(notices: string[], done?: () => void): void {
    this.add({ notices, lasting: true, done });
  }

  show(notices: string[]): void {
    if (notices.length > 0) this.add({ notices, lasting: false });
  }

  /** Resolves when all is sent, or after so many milliseconds; nothing is tried again after that. */
  async finish(milliseconds: number): Promise<void> {
    const timer = setTimeout(() => {
      this.stopped = true;
    }, milliseconds);
    await Promise.race([this.working, after(milliseconds)]);
    clearTimeout(timer);
    this.stopped = true;
  }

  private add(told: Told): void {
    if (this.stopped || this.waiting.length >= MOST_WAITING) return;
    this.waiting.push(told);
    this.working ??= this.work().finally(() => {
      this.working = null;
    });
  }

  private async work(): Promise<void> {
    // whatever is told in this turn of the event loop goes in one statement
    await Promise.resolve();
    for (let failures = 0; this.waiting.length > 0 && !this.stopped; ) {
      const now = this.waiting;
      this.waiting = [];
      try {
        await this.send(now.flatMap(({ notices }) => notices));
        for (const { done } of now) done?.();
        failures = 0;
      } catch (error) {
        if (failures === 0) this.log.error('Other servers of this database could not be told; trying again', { error: String(error) });
        this.waiting = [...now.filter(({ lasting }) => lasting), ...this.waiting];
        await after(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 0);
        failures += 1;
      }
    }
  }
}

function after(milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, milliseconds);
  return promise;
}

/** The server's time in the page, counted on from the last moment that the server named: the device's own clock may be wrong. */
export class ServerClock {
  /** Milliseconds since 1970, as of the last tick: what shows the time shows the same time. */
  value: number;
  /** What the server rendered with. */
  readonly initial: number;
  private named: { at: number; heard: number };
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setInterval> | null = null;

  constructor(now: string) {
    this.initial = Date.parse(now);
    this.value = this.initial;
    // not performance.now(): on some systems it stands still while the device sleeps
    this.named = { at: this.initial, heard: Date.now() };
  }

  /** The server named its time (ISO instant), just now. */
  adjust(now: string): void {
    this.named = { at: Date.parse(now), heard: Date.now() };
    this.tick();
  }

  /** @returns how to stop listening. */
  readonly watch = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    this.timer ??= setInterval(() => this.tick(), TICK_MS);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0 || this.timer === null) return;
      clearInterval(this.timer);
      this.timer = null;
    };
  };

  private tick(): void {
    this.value = this.named.at + Math.max(0, Date.now() - this.named.heard);
    for (const listener of [...this.listeners]) listener();
  }
}

/** Twice a second, so that no second is left out. */
const TICK_MS = 500;

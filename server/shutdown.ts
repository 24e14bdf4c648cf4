import type { Logger } from './logger.ts';

interface Step {
  name: string;
  stop: () => Promise<void> | void;
}

// Ctrl+C reaches this process from the terminal and once more from npm; a second one counts only after this
const SAME_PRESS_MS = 1000;

/** What was started, stopped in reverse order: sockets before jobs before the pool before the database. */
export class Shutdown {
  readonly #steps: Step[] = [];
  #log: Logger;
  #running: Promise<void> | undefined;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Call right after starting something. */
  add(name: string, stop: Step['stop']): void {
    this.#steps.push({ name, stop });
  }

  /** Stops everything, once; a step that fails does not keep the others from stopping. */
  run(): Promise<void> {
    this.#running ??= this.#stopAll();
    return this.#running;
  }

  async #stopAll(): Promise<void> {
    for (const { name, stop } of this.#steps.toReversed()) {
      this.#log.debug('stopping', { part: name });
      try {
        await stop();
      } catch (error) {
        this.#log.error('could not stop cleanly', { part: name, error: String(error) });
      }
    }
  }

  /** A fault that nobody caught: it is told, what is open is saved, and the process ends, for a supervisor to start it again. */
  onFaults(): void {
    process.on('uncaughtException', (error) => {
      this.#log.error('a fault that nobody caught', { error: error.stack ?? String(error) });
      void this.run().then(() => process.exit(1));
    });
  }

  /** Ends the process on SIGINT and SIGTERM: cleanly with 0, or at once when asked a second time. */
  onSignals(): void {
    let firstAt: number | undefined;
    const onSignal = () => {
      const now = performance.now();
      if (firstAt === undefined) {
        firstAt = now;
        void this.run().then(() => process.exit(0));
      } else if (now - firstAt > SAME_PRESS_MS) process.exit(130);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  }
}

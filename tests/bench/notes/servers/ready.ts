import { answerCalls } from '../remote.ts';

/** What a server process tells of itself. */
export class Usage {
  /** Milliseconds of processor so far, all threads. */
  cpu(): number {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }

  /** Bytes after all garbage was collected. */
  async memory(): Promise<{ rss: number; used: number }> {
    for (let turn = 0; turn < 3; turn += 1) {
      globalThis.gc?.();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { rss, heapUsed, external } = process.memoryUsage();
    return { rss, used: heapUsed + external };
  }
}

/** Answers the bench, and leaves in a way that lets a profile be written. */
export function answerBench(): void {
  answerCalls(new Usage());
  process.on('SIGTERM', () => process.exit(0));
}

/** The line that the bench waits for. */
export function ready(port: number): void {
  process.stdout.write(`READY http://127.0.0.1:${port}\n`);
}

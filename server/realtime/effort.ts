/** Milliseconds of judging that one person may cause at once, and each second from then on. */
const BURST_MS = 1000;
const MS_A_SECOND = 100;

/**
 * How long this process was busy judging what each person sent: bytes and numbers of updates say little of it. 7 kB that
 * are placed across six thousand paragraphs take as long as ten thousand keys. What costs more than its author has left is
 * still judged to its end, and paid for afterwards, so that nothing honest is ever refused for being long.
 */
export class Effort {
  private readonly spent = new Map<number, { ms: number; at: number }>();

  /** Does the work for somebody, or not (null) while they are in debt. */
  judge<T>(author: number, work: () => T): T | null {
    const start = performance.now();
    const { ms, at } = this.spent.get(author) ?? { ms: 0, at: start };
    const owed = Math.max(0, ms - ((start - at) * MS_A_SECOND) / 1000);
    if (owed >= BURST_MS) return null;
    const answer = work();
    const end = performance.now();
    this.spent.set(author, { ms: owed + end - start, at: end });
    return answer;
  }
}

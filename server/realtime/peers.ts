/** The other processes that serve the same database, by when they were last heard. */
export class Peers {
  private readonly lastHeard = new Map<string, number>();
  private readonly beatMs: number;
  private lastLook = performance.now();

  /** `beatMs`: how often each gives a sign of life, and how often `silent` is asked. */
  constructor(beatMs: number) {
    this.beatMs = beatMs;
  }

  get count(): number {
    return this.lastHeard.size;
  }

  /** Answers whether it was known. */
  heard(sender: string): boolean {
    const known = this.lastHeard.has(sender);
    this.lastHeard.set(sender, performance.now());
    return known;
  }

  forget(sender: string): void {
    this.lastHeard.delete(sender);
  }

  /** Nobody could be heard until now. */
  excuse(): void {
    for (const sender of this.lastHeard.keys()) this.lastHeard.set(sender, performance.now());
  }

  /** Those that gave no sign of life for three beats and more; they are forgotten. */
  silent(): string[] {
    const now = performance.now();
    const late = now - this.lastLook > 2 * this.beatMs;
    this.lastLook = now;
    // this process was busy or stopped: what it did not take note of may wait in its connection
    if (late) this.excuse();
    const silent = [...this.lastHeard].filter(([, heard]) => now - heard > 3.5 * this.beatMs).map(([sender]) => sender);
    for (const sender of silent) this.lastHeard.delete(sender);
    return silent;
  }
}

/**
 * Allows `burst` at once and `perSecond` in the long run. It looks at the clock only when it is empty: that is asked of every
 * key, and asking the time costs more than all the rest of it. Whoever was slow until then may have two bursts, no more.
 */
export class TokenBucket {
  private readonly burst: number;
  private readonly perSecond: number;
  private tokens: number;
  private at = performance.now();

  constructor({ burst, perSecond }: { burst: number; perSecond: number }) {
    this.burst = burst;
    this.perSecond = perSecond;
    this.tokens = burst;
  }

  /** Takes `cost` if there is as much; answers whether there was. */
  take(cost = 1): boolean {
    if (this.tokens < cost) this.refill();
    if (this.tokens < cost) return false;
    this.tokens -= cost;
    return true;
  }

  private refill(): void {
    const now = performance.now();
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.at) / 1000) * this.perSecond);
    this.at = now;
  }
}

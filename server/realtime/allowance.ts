import { MAX_UPDATE_BYTES } from '#app/model/notes.ts';
import { TokenBucket } from './token-bucket.ts';

/**
 * What one socket may send: generous for a person, tight for a program. The bursts of updates are what a device sends that
 * was offline for an hour; a page gathers the keys of one frame, so that nobody types sixty updates a second.
 */
export class Allowance {
  private readonly updates = new TokenBucket({ burst: 3000, perSecond: 60 });
  private readonly bytes = new TokenBucket({ burst: 16 * MAX_UPDATE_BYTES, perSecond: MAX_UPDATE_BYTES / 2 });
  private readonly states = new TokenBucket({ burst: 40, perSecond: 20 });
  private readonly asked = new TokenBucket({ burst: 30, perSecond: 2 });
  private readonly faults = new TokenBucket({ burst: 10, perSecond: 0.1 });

  update(bytes: number): boolean {
    return this.updates.take() && this.bytes.take(bytes);
  }
  presence(): boolean {
    return this.states.take();
  }
  /** What has to be asked of the database. */
  question(): boolean {
    return this.asked.take();
  }
  /** What no page of ours sends. */
  fault(): boolean {
    return this.faults.take();
  }
}

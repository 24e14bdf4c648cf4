import { randomInt } from 'node:crypto';

// 2020-01-01T00:00:00Z, in milliseconds: with it, ids stay exact as JavaScript numbers until 2089
const EPOCH = 1_577_836_800_000;
const NODES = 16;
const IDS_A_MILLISECOND = 4096;
const node = randomInt(NODES);
let last = 0;

/**
 * Id of a row of the notes' log: milliseconds, a counter, and a number of this process, so that an append needs no answer
 * and two processes rarely make the same one (the store then takes another). Rises within a process, whatever the clock does.
 */
export function nextLogId(): number {
  last = Math.max(last + NODES, (Temporal.Now.instant().epochMilliseconds - EPOCH) * IDS_A_MILLISECOND + node);
  return last;
}

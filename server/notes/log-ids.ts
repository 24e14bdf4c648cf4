import { randomInt } from 'node:crypto';

// 2020-01-01T00:00:00Z, in milliseconds: with it, ids stay exact as JavaScript numbers until 2089
const EPOCH = 1_577_836_800_000;
const NODES = 256;
const IDS_A_MILLISECOND = 4096;
let node = randomInt(NODES);
let last = 0;

/**
 * Id of a row of the notes' log: milliseconds, a counter, and a number of this process, so that an append needs no answer
 * and two processes rarely make the same one (the store then takes another). Rises within a process, whatever the clock does.
 */
export function nextLogId(): number {
  const now = (Temporal.Now.instant().epochMilliseconds - EPOCH) * IDS_A_MILLISECOND;
  const next = Math.max(last + 1, now);
  // the next number that is this process's
  last = next + ((((node - next) % NODES) + NODES) % NODES);
  return last;
}

/**
 * A row is here that another process stored: what is stored from now on may build upon it, and is given a higher id, whatever
 * the clocks of the two machines say. So the order of ids is one in which a log can be applied.
 */
export function rememberLogId(id: number): void {
  last = Math.max(last, id);
}

/** Another process took an id of ours: it drew the same number, and would again in each millisecond. */
export function changeNode(): void {
  node = randomInt(NODES);
}

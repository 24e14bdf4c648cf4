export type Random = (below: number) => number;

/** Whole numbers from 0 to below `below` (mulberry32): the same everywhere for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** FUZZ_SEED, or another one every time; printed in the test's title, so that a failure can be had again. */
export const SEED = Number(process.env.FUZZ_SEED ?? Temporal.Now.instant().epochMilliseconds % 2 ** 31);

export function oneOf<T>(list: readonly T[], random: Random): T {
  if (list.length === 0) throw new Error('There is nothing to choose from.');
  return list[random(list.length)] as T;
}

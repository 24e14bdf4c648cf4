import type { When } from '#app/model/when.ts';

export interface SeededRandom {
  /** An integer in [from, to]. */
  int(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
}

/** The same draws for the same seed (mulberry32). */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return { int, pick: (from) => from[int(0, from.length - 1)] as (typeof from)[number] };
}

/** A date of any kind that the product takes. */
export function randomWhen(random: SeededRandom): When {
  const toConfirm = random.int(0, 3) === 0;
  const day = Temporal.PlainDate.from('1900-01-02').add({ days: random.int(0, 109_000) });
  switch (random.pick(['time', 'day', 'span', 'month', 'year', 'unknown'] as const)) {
    case 'time': {
      const start = day.toPlainDateTime({ hour: random.int(0, 23), minute: random.int(0, 59) });
      const end = start.add({ minutes: random.int(1, 3000) });
      return { kind: 'time', start: start.toString({ smallestUnit: 'minute' }), end: end.toString({ smallestUnit: 'minute' }), toConfirm };
    }
    case 'day':
      return { kind: 'day', day: day.toString(), toConfirm };
    case 'span':
      return { kind: 'span', from: day.toString(), to: day.add({ days: random.int(1, 365) }).toString(), toConfirm };
    case 'month':
      return { kind: 'month', month: day.toPlainYearMonth().toString(), toConfirm };
    case 'year':
      return { kind: 'year', year: String(day.year), toConfirm };
    case 'unknown':
      return { kind: 'unknown', toConfirm: true };
  }
}

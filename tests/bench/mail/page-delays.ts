import type { Pool } from 'pg';

const EVERY_MS = 10;

/** What a reader waits for something small from the database, asked every 10 ms while `work` runs until it calls `done`; in milliseconds. */
export async function pageDelays(pool: Pool, work: (done: () => void) => Promise<void>): Promise<{ median: number; p95: number }> {
  const waits: Promise<number>[] = [];
  const ask = async () => {
    const start = performance.now();
    await pool.query('select id, title from meetings order by id limit 20');
    return performance.now() - start;
  };
  // a reader asks when they ask, however long the one before waits: what holds the process up counts for all who come meanwhile
  let due = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    for (; due <= now; due += EVERY_MS) {
      const late = now - due;
      waits.push(ask().then((wait) => wait + late));
    }
  }, EVERY_MS);
  await work(() => clearInterval(timer));
  const sorted = (await Promise.all(waits)).toSorted((one, other) => one - other);
  return { median: at(sorted, 0.5), p95: at(sorted, 0.95) };
}

const at = (sorted: readonly number[], part: number) => sorted[Math.floor(sorted.length * part)] ?? 0;

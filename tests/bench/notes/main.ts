import { compareColdOpening } from './cold.ts';
import { compareJoining } from './joining.ts';
import { compareKills } from './kills.ts';
import { compareMemory } from './memory.ts';
import { compareNodes } from './nodes.ts';
import { type Comparison, print } from './report.ts';
import { compareTraffic, TRAFFIC } from './traffic.ts';
import { openWorld, type World } from './world.ts';

// BENCH_LONG=1 measures longer; BENCH_ONLY=A,D takes some of the scenarios; BENCH_ROUNDS and BENCH_SECONDS set their own.
// BENCH_SERVERS and BENCH_PROFILE (targets.ts, processes.ts) are for looking for what costs.
const { BENCH_LONG, BENCH_ONLY, BENCH_ROUNDS, BENCH_SECONDS } = process.env;
const isLong = BENCH_LONG === '1';
const rounds = Number(BENCH_ROUNDS ?? (isLong ? 5 : 3));
const seconds = Number(BENCH_SECONDS ?? (isLong ? 10 : 2));
const traffic = { rounds, seconds, warmSeconds: isLong ? 3 : 1 };
const updates = 50_000;

const scenarios: Record<string, (world: World) => Promise<Comparison>> = {
  ...Object.fromEntries(TRAFFIC.map((scenario) => [scenario.letter, (world: World) => compareTraffic(world, scenario, traffic)])),
  D: (world) => compareColdOpening(world, { rounds: isLong ? rounds : 1, updates }),
  E: (world) => compareMemory(world, { documents: isLong ? 120 : 60, updates }),
  G: (world) => compareKills(world, { kills: isLong ? 20 : 3, longest: isLong ? 14_000 : 4000 }),
  N: (world) => compareNodes(world, { ...traffic, rounds: isLong ? rounds : 1 }),
  S: (world) => compareJoining(world, { rounds: isLong ? rounds : 1, joiners: 150, updates }),
};

export async function run(): Promise<void> {
  const start = performance.now();
  const world = await openWorld();
  try {
    for (const [letter, compare] of Object.entries(scenarios)) {
      if (!BENCH_ONLY || BENCH_ONLY.split(',').includes(letter)) print(await compare(world));
    }
  } finally {
    await world.close();
  }
  console.log(`\n${rounds} rounds of ${seconds} s each; ${Math.round((performance.now() - start) / 1000)} s in all`);
}

import { setTimeout } from 'node:timers/promises';
import type { Traffic } from './load.ts';
import { cpuOfDatabase, startPeople } from './processes.ts';
import { type Comparison, summary } from './report.ts';
import { gatheringRelay, HOCUSPOCUS, measurable, OURS, RAW, type Serving, serve, type Target, waiting, Y_WEBSOCKET } from './targets.ts';
import { median } from './units.ts';
import type { World } from './world.ts';

export interface TrafficScenario {
  letter: string;
  title: string;
  meetings: number;
  writers: number;
  readers: number;
  targets: Target[];
  /** Of the notes of the design, on their machine. */
  goal: string;
}

const both = (window: number) => [OURS, HOCUSPOCUS, waiting(HOCUSPOCUS, window), Y_WEBSOCKET, RAW, gatheringRelay(window)];

export const TRAFFIC: TrafficScenario[] = [
  { letter: 'A', title: '50 people write in one meeting', meetings: 1, writers: 50, readers: 0, targets: both(20), goal: 'CPU ≤ 5.5' },
  { letter: 'B', title: '10 write, 500 read', meetings: 1, writers: 10, readers: 500, targets: both(50), goal: 'CPU ≤ 4.0' },
  {
    ...{ letter: 'C', title: '200 meetings of 5, one writes in each', meetings: 200, writers: 1, readers: 4 },
    ...{ targets: [OURS, HOCUSPOCUS, Y_WEBSOCKET, RAW], goal: 'CPU ≤ 40' },
  },
];

export const KEYS_PER_SECOND = 5;
const WARM_KEYS_PER_SECOND = 20;

export interface TrafficOptions {
  rounds: number;
  seconds: number;
  warmSeconds: number;
}

export interface Round extends Traffic {
  cpu: number;
  database: number;
}

/** Every server in turn, round after round; each round in new meetings, on servers that stay up. */
export async function compareTraffic(world: World, scenario: TrafficScenario, options: TrafficOptions): Promise<Comparison> {
  const people = await startPeople();
  const servers: Serving[] = [];
  const targets = await measurable(scenario.targets);
  const rounds = new Map<Target, Round[]>(targets.map((target) => [target, []]));
  try {
    for (const target of targets) servers.push(await serve(world, target));
    for (let round = 0; round < options.rounds; round += 1) {
      // the other way round every second time, so that nobody always comes after the same neighbour
      for (const server of round % 2 === 0 ? servers : servers.toReversed()) {
        rounds.get(server.target)?.push(await oneRound(world, scenario, [server], people.calls, options));
      }
    }
  } finally {
    await Promise.all([people, ...servers].map((each) => each.stop()));
  }
  return summary(
    scenario,
    [...rounds].map(([target, list]) => ({ target, ...middle(list) })),
  );
}

/** One round of typing on a server, or on several processes of one. */
export async function oneRound(
  world: World,
  { meetings, writers, readers }: TrafficScenario,
  servers: Serving[],
  people: Awaited<ReturnType<typeof startPeople>>['calls'],
  { seconds, warmSeconds }: TrafficOptions,
): Promise<Round> {
  const rooms = await world.rooms(meetings, { writers, readers });
  const kind = servers[0]?.target.kind ?? 'raw';
  const cpuOf = async () => (await Promise.all(servers.map(({ calls }) => calls.cpu()))).reduce((sum, cpu) => sum + cpu, 0);
  await people.open({ kind, urls: servers.map(({ url }) => url), rooms });
  // code is compiled as it is on a server that has been up for a while, though nobody waits for that long here
  await people.type(WARM_KEYS_PER_SECOND);
  await setTimeout(warmSeconds * 1000);
  await people.type(KEYS_PER_SECOND);
  await setTimeout(500);
  const before = { cpu: await cpuOf(), database: cpuOfDatabase(world.folder) };
  await people.measure(seconds);
  const cpu = (await cpuOf()) - before.cpu;
  const database = cpuOfDatabase(world.folder) - before.database;
  const traffic = await people.finish();
  const thousand = traffic.deliveries / 1000;
  return { ...traffic, cpu: cpu / thousand, database: database / thousand, bytes: traffic.bytes / traffic.deliveries };
}

/** Each figure's median; divergence is never averaged away. */
export function middle(rounds: Round[]): Round {
  const of = (figure: (round: Round) => number) => median(rounds.map(figure));
  const worst = (figure: (round: Round) => number) => Math.max(...rounds.map(figure));
  return {
    ...{ cpu: of((round) => round.cpu), database: of((round) => round.database), bytes: of((round) => round.bytes) },
    ...{ p50: of((round) => round.p50), p99: of((round) => round.p99), promised: of((round) => round.promised) },
    ...{ keys: of((round) => round.keys), deliveries: of((round) => round.deliveries), expected: of((round) => round.expected) },
    ...{ diverged: worst((round) => round.diverged), compared: worst((round) => round.compared), busy: worst((round) => round.busy) },
  };
}

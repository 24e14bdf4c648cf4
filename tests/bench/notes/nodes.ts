import { startPeople } from './processes.ts';
import type { Comparison } from './report.ts';
import { OURS, type Serving, serve } from './targets.ts';
import { middle, oneRound, type Round, TRAFFIC, type TrafficOptions } from './traffic.ts';
import { figure } from './units.ts';
import type { World } from './world.ts';

const PROCESSES = [1, 2, 3];

/** N: scenario A with its people divided among several processes of ours, which tell each other through PostgreSQL. */
export async function compareNodes(world: World, options: TrafficOptions): Promise<Comparison> {
  const scenario = TRAFFIC.find(({ letter }) => letter === 'A');
  if (!scenario) throw new Error('Scenario A is wanted.');
  const rounds = new Map<number, Round[]>(PROCESSES.map((count) => [count, []]));
  for (let round = 0; round < options.rounds; round += 1) {
    for (const count of round % 2 === 0 ? PROCESSES : PROCESSES.toReversed()) {
      const people = await startPeople();
      const servers: Serving[] = [];
      try {
        for (let index = 0; index < count; index += 1) servers.push(await serve(world, OURS));
        rounds.get(count)?.push(await oneRound(world, scenario, servers, people.calls, options));
      } finally {
        await Promise.all([people, ...servers].map((each) => each.stop()));
      }
    }
  }
  const found = [...rounds].map(([count, list]) => ({ count, ...middle(list) }));
  const [one] = found;
  return {
    heading: 'N. Scenario A on several processes, joined by PostgreSQL',
    columns: ['processes', 'CPU ms/1,000, all', '÷ one', '+ database', 'p50 ms', 'p99 ms', 'same text'],
    rows: found.map(({ count, cpu, database, p50, p99, diverged }) => [
      ...[String(count), figure(cpu), figure(cpu / (one?.cpu ?? Number.NaN)), figure(database), figure(p50), figure(p99)],
      diverged === 0 ? 'yes' : 'NO',
    ]),
    lines: [],
  };
}

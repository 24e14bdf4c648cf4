import { setTimeout } from 'node:timers/promises';
import { keep, type Shape } from './keep.ts';
import { writePast } from './past.ts';
import { startPeople } from './processes.ts';
import type { Comparison } from './report.ts';
import { HOCUSPOCUS, measurable, OURS, serve, type Target, Y_WEBSOCKET } from './targets.ts';
import { figure, median } from './units.ts';
import type { World } from './world.ts';

interface Case {
  target: Target;
  shape: Shape;
  name: string;
}

const CASES: Case[] = [
  { target: OURS, shape: 'whole', name: 'Tertulia, compacted' },
  { target: OURS, shape: { tail: 2000 }, name: 'Tertulia, snapshot and 2,000 updates since' },
  { target: OURS, shape: 'updates', name: 'Tertulia, never compacted: 10,000 rows' },
  { target: HOCUSPOCUS, shape: 'whole', name: 'Hocuspocus 4.7, whole state in one row' },
  { target: Y_WEBSOCKET, shape: 'whole', name: '@y/websocket-server, LevelDB trimmed' },
  { target: Y_WEBSOCKET, shape: 'updates', name: '@y/websocket-server, one entry an update' },
];

/** D: the first person opens a document that so many updates made, on a server that was just started. */
export async function compareColdOpening(world: World, { rounds, updates }: { rounds: number; updates: number }): Promise<Comparison> {
  const people = await startPeople();
  const targets = await measurable([OURS, HOCUSPOCUS, Y_WEBSOCKET]);
  const cases = CASES.filter(({ target }) => targets.includes(target));
  const found = new Map(cases.map((each) => [each, [] as Awaited<ReturnType<typeof openCold>>[]]));
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const each of round % 2 === 0 ? cases : cases.toReversed())
        found.get(each)?.push(await openCold(world, people.calls, each, updates));
    }
  } finally {
    await people.stop();
  }
  const middle = (each: Case, of: 'ms' | 'cpu' | 'bytes') => median((found.get(each) ?? []).map((one) => one[of]));
  const rows = cases.map((each) => [
    ...[each.name, figure(middle(each, 'ms')), figure(middle(each, 'cpu')), figure(middle(each, 'bytes') / 1024)],
    (found.get(each) ?? []).every(({ isWhole }) => isWhole) ? 'yes' : 'NO',
  ]);
  const best = (role: 'ours' | 'peer') =>
    Math.min(...cases.filter(({ target }) => target.role === role).map((each) => middle(each, 'cpu')));
  return {
    heading: `D. Cold open after ${updates} updates`,
    columns: ['server', 'ms until it can be read', 'server CPU ms', 'KiB', 'whole text'],
    rows,
    lines: [`CPU, ours compacted ÷ best peer: ${(best('ours') / best('peer')).toFixed(2)}; goal: 20 ms of CPU at most`],
  };
}

async function openCold(world: World, people: Awaited<ReturnType<typeof startPeople>>['calls'], { target, shape }: Case, updates: number) {
  const [room, other] = await world.rooms(2, { writers: 1, readers: 0 });
  if (!room || !other) throw new Error('Two rooms were wanted.');
  const past = writePast(room.section, updates);
  const folder = await keep(world, target.kind, [room], past, shape);
  const server = await serve(world, target, folder);
  const { kind } = target;
  try {
    // the code that opens is warm, the document is not
    await people.open({ kind, urls: [server.url], rooms: [other] });
    await people.close();
    await setTimeout(300);
    const before = await server.calls.cpu();
    const [opened = Number.NaN] = await people.open({ kind, urls: [server.url], rooms: [room] });
    const filled = await people.untilHeld(past.characters);
    const cpu = (await server.calls.cpu()) - before;
    const bytes = await people.bytesOnWire();
    const { characters } = await people.held();
    return { ms: opened + filled, cpu, bytes, isWhole: characters === past.characters };
  } finally {
    await people.close();
    await server.stop('SIGKILL');
  }
}

import { setTimeout } from 'node:timers/promises';
import { keep } from './keep.ts';
import { writePast } from './past.ts';
import { startPeople } from './processes.ts';
import type { Comparison } from './report.ts';
import { HOCUSPOCUS, measurable, OURS, serve, type Target, Y_WEBSOCKET } from './targets.ts';
import { figure, median, quantile } from './units.ts';
import type { World } from './world.ts';

/** S: the plenary begins; so many people open one document of three hours at the same moment. */
export async function compareJoining(
  world: World,
  { rounds, joiners, updates }: { rounds: number; joiners: number; updates: number },
): Promise<Comparison> {
  const targets = await measurable([OURS, HOCUSPOCUS, Y_WEBSOCKET]);
  const found = new Map(targets.map((target) => [target, [] as Awaited<ReturnType<typeof join>>[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const target of round % 2 === 0 ? targets : targets.toReversed())
      found.get(target)?.push(await join(world, target, joiners, updates));
  }
  const middle = (target: Target, of: 'cpu' | 'half' | 'all' | 'bytes') => median((found.get(target) ?? []).map((one) => one[of]));
  const least = (role: 'ours' | 'peer') =>
    Math.min(...targets.filter((target) => target.role === role).map((target) => middle(target, 'cpu')));
  return {
    heading: `S. ${joiners} people open a document of ${updates} updates at once`,
    columns: ['server', 'server CPU ms each', 'half are in, ms', 'all are in, ms', 'KiB each'],
    rows: targets.map((target) => [
      ...[target.name, figure(middle(target, 'cpu')), figure(middle(target, 'half')), figure(middle(target, 'all'))],
      figure(middle(target, 'bytes') / 1024),
    ]),
    lines: [`CPU ÷ best peer: ${(least('ours') / least('peer')).toFixed(2)}; goal: 1.5 ms each at most`],
  };
}

async function join(world: World, target: Target, joiners: number, updates: number) {
  const people = await startPeople();
  const [room] = await world.rooms(1, { writers: 0, readers: joiners });
  const [other] = await world.rooms(1, { writers: 1, readers: 0 });
  if (!room || !other) throw new Error('Two rooms were wanted.');
  const server = await serve(world, target, await keep(world, target.kind, [room], writePast(room.section, updates), 'whole'));
  const { kind } = target;
  try {
    await people.calls.open({ kind, urls: [server.url], rooms: [other] });
    await people.calls.close();
    await setTimeout(300);
    const before = await server.calls.cpu();
    const took = (await people.calls.open({ kind, urls: [server.url], rooms: [room], stampede: true, light: true })).sort((a, b) => a - b);
    await setTimeout(300);
    const cpu = (await server.calls.cpu()) - before;
    const bytes = await people.calls.bytesOnWire();
    return { cpu: cpu / joiners, half: quantile(took, 0.5), all: took.at(-1) ?? Number.NaN, bytes: bytes / joiners };
  } finally {
    await people.stop();
    await server.stop('SIGKILL');
  }
}

import { setTimeout } from 'node:timers/promises';
import { keep } from './keep.ts';
import { writePast } from './past.ts';
import { startPeople } from './processes.ts';
import type { Comparison } from './report.ts';
import { HOCUSPOCUS, measurable, OURS, serve, type Target, Y_WEBSOCKET } from './targets.ts';
import { figure } from './units.ts';
import type { World } from './world.ts';

/** E: what one more open document of three hours costs, with one silent reader, beside an empty one with another. */
export async function compareMemory(world: World, { documents, updates }: { documents: number; updates: number }): Promise<Comparison> {
  const targets = await measurable([OURS, HOCUSPOCUS, Y_WEBSOCKET]);
  const rows: string[][] = [];
  const resident: Record<'ours' | 'peer', number[]> = { ours: [], peer: [] };
  for (const target of targets) {
    const { rss, used } = await memoryOf(world, target, documents, updates);
    resident[target.role === 'ours' ? 'ours' : 'peer'].push(rss);
    rows.push([target.name, figure(rss), figure(used)]);
  }
  return {
    heading: `E. Memory of one more open document of ${updates} updates, idle (of ${documents})`,
    columns: ['server', 'RSS MB', 'heap and buffers MB'],
    rows,
    lines: [`RSS ÷ best peer: ${(Math.min(...resident.ours) / Math.min(...resident.peer)).toFixed(2)}; goal: 0.5 MB at most`],
  };
}

async function memoryOf(world: World, target: Target, documents: number, updates: number): Promise<{ rss: number; used: number }> {
  const people = await startPeople();
  // one person, so that each document is opened by somebody who reads and keeps nothing of it
  const rooms = await world.rooms(documents, { writers: 0, readers: 1 });
  const empty = await world.rooms(documents, { writers: 0, readers: 1 });
  const past = writePast(rooms[0]?.section ?? '', updates);
  const server = await serve(world, target, await keep(world, target.kind, rooms, past, 'whole'));
  try {
    const urls = [server.url];
    await people.calls.open({ kind: target.kind, urls, rooms: empty, light: true });
    await setTimeout(500);
    const before = await server.calls.memory();
    await people.calls.open({ kind: target.kind, urls, rooms, light: true, more: true });
    await setTimeout(500);
    const after = await server.calls.memory();
    const each = (bytes: number) => bytes / documents / 2 ** 20;
    return { rss: each(after.rss - before.rss), used: each(after.used - before.used) };
  } finally {
    await people.stop();
    await server.stop('SIGKILL');
  }
}

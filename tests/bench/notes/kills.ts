import { setTimeout } from 'node:timers/promises';
import { startPeople } from './processes.ts';
import type { Comparison } from './report.ts';
import { HOCUSPOCUS, measurable, OURS, serve, type Target } from './targets.ts';
import { KEYS_PER_SECOND } from './traffic.ts';
import { seeded } from './typist.ts';
import type { World } from './world.ts';

const WRITERS = 20;

/**
 * G: the server is killed while people type, and started again; counts what it had said is kept and no longer has.
 * Nobody comes back who could send it again: their tabs are gone too. y-websocket and a relay promise nothing.
 */
export async function compareKills(world: World, { kills, longest }: { kills: number; longest: number }): Promise<Comparison> {
  const random = seeded(kills);
  const moments = Array.from({ length: kills }, () => 800 + random() * (longest - 800));
  const rows: string[][] = [];
  for (const target of await measurable([OURS, HOCUSPOCUS])) {
    const losses = [];
    for (const moment of moments) losses.push(await kill(world, target, moment));
    const promised = losses.reduce((sum, loss) => sum + loss.promised, 0);
    const lost = losses.map((loss) => loss.lost);
    rows.push([target.name, String(kills), String(promised), String(lost.reduce((sum, each) => sum + each, 0)), String(Math.max(...lost))]);
  }
  return {
    heading: `G. SIGKILL of the server while ${WRITERS} people type`,
    columns: ['server', 'kills', 'edits that it said are kept', 'of them lost', 'most in one kill'],
    rows,
    lines: [`killed up to ${longest / 1000} s after the first key; goal: none lost`],
  };
}

async function kill(world: World, target: Target, afterMs: number): Promise<{ promised: number; lost: number }> {
  const people = await startPeople();
  const rooms = await world.rooms(1, { writers: WRITERS, readers: 0 });
  const { kind } = target;
  const server = await serve(world, target);
  await people.calls.open({ kind, urls: [server.url], rooms });
  await people.calls.type(KEYS_PER_SECOND);
  await setTimeout(afterMs);
  await server.stop('SIGKILL');
  // what was on its way to the people arrives
  await setTimeout(200);
  const promised = await people.calls.promisedClocks();
  await people.calls.close();
  const again = await serve(world, target);
  await people.calls.open({ kind, urls: [again.url], rooms: rooms.map((room) => ({ ...room, writers: 1 })) });
  const held = new Map((await people.calls.held()).clocks);
  await people.stop();
  await again.stop();
  const lost = promised.reduce((sum, [client, clock]) => sum + Math.max(0, clock - (held.get(client) ?? 0)), 0);
  return { promised: promised.reduce((sum, [, clock]) => sum + clock, 0), lost };
}

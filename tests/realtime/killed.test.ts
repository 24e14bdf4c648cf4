import { afterEach, describe, expect, test } from 'vitest';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { until } from '#tests/support/sockets.ts';
import { type ChildServer, useChildServers } from './child-server.ts';
import { meetingWithNotes } from './meeting-with-notes.ts';
import { openTypist, randomOf, storedText, type Typist } from './typists.ts';

// KILLS=100 vitest run tests/realtime/killed.test.ts: a long run; SEED chooses the moments
const KILLS = Number(process.env.KILLS ?? 3);
const SEED = Number(process.env.SEED ?? 20220620);

const database = useDatabase();
const services = useServices(database);
const servers = useChildServers(database, services);
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Three people who type at once, in two points; they go on until the test ends. */
async function startTyping(server: ChildServer, seed: number) {
  const random = randomOf(seed);
  const { meeting, first, second, writer, organiser } = await meetingWithNotes(services);
  const typists: Typist[] = [];
  for (const [name, personId, section] of [
    ['a', writer.id, first],
    ['b', organiser.id, first],
    ['c', organiser.id, second],
  ] as const) {
    typists.push(await openTypist(services, { url: server.url, meetingId: meeting.id, personId, section, name, random }));
  }
  const typing = setInterval(() => typists[Math.floor(random() * typists.length)]?.type(), 3);
  const stop = () => clearInterval(typing);
  stops.push(stop, () => typists.forEach(({ page }) => void page.close()));
  return { meeting, sections: [first, second], typists, random, stop };
}

type Scene = Awaited<ReturnType<typeof startTyping>>;

const storedOf = async ({ meeting, sections }: Scene) =>
  (await Promise.all(sections.map((section) => storedText(services.db, meeting.id, section)))).join('\n');
const acknowledgedBy = (typists: Typist[]) => typists.reduce((sum, { acknowledged }) => sum + acknowledged, 0);

/** The server ends, at a moment that the seed chooses; what was acknowledged is in the database, and the pages go on at the next one. */
async function endAndGoOn(scene: Scene, end: () => Promise<void>, next: Promise<ChildServer>): Promise<ChildServer> {
  const { typists, random } = scene;
  const enough = acknowledgedBy(typists) + 10 + Math.floor(random() * 200);
  await until('they type and are acknowledged', () => acknowledgedBy(typists) >= enough, 30);
  await end();
  await until('the pages notice', () => typists.every(({ page }) => !page.socket.connected));
  const stored = await storedOf(scene);
  expect(typists.flatMap((typist) => typist.lostIn(stored))).toEqual([]);
  const server = await next;
  await Promise.all(typists.map((typist) => typist.moveTo(services, server.url)));
  return server;
}

async function expectAllThere(scene: Scene): Promise<void> {
  const { typists, sections, stop } = scene;
  stop();
  await until('everything is saved in the end', () => typists.every(({ page }) => page.unsaved.size === 0), 30);
  const shown = () => typists.map(({ page }) => sections.map((section) => page.text(section)).join('\n'));
  await until('and the same for all', () => new Set(shown()).size === 1);
  const stored = await storedOf(scene);
  expect(new Set([...shown(), stored]).size).toBe(1);
  expect(typists.flatMap((typist) => typist.wrongIn(stored))).toEqual([]);
  // « too fast » is « later »: those words came again, and are all there
  expect(typists.flatMap(({ page }) => page.refusals).filter(({ reason }) => reason !== 'too-fast')).toEqual([]);
}

describe('a server that ends while people type', () => {
  test(`killed at any moment, ${KILLS} times: loses nothing that it acknowledged, and takes the rest from the open pages`, {
    timeout: 60_000 + KILLS * 20_000,
  }, async () => {
    let server = await servers.start();
    const scene = await startTyping(server, SEED);
    for (let kill = 0; kill < KILLS; kill += 1) server = await endAndGoOn(scene, () => server.kill(), servers.start());
    await expectAllThere(scene);
    const edits = scene.typists.reduce((sum, { edited }) => sum + edited, 0);
    if (process.env.KILLS) process.stdout.write(`${KILLS} kills, seed ${SEED}: ${edits} edits, all acknowledged in the end, 0 lost\n`);
  });

  test('for want of memory: the same', { timeout: 90_000 }, async () => {
    const server = await servers.start({ megabytes: 224 });
    const scene = await startTyping(server, SEED + 1);
    await endAndGoOn(scene, () => server.runOutOfMemory(), servers.start());
    await expectAllThere(scene);
  });
});

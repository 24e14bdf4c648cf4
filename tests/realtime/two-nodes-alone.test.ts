import { afterEach, describe, expect, test } from 'vitest';
import { openListener } from '#db/realtime/listener.ts';
import { useDatabase } from '#tests/support/database.ts';
import { randomFrom, SEED } from '#tests/support/random.ts';
import { useServices } from '#tests/support/services.ts';
import { type OpenPage, until } from '#tests/support/sockets.ts';
import { meetingWithNotes, openNotesAs } from './meeting-with-notes.ts';
import { type Node, startNode } from './two-nodes.ts';

const database = useDatabase();
const services = useServices(database);
const TIMING = { beatMs: 20, soonMs: 60 };

const open: OpenPage[] = [];
const nodes: Node[] = [];
const openOn = async (node: Node, meetingId: string, personId: string) => {
  const page = await openNotesAs(node.services, node.server, meetingId, personId);
  open.push(page);
  return page;
};
const start = async () => {
  const node = await startNode(database, services, TIMING);
  nodes.push(node);
  return node;
};
afterEach(async () => {
  for (const page of open.splice(0)) page.close();
  for (const { server } of nodes.splice(0)) await server.stop();
});

/** What is told on the database's channel, as anybody hears it. */
async function overhear() {
  const heard: string[] = [];
  const listener = openListener(database.address, { notice: (text) => void heard.push(text), listening() {}, lost() {} });
  await listener.tried;
  return { heard, rows: () => heard.filter((text) => text[8] === 'r').length, stop: () => listener.stop() };
}

describe('a server that is alone', () => {
  test('tells nobody of what it stores, until another comes, and then nothing is missing', async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const channel = await overhear();
    const here = await start();
    const awa = await openOn(here, meeting.id, writer.id);
    const line = awa.write(first, '');
    await until('it knows that it is alone', async () => {
      const before = channel.rows();
      line.insert(line.length, '.');
      await until('it is saved', () => awa.unsaved.size === 0);
      const signs = channel.heard.length;
      await until('a sign of life comes after it', () => channel.heard.length > signs);
      return channel.rows() === before;
    });
    const there = await start();
    const claire = await openOn(there, meeting.id, organiser.id);
    expect(claire.text(first)).toBe(awa.text(first));
    const told = channel.rows();
    line.insert(0, 'Maintenant ');
    await until('it crosses', () => claire.text(first).startsWith('Maintenant'));
    expect(channel.rows()).toBeGreaterThan(told);
    await channel.stop();
  });

  test(`loses nothing to whoever comes at any moment (seed ${SEED})`, async () => {
    const random = randomFrom(SEED);
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const here = await start();
    const awa = await openOn(here, meeting.id, writer.id);
    const line = awa.write(first, '');
    const typing = setInterval(() => line.insert(line.length, '.'), 2);
    for (let round = 0; round < 8; round += 1) {
      const count = line.length;
      await until('some keys are typed', () => line.length > count + 20 + random(40));
      const there = await start();
      const claire = await openOn(there, meeting.id, organiser.id);
      const here = line.length;
      await until('they have what was typed', () => claire.text(first).length >= here);
      claire.close();
      await there.server.stop();
      nodes.pop();
    }
    clearInterval(typing);
    await until('it is saved', () => awa.unsaved.size === 0);
    expect(awa.refusals).toEqual([]);
  });
});

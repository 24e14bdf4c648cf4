import { afterEach, describe, expect, test } from 'vitest';
import { sectionName } from '#app/model/notes.ts';
import { readDocument } from '#server/notes/read-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { connect, OpenPage, openSocket, signIn, until } from '#tests/support/sockets.ts';
import { useChildServers } from './child-server.ts';
import { meetingWithNotes } from './meeting-with-notes.ts';
import { move } from './two-nodes.ts';

const database = useDatabase();
const services = useServices(database);
const servers = useChildServers(database, services);
const open: OpenPage[] = [];
afterEach(() => {
  for (const page of open.splice(0)) page.close();
});

async function openAt(url: string, meetingId: string, personId: string): Promise<OpenPage> {
  const socket = openSocket(url, { cookie: await signIn(services, personId) });
  expect(await connect(socket)).toBe('connected');
  const page = new OpenPage(socket, meetingId);
  open.push(page);
  await page.open();
  return page;
}

describe('one of two servers is killed while people type at both', () => {
  test('nothing acknowledged is lost, and its pages go on at the other', { timeout: 90_000 }, async () => {
    const { meeting, first, writer, organiser, reader } = await meetingWithNotes(services);
    const [doomed, other] = await Promise.all([servers.start(), servers.start()]);
    const awa = await openAt(doomed.url, meeting.id, writer.id);
    const claire = await openAt(other.url, meeting.id, organiser.id);
    const gone: number[] = [];
    const there = new Map<string, number>();
    claire.socket.on('notes:people', ({ joined, left }) => {
      for (const { personId, seat } of joined) there.set(personId, seat);
      gone.push(...left);
    });
    await openAt(doomed.url, meeting.id, reader.id);
    await until('Claire sees both of the other server', () => there.has(writer.id) && there.has(reader.id));

    const lines = [awa.write(first, 'a'), claire.write(first, 'b')];
    const typing = setInterval(() => {
      for (const line of lines) line.insert(line.length, '.');
    }, 2);
    await until(
      'three hundred keys are acknowledged at each',
      () => awa.n - awa.unsaved.size > 300 && claire.n - claire.unsaved.size > 300,
    );
    await doomed.kill();
    const acknowledged = awa.n - awa.unsaved.size;
    const stored = (await readDocument(services.db, meeting.id)).getXmlFragment(sectionName(first)).toString();
    expect((/a(\.*)/.exec(stored.replace(/<[^>]*>/g, '|'))?.[1] ?? '').length).toBeGreaterThanOrEqual(acknowledged - 1);

    await move(awa, services, writer.id, other.url);
    const count = awa.n;
    await until('she types on', () => awa.n > count + 50);
    clearInterval(typing);
    await until('everything is saved', () => awa.unsaved.size + claire.unsaved.size === 0);
    await until('and the same for both', () => awa.text(first) === claire.text(first));
    expect((awa.text(first).match(/\./g) ?? []).length).toBe(awa.n + claire.n - 2);
    expect([...awa.refusals, ...claire.refusals]).toEqual([]);
    // whoever did not come back is no longer shown
    await until('Luis is gone', () => gone.includes(there.get(reader.id) ?? 0), 20);
  });

  test('one after the other, again and again, until nobody knows who began', { timeout: 120_000 }, async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    let [left, right] = await Promise.all([servers.start(), servers.start()]);
    const awa = await openAt(left.url, meeting.id, writer.id);
    const claire = await openAt(right.url, meeting.id, organiser.id);
    const lines = [awa.write(first, 'a'), claire.write(first, 'b')];
    const typing = setInterval(() => {
      for (const line of lines) line.insert(line.length, '.');
    }, 20);
    for (let round = 0; round < 2; round += 1) {
      const next = servers.start();
      const count = awa.n - awa.unsaved.size;
      await until('some keys are acknowledged', () => awa.n - awa.unsaved.size > count + 20, 20);
      await left.kill();
      await move(awa, services, writer.id, right.url);
      // and the next one takes over from the one that stayed
      [left, right] = [right, await next];
      await move(claire, services, organiser.id, right.url);
    }
    clearInterval(typing);
    await until('everything is saved', () => awa.unsaved.size + claire.unsaved.size === 0);
    await until('and the same for both', () => awa.text(first) === claire.text(first));
    expect((awa.text(first).match(/\./g) ?? []).length).toBe(awa.n + claire.n - 2);
  });
});

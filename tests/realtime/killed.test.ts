import { describe, expect, test } from 'vitest';
import { sectionName } from '#app/model/notes.ts';
import { readDocument } from '#server/notes/read-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { connect, OpenPage, openSocket, signIn, until } from '#tests/support/sockets.ts';
import { useChildServers } from './child-server.ts';
import { meetingWithNotes } from './meeting-with-notes.ts';

const database = useDatabase();
const services = useServices(database);
const servers = useChildServers(database, services);

describe('a server that is killed while people type', () => {
  test('loses nothing of what it acknowledged, and takes the rest again from the open page', { timeout: 60_000 }, async () => {
    const { meeting, first, writer, organiser } = await meetingWithNotes(services);
    const server = await servers.start();
    const pages: OpenPage[] = [];
    for (const person of [writer, organiser]) {
      const socket = openSocket(server.url, { cookie: await signIn(services, person.id) });
      expect(await connect(socket)).toBe('connected');
      const page = new OpenPage(socket, meeting.id);
      await page.open();
      pages.push(page);
    }
    const [awa, claire] = pages;
    if (!awa || !claire) throw new Error('Two pages were wanted.');
    const lines = [awa.write(first, 'a'), claire.write(first, 'b')];
    const typing = setInterval(() => {
      for (const line of lines) line.insert(line.length, '.');
    }, 2);
    await until('three hundred keys are acknowledged', () => awa.n - awa.unsaved.size > 300);
    await server.kill();
    await until('the pages notice', () => !awa.socket.connected && !claire.socket.connected);
    clearInterval(typing);
    const acknowledged = pages.map((page) => page.n - page.unsaved.size);
    const stored = (await readDocument(services.db, meeting.id)).getXmlFragment(sectionName(first)).toString();
    // each key is one update, after the one that made the line
    expect((stored.match(/\./g) ?? []).length).toBeGreaterThanOrEqual(acknowledged.reduce((sum, count) => sum + count - 1, 0));

    const again = await servers.start();
    for (const page of pages) {
      const next = openSocket(again.url, { cookie: await signIn(services, page === awa ? writer.id : organiser.id) });
      await connect(next);
      page.moveTo(next);
      await page.open();
    }
    await until('everything is saved in the end', () => pages.every((page) => page.unsaved.size === 0));
    await until('and the same for both', () => awa.text(first) === claire.text(first));
    expect((awa.text(first).match(/\./g) ?? []).length).toBe(awa.n + claire.n - 2);
    for (const page of pages) page.close();
  });
});

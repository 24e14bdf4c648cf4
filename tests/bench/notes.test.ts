import { describe, expect, onTestFinished, test } from 'vitest';
import { sectionName } from '#app/model/notes.ts';
import { meetingWithNotes } from '#tests/realtime/meeting-with-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { signIn, useSockets } from '#tests/support/sockets.ts';
import { Load } from './notes/load.ts';
import { startRelay } from './notes/servers/relay.ts';

const database = useDatabase();
const services = useServices(database);
const server = useSockets(services);

/** Three people who type for a second. */
async function typeAt(kind: 'tertulia' | 'raw', url: string, room: { name: string; section: string; cookies: string[] }) {
  const load = new Load();
  onTestFinished(() => load.close());
  await load.open({ kind, urls: [url], rooms: [{ ...room, writers: 3, readers: 0 }] });
  load.type(10);
  await load.measure(1);
  return load.finish();
}

describe('the bench of the notes', () => {
  test('counts every key that reaches every other page of the product', async () => {
    const { meeting, first } = await meetingWithNotes(services);
    const cookies = await Promise.all(
      [1, 2, 3].map(async () => {
        const { id } = await makePerson(services.db);
        await makeAttendance(services.db, { meetingId: meeting.id, personId: id });
        return signIn(services, id);
      }),
    );
    const traffic = await typeAt('tertulia', server.url, { name: meeting.id, section: sectionName(first), cookies });
    expect(traffic.keys).toBeGreaterThan(0);
    expect(traffic).toMatchObject({ deliveries: traffic.expected, diverged: 0, compared: 3 });
    expect(traffic.promised).not.toBeNaN();
  });

  test('and of a relay, which promises nothing', async () => {
    const url = `http://127.0.0.1:${await startRelay(5)}`;
    const traffic = await typeAt('raw', url, { name: 'room', section: 's:room', cookies: [] });
    expect(traffic.keys).toBeGreaterThan(0);
    expect(traffic).toMatchObject({ deliveries: traffic.expected, diverged: 0, promised: Number.NaN });
  });
});

import ICAL from 'ical.js';
import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '#app/model/viewer.ts';
import { createLogger } from '#server/logger.ts';
import { enterOwnProgramme } from '#server/own-programme/access.ts';
import { chooseSession } from '#server/own-programme/choose-session.ts';
import { dropSession } from '#server/own-programme/drop-session.ts';
import { endOwnFeed } from '#server/own-programme/end-own-feed.ts';
import { openOwnFeed } from '#server/own-programme/open-own-feed.ts';
import { enterEdition } from '#server/programme/access.ts';
import { useFeedServer } from '#tests/calendar/feed-server.ts';
import { readBoth } from '#tests/calendar/two-readers.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { makeEdition, type SmallEdition } from './edition-with-sessions.ts';

const database = useDatabase();
const services = useServices(database);
const logged: string[] = [];
const ask = useFeedServer(() => ({ ...services, log: createLogger('debug', (line) => void logged.push(line)) }));
let small: SmallEdition;

beforeAll(async () => {
  small = await makeEdition(database.db);
});

const enter = async (viewer: Viewer) => {
  const edition = await enterEdition(services, viewer, 'raict-2023');
  const own = await enterOwnProgramme(services, { edition, viewer, secret: null });
  return { edition, own, chooser: { personId: viewer.personId } };
};
const open = async (viewer: Viewer) => {
  const opened = await openOwnFeed(services, await enter(viewer));
  if (!opened.ok) throw new Error(opened.reason);
  return new URL(opened.address).pathname;
};
const read = async (path: string) => {
  const { status, body } = await ask(path);
  return status === 200
    ? [...readBoth(String(body)).values()].map(({ summary, start, status: state }) => `${summary} ${start} ${state}`)
    : status;
};

test('a calendar reads what was chosen, as it stands now: moved, cancelled, dropped', async () => {
  const { member } = small;
  for (const meetingId of [small.sessions.open, small.sessions.members])
    await chooseSession(services, { ...(await enter(member)), meetingId });
  const path = await open(member);
  expect(await read(path)).toEqual(['Réunion Outre-mer 2023-09-18T12:30:00.000Z CONFIRMED', 'Réservée 2023-09-18T12:30:00.000Z CONFIRMED']);

  const { db } = database;
  const later = { edtf: '2023-09-18T16:30/2023-09-18T18:00', during: '[2023-09-18T14:30:00Z,2023-09-18T16:00:00Z)', sequence: 1 };
  await db.updateTable('meetings').set(later).where('id', '=', small.sessions.open).execute();
  await db
    .updateTable('meetings')
    .set({ status: 'cancelled', cancelledAt: '2023-09-01T00:00:00Z', sequence: 1 })
    .where('id', '=', small.sessions.members)
    .execute();
  const moved = await read(path);
  expect(moved).toContain('Réunion Outre-mer 2023-09-18T14:30:00.000Z CONFIRMED');
  expect(moved).toHaveLength(2);
  expect(String(moved)).toContain('CANCELLED');

  await dropSession(services, (await enter(member)).own, small.sessions.open);
  expect(await read(path)).toHaveLength(1);
});

test('what is only chosen is to remember; what one registered for makes busy', async () => {
  const { stranger } = small;
  const { db } = database;
  await chooseSession(services, { ...(await enter(stranger)), meetingId: small.sessions.same });
  const path = await open(stranger);
  const busy = async () => {
    const events = new ICAL.Component(ICAL.parse(String((await ask(path)).body))).getAllSubcomponents('vevent');
    return events.map((event) => event.getFirstPropertyValue('transp'));
  };
  expect(await busy()).toEqual(['TRANSPARENT']);
  const registration = await db
    .insertInto('registrations')
    .values({
      ...{ editionId: small.editionId, personId: stranger.personId, state: 'registered', category: 'member' },
      ...{ familyName: 'Quintero', nameKey: 'quintero', badgeCode: 'ABCDEFGHJKMNPQRSTVWXYZ4567' },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('sessionRegistrations')
    .values({ registrationId: registration.id, meetingId: small.sessions.same, state: 'registered' })
    .execute();
  expect(await busy()).toEqual(['OPAQUE']);
});

test('an address that was replaced or ended answers 404 from then on, as one that never was; none is logged', async () => {
  const { stranger } = small;
  const first = await open(stranger);
  const second = await open(stranger);
  expect((await ask(first)).status).toBe(404);
  const answer = await ask(second);
  expect([answer.status, answer.headers['cache-control'], answer.headers['x-robots-tag']]).toEqual([200, 'private, no-cache', 'noindex']);
  expect((await ask(second, { headers: { 'if-none-match': String(answer.headers.etag) } })).status).toBe(304);
  await endOwnFeed(services, (await enter(stranger)).own);
  expect((await ask(second)).status).toBe(404);
  expect((await ask(`/feeds/programmes/${'A'.repeat(43)}.ics`)).status).toBe(404);
  expect(logged.join('\n')).not.toContain(second.slice('/feeds/programmes/'.length, -4));
});

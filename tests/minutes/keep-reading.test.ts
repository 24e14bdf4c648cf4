import { expect, test } from 'vitest';
import { findMeetingScope } from '#server/meetings/access.ts';
import { markRead, readSince } from '#server/minutes/keep-reading.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMeeting, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);

async function readers() {
  const { db } = database;
  const [reader, other] = [viewerOf(await makePerson(db)), viewerOf(await makePerson(db))];
  const meeting = await makeMeeting(db, { groupId: (await makeGroup(db)).id });
  await db.insertInto('minutes').values({ meetingId: meeting.id }).execute();
  const scope = await findMeetingScope(services, reader, { id: meeting.id });
  if (!scope) throw new Error('out of sight');
  return { reader, other, scope };
}

test('a reader is told of a version that is newer than the one they know, until they looked at what changed', async () => {
  const { reader, scope } = await readers();
  expect(await readSince(services, scope, reader, 1)).toBeNull();
  expect(await readSince(services, scope, reader, 1)).toBeNull();
  expect(await readSince(services, scope, reader, 3)).toBe(1);
  expect(await readSince(services, scope, reader, 3)).toBe(1);
  await markRead(services, scope, reader, 3);
  expect(await readSince(services, scope, reader, 3)).toBeNull();
});

test('looking at an older version again makes nothing new, and readers are told apart', async () => {
  const { reader, other, scope } = await readers();
  await markRead(services, scope, reader, 3);
  await markRead(services, scope, reader, 1);
  expect(await readSince(services, scope, reader, 4)).toBe(3);
  expect(await readSince(services, scope, other, 4)).toBeNull();
  expect(await readSince(services, scope, null, 4)).toBeNull();
});

test('two windows that open the page at the same moment remember one reading', async () => {
  const { reader, scope } = await readers();
  await Promise.all([1, 2, 1, 2, 2].map((number) => markRead(services, scope, reader, number)));
  expect(await readSince(services, scope, reader, 3)).toBe(2);
});

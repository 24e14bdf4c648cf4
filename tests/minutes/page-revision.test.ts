import { expect, test } from 'vitest';
import { findPageRevision } from '#db/minutes/read-page.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMeeting } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);
const AT = '2022-06-02T08:00:00Z';

async function minutesOf(visibility: 'public' | 'members') {
  const { db } = database;
  const group = await makeGroup(db);
  const meeting = await makeMeeting(db, { groupId: group.id, visibility });
  const { id } = await db.insertInto('minutes').values({ meetingId: meeting.id }).returning('id').executeTakeFirstOrThrow();
  const revision = async () => findPageRevision(db, await enterNetwork(services, null), meeting.slug);
  const addVersion = (number: number) =>
    db
      .insertInto('minutesVersions')
      .values({ minutesId: id, number, publishedByName: 'Inès', content: '{}', sha256: Buffer.alloc(32), publishedAt: AT })
      .execute();
  return { id, group, meeting, revision, addVersion };
}

test('a published page is rendered anew after whatever shows in it: a version, a file, the style, a redaction, the meeting', async () => {
  const { db } = database;
  const { id, group, meeting, revision, addVersion } = await minutesOf('public');
  expect(await revision()).toBeUndefined();
  const file = { minutesId: id, number: 1, edition: 'public' as const, format: 'pdf' as const };
  const steps = [
    () => addVersion(1),
    () => addVersion(2),
    () =>
      db
        .insertInto('minutesFiles')
        .values({ ...file, queuedAt: AT })
        .execute(),
    () =>
      db
        .updateTable('minutesFiles')
        .set({ state: 'ready', body: Buffer.from('x'), finishedAt: AT })
        .where('minutesId', '=', id)
        .execute(),
    () => db.insertInto('groupStyles').values({ groupId: group.id, footer: 'Pied' }).execute(),
    () => db.updateTable('groupStyles').set({ footer: 'Autre', revision: 2 }).where('groupId', '=', group.id).execute(),
    () =>
      db
        .updateTable('minutesVersions')
        .set({ content: null, internalContent: null, redactedAt: AT })
        .where('minutesId', '=', id)
        .where('number', '=', 1)
        .execute(),
    () => db.updateTable('meetings').set({ revision: 2 }).where('id', '=', meeting.id).execute(),
  ];
  const seen = new Set<string | undefined>();
  for (const step of steps) {
    await step();
    const now = await revision();
    expect(now).toBe(await revision());
    seen.add(now);
  }
  expect(seen.size).toBe(steps.length);
});

test('what only members may read has no page for a visitor', async () => {
  const { addVersion, revision } = await minutesOf('members');
  await addVersion(1);
  expect(await revision()).toBeUndefined();
});

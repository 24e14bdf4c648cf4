import { describe, expect, test } from 'vitest';
import { changesOf } from '#app/model/version-diff.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { inTransaction } from '#db/transaction.ts';
import { changeStateWithin } from '#server/minutes/change-state.ts';
import { publishMinutes } from '#server/minutes/publish-minutes.ts';
import { readChanges } from '#server/minutes/read-changes.ts';
import { redactMinutes } from '#server/minutes/redact-minutes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { paragraphOf } from './two-versions.ts';
import { meetingToPublish } from './versions-scene.ts';

const database = useDatabase();
const services = useServices(database);

const INTERNAL = 'Dit entre nous.';

/** Two versions, the second with something that is only in the internal edition, and notes that went on since. */
async function twoVersions() {
  const scene = await meetingToPublish(services);
  const scope = await scene.scopeOf(scene.organiser);
  const by = viewerOf(scene.organiser);
  await publishMinutes(services, scope, by, { number: 1 });
  await scene.say(paragraphOf('x2', 'Une réunion par mois.'), paragraphOf('x3', INTERNAL));
  const { id: minutesId } = await database.db
    .selectFrom('minutes')
    .select('id')
    .where('meetingId', '=', scene.meeting.id)
    .executeTakeFirstOrThrow();
  await database.db
    .insertInto('minutesAttributions')
    .values({ minutesId, blockId: 'x3', level: 'internal', setAt: '2022-06-01T08:00:00Z' })
    .execute();
  await publishMinutes(services, scope, by, { number: 2 });
  await scene.say(paragraphOf('x4', 'Pas encore publié.'));
  const ask = (viewer: Viewer | null, from: string | null = null, to: string | null = null, edition: string | null = null) =>
    readChanges(services, viewer, scene.meeting.slug, { from, to, edition });
  return { ...scene, scope, by, ask, minutesId };
}

const wordsOf = (changes: Awaited<ReturnType<typeof readChanges>>) =>
  changesOf(changes.diff).flatMap(({ blocks }) => blocks.map(({ parts }) => parts.map(({ text }) => text).join('')));
const missing = { init: { status: 404 } };

describe('what changed', () => {
  test('between the last two versions is for whoever may read them, and says nothing internal', async () => {
    const { ask, member } = await twoVersions();
    const shown = await ask(null);
    expect(shown).toMatchObject({ from: '1', to: '2', edition: 'public', choices: { draft: false, internal: false } });
    expect(wordsOf(shown)).toEqual(['Une réunion par mois.']);
    expect(wordsOf(await ask(null, '2', '1'))).toEqual(['Une réunion par mois.']);
    await expect(ask(null, '1', '2', 'internal')).rejects.toMatchObject(missing);
    expect(wordsOf(await ask(viewerOf(member), '1', '2', 'internal'))).toEqual(['Une réunion par mois.', INTERNAL]);
  });

  test('between a version and the draft is for organisers, and for those who review it', async () => {
    const { ask, by, scope, speaker, attendance, minutesId } = await twoVersions();
    expect(wordsOf(await ask(by, '2', 'draft'))).toEqual(['Pas encore publié.']);
    expect(await ask(by, null, 'draft')).toMatchObject({ from: '2', choices: { draft: true } });
    await expect(ask(null, '2', 'draft')).rejects.toMatchObject(missing);
    await expect(ask(viewerOf(speaker), '2', 'draft')).rejects.toMatchObject(missing);
    const opened = await inTransaction(database.db, async (trx) => {
      await changeStateWithin(trx, services, scope, by, { to: 'draft' });
      await changeStateWithin(trx, services, scope, by, { to: 'in_review' });
      const now = '2022-06-01T08:00:00Z';
      return trx
        .insertInto('reviews')
        .values({ minutesId, openedAt: now, deadline: '2022-06-08', digestedAt: now })
        .returning('id')
        .executeTakeFirstOrThrow();
    });
    const reviewer = { reviewId: opened.id, attendanceId: attendance.id, invitedAt: '2022-06-01T08:00:00Z' };
    await database.db.insertInto('reviewers').values(reviewer).execute();
    expect(wordsOf(await ask(viewerOf(speaker), '2', 'draft'))).toEqual(['Pas encore publié.']);
  });

  test.each([
    ['3', '1'],
    ['1', '3'],
    ['0', '1'],
    ['x', '1'],
    ['1', '1e1'],
    ['-1', '2'],
    ['999999999999', '2'],
  ])('between «%s» and «%s», which are not there, is answered by 404', async (from, to) => {
    const { ask, by } = await twoVersions();
    await expect(ask(by, from, to)).rejects.toMatchObject(missing);
  });

  test('since a version that was redacted leads to the page that says why', async () => {
    const { ask, by, scope, meeting } = await twoVersions();
    await redactMinutes(services, scope, by, { number: 2, words: ['Morón'], reason: 'Motif.' });
    const answer = await ask(by, '1', '3').catch((thrown: unknown) => thrown);
    expect(answer).toBeInstanceOf(Response);
    expect((answer as Response).headers.get('location')).toBe(`/minutes/${meeting.slug}/v/1`);
    expect((await ask(by, '3', '3')).choices.versions.map(({ number }) => number)).toEqual([3]);
  });

  test('of a meeting for members only is not for others', async () => {
    const { ask, meeting, stranger } = await twoVersions();
    await database.db.updateTable('meetings').set({ visibility: 'members' }).where('id', '=', meeting.id).execute();
    await expect(ask(viewerOf(stranger))).rejects.toMatchObject(missing);
    await expect(ask(null)).rejects.toMatchObject({ status: 302 });
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { countTodo, listTodo } from '#db/follow-ups/read-todo.ts';
import { enterSelf } from '#server/accounts/access.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeMeeting, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { followUpScene } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
beforeEach(() => services.clock.set('2022-06-14T08:00:00Z'));

const AT = { now: '2022-06-14T08:00:00Z', today: '2022-06-14' };
type Scene = Awaited<ReturnType<typeof followUpScene>>;
const todoOf = async (viewer: Scene['viewers']['organiser']) => {
  const scope = enterSelf(viewer, '/todo');
  const rows = await listTodo(database.db, scope, AT);
  expect(await countTodo(database.db, scope, AT)).toBe(rows.length);
  return rows;
};

describe('what somebody has to do', () => {
  test('are their own open actions, whoever organises; not those they refused, did, or that were withdrawn', async () => {
    const { publish, viewers, name, idOf } = await followUpScene(services);
    const said = ['a1', 'a2', 'a3', 'a4'].map((id) => ({ id, text: `Écrire ${id}`, who: name, due: '2022-06-10' }));
    await publish({ action: said });
    const set = async (id: string, columns: object) =>
      database.db
        .updateTable('followUps')
        .set(columns)
        .where('id', '=', await idOf(id))
        .execute();
    await set('a1', { state: 'done' });
    await set('a2', { declinedAt: AT.now });
    await publish({ action: said.filter(({ id }) => id !== 'a3') });
    expect(await todoOf(viewers.karim)).toMatchObject([
      {
        kind: 'action',
        title: 'Écrire a4',
        day: '2022-06-10',
        detail: 'Tour de table',
        edtf: '2022-05-20T15:00/2022-05-20T16:00',
        number: 'A3',
      },
    ]);
    expect(await todoOf(viewers.stranger)).toEqual([]);
  });

  test('and for organisers what waits in their groups: owners, dates, overdue, people to tell, answers, minutes', async () => {
    const { publish, viewers, name, group, meeting, organiser } = await followUpScene(services);
    await publish({
      action: [
        { id: 'a1', text: 'Sans personne', due: '2022-07-01' },
        { id: 'a2', text: 'Sans date', who: 'le secrétariat' },
        { id: 'a3', text: 'En retard', who: name, due: '2022-06-10' },
      ],
    });
    const next = await makeMeeting(database.db, { groupId: group.id });
    for (const invitedAt of [AT.now, AT.now, null])
      await makeAttendance(database.db, { meetingId: next.id, personId: (await makePerson(database.db)).id, invitedAt });
    await database.db
      .insertInto('noteUpdates')
      .values({ id: 1, meetingId: meeting.id, body: Buffer.from('x') })
      .execute();
    const rows = await todoOf(viewers.organiser);
    expect(rows.map(({ kind, amount, detail }) => ({ kind, amount, detail }))).toEqual([
      { kind: 'publish', amount: 0, detail: 'draft' },
      { kind: 'unanswered', amount: 2, detail: '' },
      { kind: 'unsettled', amount: 2, detail: 'Sans personne' },
      { kind: 'overdue', amount: 1, detail: 'En retard' },
      { kind: 'untold', amount: 1, detail: 'En retard' },
    ]);
    expect(rows.find(({ kind }) => kind === 'unanswered')).toMatchObject({ slug: next.slug, day: '2022-06-17' });
    await database.db.insertInto('minutes').values({ meetingId: meeting.id, state: 'in_review' }).execute();
    const { id: minutesId } = await database.db
      .selectFrom('minutes')
      .select('id')
      .where('meetingId', '=', meeting.id)
      .executeTakeFirstOrThrow();
    const review = { minutesId, openedAt: AT.now, deadline: '2022-06-20' };
    const { id: reviewId } = await database.db.insertInto('reviews').values(review).returning('id').executeTakeFirstOrThrow();
    const complement = { minutesId, reviewId, kind: 'comment' as const, authorName: 'Karim', createdAt: AT.now, authorId: organiser.id };
    await database.db.insertInto('complements').values(complement).execute();
    expect(await todoOf(viewers.organiser)).toContainEqual(
      expect.objectContaining({ kind: 'proposals', amount: 1, day: '2022-06-20', slug: meeting.slug }),
    );
    await database.db.updateTable('minutes').set({ state: 'published' }).where('id', '=', minutesId).execute();
    await database.db.deleteFrom('complements').execute();
    expect((await todoOf(viewers.organiser)).map(({ kind }) => kind)).not.toContain('publish');
  });

  test('a rejected address is theirs to correct until it is another one', async () => {
    const { viewers, group } = await followUpScene(services);
    const { db } = database;
    const next = await makeMeeting(db, { groupId: group.id });
    const guest = await makePerson(db, { givenName: 'Rosa', familyName: 'Vidal' });
    const attendance = await makeAttendance(db, { meetingId: next.id, personId: guest.id, answer: 'remote' });
    const payload = JSON.stringify({ attendanceId: attendance.id, by: viewers.organiser.personId });
    const state = 'refused' as const;
    const mail = { template: 'invitation', payload, toAddress: guest.email, dedupeKey: attendance.id, state, createdAt: AT.now };
    await db.insertInto('outboxMails').values(mail).execute();
    expect(await todoOf(viewers.organiser)).toMatchObject([{ kind: 'rejected', amount: 1, slug: next.slug, detail: 'Rosa Vidal' }]);
    await db.updateTable('people').set({ email: 'rosa@nanterre.example' }).where('id', '=', guest.id).execute();
    expect(await todoOf(viewers.organiser)).toEqual([]);
  });
});

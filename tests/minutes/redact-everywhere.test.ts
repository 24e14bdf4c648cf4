import { expect, test } from 'vitest';
import { REDACTED } from '#app/model/redaction.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { carryOver } from '#server/follow-ups/carry-over.ts';
import { findMeetingScope, type OrganisedMeeting } from '#server/meetings/access.ts';
import { previewRedaction } from '#server/minutes/preview-redaction.ts';
import { publishMinutes } from '#server/minutes/publish-minutes.ts';
import { redactMinutes } from '#server/minutes/redact-minutes.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeMeeting } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { REASON, WORD, wordThatIsOut } from './redaction-scene.ts';
import { tablesWith } from './tables-with.ts';
import { paragraphOf } from './two-versions.ts';

const database = useDatabase();
const services = useServices(database);

test('a redacted word goes from texts that are as long as may be, cut to what their columns hold', async () => {
  const { scope, by, minutesId, attendance, point } = await wordThatIsOut(services);
  const { db } = database;
  const { meetingId } = scope;
  const short = 'Zyg';
  const full = (length: number) => `${short} ${'é'.repeat(length - short.length - 1)}`;
  await db
    .updateTable('meetings')
    .set({
      ...{ title: full(300), summary: full(10_000), placeName: full(200), placeAddress: full(500), placeAccess: full(2000) },
      cancelReason: full(2000),
    })
    .where('id', '=', meetingId)
    .execute();
  await db
    .updateTable('agendaItems')
    .set({ title: full(297), summary: `${'é'.repeat(4996)} ${short}` })
    .where('id', '=', point)
    .execute();
  await db
    .updateTable('reviews')
    .set({ message: full(5000) })
    .execute();
  await db
    .updateTable('complements')
    .set({ comment: full(5000), reason: full(2000) })
    .where('minutesId', '=', minutesId)
    .execute();
  await db
    .updateTable('followUps')
    .set({ outcome: full(2000), ownerWord: full(500) })
    .where('meetingId', '=', meetingId)
    .execute();
  await db
    .updateTable('attendances')
    .set({ answer: 'represented', substituteName: full(200), substituteFunction: full(200) })
    .where('id', '=', attendance.id)
    .execute();
  const { id: pollId } = await db
    .insertInto('livePolls')
    .values({ meetingId, question: full(300), openedAt: '2022-06-01T08:00:00Z' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('livePollOptions')
    .values({ pollId, position: 1, label: full(200) })
    .execute();
  expect(await redactMinutes(services, scope, by, { number: 2, words: [short], reason: REASON })).toEqual({ ok: true, number: 3 });
  expect(await tablesWith(database, `${short} `)).toEqual([]);
  const { title, summary } = await db
    .selectFrom('agendaItems')
    .select(['title', 'summary'])
    .where('id', '=', point)
    .executeTakeFirstOrThrow();
  expect(title).toBe(`${REDACTED} ${'é'.repeat(280)}…`);
  expect(summary).toBe(`${'é'.repeat(4996)}…`);
});

test('a redacted word goes from what went on to other agendas, however often, and from the open actions there; not from what is theirs', async () => {
  const { scope, by, group, point } = await wordThatIsOut(services);
  const { db } = database;
  await db
    .updateTable('agendaItems')
    .set({ title: `Le cas de ${WORD}` })
    .where('id', '=', point)
    .execute();
  const [next, last] = [await makeMeeting(db, { groupId: group.id, title: 'Juin' }), await makeMeeting(db, { groupId: group.id })];
  const carry = async (from: MeetingScope, targetId: string, itemIds: string[]) =>
    carryOver(services, { viewer: by, scope: from as OrganisedMeeting, targetId, itemIds, actions: true });
  const pointsOf = (meetingId: string) =>
    db.selectFrom('agendaItems').select(['id', 'title', 'summary']).where('meetingId', '=', meetingId).orderBy('position').execute();
  expect(await carry(scope, next.id, [point])).toMatchObject({ ok: true, added: 2 });
  const own = { meetingId: next.id, position: 9, title: `${WORD} en personne`, durationMinutes: 5 };
  await db.insertInto('agendaItems').values(own).execute();
  const nextScope = await findMeetingScope(services, by, { id: next.id });
  if (!nextScope) throw new Error('The meeting is out of sight.');
  const carried = (await pointsOf(next.id)).find(({ title }) => title === `Le cas de ${WORD}`);
  expect(await carry(nextScope, last.id, [carried?.id ?? ''])).toMatchObject({ ok: true, added: 2 });
  expect((await pointsOf(last.id)).map(({ summary }) => summary.includes(WORD.toUpperCase()))).toContain(true);

  const { elsewhere } = await previewRedaction(services, scope, [WORD]);
  expect(elsewhere.map(({ published }) => published)).toEqual([false, false]);
  await appendBlocks(services, next.id, carried?.id ?? '', [paragraphOf('n1', 'Suite.')], by.personId);
  expect(await publishMinutes(services, nextScope, by, { number: 1 })).toEqual({ ok: true, number: 1 });
  expect((await previewRedaction(services, scope, [WORD])).elsewhere).toContainEqual({ title: 'Juin', published: true });

  expect(await redactMinutes(services, scope, by, { number: 2, words: [WORD], reason: REASON })).toEqual({ ok: true, number: 3 });
  const left = [...(await pointsOf(next.id)), ...(await pointsOf(last.id))].filter((item) =>
    JSON.stringify(item).toLowerCase().includes(WORD.toLowerCase()),
  );
  expect(left.map(({ title }) => title)).toEqual([own.title]);
  expect((await pointsOf(last.id)).map(({ title }) => title)).toContain(`Le cas de ${REDACTED}`);
  expect((await previewRedaction(services, scope, [WORD])).elsewhere).toEqual([]);
});

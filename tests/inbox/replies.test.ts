import { describe, expect, test } from 'vitest';
import { answerInvitation } from '#server/attendance/answer-invitation.ts';
import { receiveMail } from '#server/inbox/receive-mail.ts';
import { inviteOne, planScene } from '#tests/attendance/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { AUTHSERV, apple, gmail, outlook, type ReplyGiven, thunderbird } from './mails.ts';

const database = useDatabase();
const services = useServices(database);
const by = { door: 'imap', authservId: AUTHSERV } as const;

async function guestScene(given: Parameters<typeof planScene>[2] = {}) {
  services.clock.set('2022-06-03T08:00:00Z');
  const { meeting } = await planScene(database, services, given);
  const { person, attendance, scope } = await inviteOne(database, services, meeting.id);
  const uid = `meeting-${meeting.id}@tertulia.example`;
  const reply = (with_: Partial<ReplyGiven> = {}): ReplyGiven => ({ uid, from: person.email, ...with_ });
  return { meeting, person, scope, attendance, uid, reply };
}

const answerOf = (id: string) =>
  database.db
    .selectFrom('attendances')
    .select(['answer', 'answeredAt', 'answeredBy', 'placeAssumed'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

const rowOf = (attendanceId: string) =>
  database.db.selectFrom('attendanceReplies').selectAll().where('attendanceId', '=', attendanceId).executeTakeFirstOrThrow();

describe('an answer given in a calendar', () => {
  test.each([
    ['Gmail', gmail],
    ['Outlook, without an organiser', outlook],
    ['Thunderbird', thunderbird],
    ['Apple, as the whole mail', apple],
  ])('is recorded as %s writes it', async (_, write) => {
    const { reply, attendance, meeting } = await guestScene();
    expect(await receiveMail(services, write(reply()), by)).toBe('recorded');
    expect(await answerOf(attendance.id)).toMatchObject({ answer: 'in_person', answeredAt: '2022-06-02T08:00:00Z', answeredBy: null });
    expect(services.told).toContainEqual({ meetingId: meeting.id, topic: 'attendance' });
    const [entry] = await database.db.selectFrom('auditEntries').selectAll().where('subjectId', '=', meeting.id).execute();
    expect(entry).toMatchObject({ action: 'attendance.reply', detail: { from: 'none', to: 'in_person' } });
  });

  test('says no, and keeps what was written with it', async () => {
    for (const [write, comment] of [
      [outlook, 'En mission à Lima'],
      [gmail, 'En mission, désolée'],
      [thunderbird, 'Je serai en route'],
    ] as const) {
      const { reply, attendance } = await guestScene();
      expect(await receiveMail(services, write(reply({ partstat: 'DECLINED', comment })), by)).toBe('recorded');
      expect(await answerOf(attendance.id)).toMatchObject({ answer: 'declined' });
      expect(await rowOf(attendance.id)).toMatchObject({ partstat: 'DECLINED', comment });
    }
  });

  test('« accepted » is in the room or from afar by what the meeting offers; where it offers both, the page asks', async () => {
    for (const [given, answer, placeAssumed] of [
      [{ onlineUrl: '' }, 'in_person', false],
      [{ placeName: '' }, 'remote', false],
      [{}, 'in_person', true],
    ] as const) {
      const { reply, attendance, scope } = await guestScene(given);
      await receiveMail(services, thunderbird(reply()), by);
      expect(await answerOf(attendance.id)).toMatchObject({ answer, placeAssumed });
      const remote = { answer: 'remote' as const, substituteName: '', substituteFunction: '' };
      await answerInvitation(services, { scope, given: remote });
      expect(await answerOf(attendance.id)).toMatchObject({ answer: 'remote', placeAssumed: false });
    }
  });

  test('who had said where keeps that; « perhaps » is no answer yet; who is represented stays so', async () => {
    const { reply, attendance } = await guestScene();
    const set = (answer: 'remote' | 'represented', substituteName = '') =>
      database.db.updateTable('attendances').set({ answer, substituteName }).where('id', '=', attendance.id).execute();
    await set('remote');
    expect(await receiveMail(services, gmail(reply()), by)).toBe('recorded');
    expect(await answerOf(attendance.id)).toMatchObject({ answer: 'remote' });
    await receiveMail(services, gmail(reply({ partstat: 'TENTATIVE', stamp: '20220602T090000Z' })), by);
    expect(await answerOf(attendance.id)).toMatchObject({ answer: 'none', answeredAt: null });
    await set('represented', 'Ana Ruiz');
    await receiveMail(services, gmail(reply({ partstat: 'DECLINED', stamp: '20220602T100000Z' })), by);
    expect(await answerOf(attendance.id)).toMatchObject({ answer: 'represented' });
  });
});

describe('of several answers', () => {
  test('the same mail twice, and the same answer twice, are one', async () => {
    const { reply, attendance } = await guestScene();
    const raw = gmail(reply());
    expect(await receiveMail(services, raw, by)).toBe('recorded');
    expect(await receiveMail(services, raw, { ...by, door: 'push' })).toBe('recorded');
    expect(await receiveMail(services, outlook(reply({ stamp: '20220602T080500Z' })), by)).toBe('repeated');
    const kept = await database.db.selectFrom('inboxMails').select('id').where('attendanceId', '=', attendance.id).execute();
    expect(kept).toHaveLength(2);
    const both = await Promise.all([1, 2, 3].map(() => receiveMail(services, apple(reply({ stamp: '20220602T080600Z' })), by)));
    expect(both).toEqual(['repeated', 'repeated', 'repeated']);
  });

  test('the newest counts, by SEQUENCE and then by the time when it was given, in whatever order they come', async () => {
    const { reply, attendance, meeting } = await guestScene();
    await database.db.updateTable('meetings').set({ sequence: 1 }).where('id', '=', meeting.id).execute();
    const take = (given: Partial<ReplyGiven>) => receiveMail(services, thunderbird(reply(given)), by);
    expect(await take({ partstat: 'DECLINED', sequence: 1, stamp: '20220602T080000Z' })).toBe('recorded');
    expect(await take({ partstat: 'ACCEPTED', sequence: 0, stamp: '20220602T090000Z' })).toBe('late');
    expect(await take({ partstat: 'ACCEPTED', sequence: 1, stamp: '20220602T075959Z' })).toBe('late');
    expect(await answerOf(attendance.id)).toMatchObject({ answer: 'declined' });
    expect(await take({ partstat: 'ACCEPTED', sequence: 1, stamp: '20220602T080001Z' })).toBe('recorded');
    expect(await answerOf(attendance.id)).toMatchObject({ answer: 'in_person' });
  });

  test('a SEQUENCE beyond the meeting’s own outranks nothing that is answered later', async () => {
    const { reply, attendance } = await guestScene();
    const take = (given: Partial<ReplyGiven>) => receiveMail(services, thunderbird(reply(given)), by);
    expect(await take({ partstat: 'DECLINED', sequence: 2_147_483_647, stamp: '20220602T080000Z' })).toBe('recorded');
    expect(await take({ partstat: 'ACCEPTED', sequence: 0, stamp: '20220603T070000Z' })).toBe('recorded');
    expect(await answerOf(attendance.id)).toMatchObject({ answer: 'in_person' });
  });

  test('one given here stands against an older one of the calendar, and not against a newer', async () => {
    const { reply, attendance, scope } = await guestScene();
    await answerInvitation(services, { scope, given: { answer: 'remote', substituteName: '', substituteFunction: '' } });
    expect(await receiveMail(services, gmail(reply({ partstat: 'DECLINED' })), by)).toBe('late');
    expect(await answerOf(attendance.id)).toMatchObject({ answer: 'remote' });
    services.clock.set('2022-06-05T08:00:00Z');
    expect(await receiveMail(services, gmail(reply({ partstat: 'DECLINED', stamp: '20220604T080000Z' })), by)).toBe('recorded');
  });

  test('a clock that is ahead does not outrank what is answered later', async () => {
    const { reply, attendance, scope } = await guestScene();
    expect(await receiveMail(services, gmail(reply({ stamp: '20991231T000000Z' })), by)).toBe('recorded');
    services.clock.advance({ minutes: 1 });
    await answerInvitation(services, { scope, given: { answer: 'declined', substituteName: '', substituteFunction: '' } });
    expect(await answerOf(attendance.id)).toMatchObject({ answer: 'declined' });
    services.clock.advance({ minutes: 2 });
    expect(await receiveMail(services, gmail(reply({ stamp: '20220603T080200Z' })), by)).toBe('recorded');
  });
});

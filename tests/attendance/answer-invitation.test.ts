import { describe, expect, test } from 'vitest';
import { answerWindow, parseAnswer } from '#app/model/attendance.ts';
import { answerInvitation } from '#server/attendance/answer-invitation.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { inviteOne, planScene, scopeOf } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

const remote = { answer: 'remote' as const, substituteName: '', substituteFunction: '' };
const inPerson = { ...remote, answer: 'in_person' as const };
const substitute = { answer: 'represented' as const, substituteName: 'Noé Vialat', substituteFunction: 'Chargé de mission' };
const rowOf = (id: string) => database.db.selectFrom('attendances').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('answering', () => {
  test('an answer is recorded as the person’s own, and the open pages of the meeting are told', async () => {
    const { meeting } = await planScene(database, services);
    const { attendance, scope } = await inviteOne(database, services, meeting.id);
    expect(await answerInvitation(services, { scope, given: remote })).toEqual({ ok: true });
    expect(await rowOf(attendance.id)).toMatchObject({ answer: 'remote', answeredBy: null, answeredAt: '2022-06-01T08:00:00Z' });
    expect(services.told).toContainEqual({ meetingId: meeting.id, topic: 'attendance' });
  });

  test('who changes their mind leaves no substitute behind', async () => {
    const { meeting } = await planScene(database, services);
    const { attendance, scope } = await inviteOne(database, services, meeting.id);
    await answerInvitation(services, { scope, given: substitute });
    expect(await rowOf(attendance.id)).toMatchObject({ answer: 'represented', substituteName: 'Noé Vialat' });
    await answerInvitation(services, { scope, given: inPerson });
    expect(await rowOf(attendance.id)).toMatchObject({ answer: 'in_person', substituteName: '', substituteFunction: '' });
  });

  test('of two answers at the same moment one stands, whole, in one row', async () => {
    const { meeting } = await planScene(database, services);
    const { attendance, person, scope } = await inviteOne(database, services, meeting.id);
    await Promise.all([answerInvitation(services, { scope, given: substitute }), answerInvitation(services, { scope, given: remote })]);
    const rows = await database.db.selectFrom('attendances').selectAll().where('personId', '=', person.id).execute();
    expect(rows).toHaveLength(1);
    const { answer, substituteName } = await rowOf(attendance.id);
    expect([answer, substituteName]).toEqual(answer === 'remote' ? ['remote', ''] : ['represented', 'Noé Vialat']);
  });

  test('after removal an answer is refused and nothing comes back', async () => {
    const { meeting } = await planScene(database, services);
    const { attendance, scope } = await inviteOne(database, services, meeting.id);
    await database.db.deleteFrom('attendances').where('id', '=', attendance.id).execute();
    expect(await answerInvitation(services, { scope, given: remote })).toEqual({ ok: false, reason: 'not_invited' });
  });

  test('a member of the group who was not invited has nothing to answer', async () => {
    const { meeting } = await planScene(database, services);
    const scope = await scopeOf(services, await makePerson(database.db), meeting.id);
    expect(await answerInvitation(services, { scope, given: remote })).toEqual({ ok: false, reason: 'not_invited' });
  });

  test('once the meeting has begun, or is cancelled, answers are closed', async () => {
    const begun = await planScene(database, services, { edtf: '2022-06-01T09:30/2022-06-01T12:00' });
    const guest = await inviteOne(database, services, begun.meeting.id);
    expect(await answerInvitation(services, { scope: guest.scope, given: remote })).toEqual({ ok: false, reason: 'started' });
    const off = await planScene(database, services, { status: 'cancelled' });
    const other = await inviteOne(database, services, off.meeting.id);
    expect(await answerInvitation(services, { scope: other.scope, given: remote })).toEqual({ ok: false, reason: 'cancelled' });
    const draft = await planScene(database, services, { status: 'draft' });
    const mine = await makeAttendance(database.db, { meetingId: draft.meeting.id, personId: draft.organiser.id });
    const early = { ...draft.scope, attendanceId: mine.id };
    expect(await answerInvitation(services, { scope: early, given: remote })).toEqual({ ok: false, reason: 'not_announced' });
  });
});

describe('until when', () => {
  const at = (instant: string) => Temporal.Instant.from(instant);
  const meeting = { status: 'scheduled' as const, timeZone: 'Europe/Paris' };

  test('a meeting with hours takes answers to the minute before it starts', () => {
    const dated = { ...meeting, edtf: '2022-06-20T16:30/2022-06-20T18:00' };
    expect(answerWindow(dated, at('2022-06-20T14:29:59Z'))).toBe('open');
    expect(answerWindow(dated, at('2022-06-20T14:30:00Z'))).toBe('started');
  });

  test('a date without an hour takes answers to its very end, and no date at all for ever', () => {
    expect(answerWindow({ ...meeting, edtf: '2022-09' }, at('2022-09-30T21:59:00Z'))).toBe('open');
    expect(answerWindow({ ...meeting, edtf: '2022-09' }, at('2022-09-30T22:00:00Z'))).toBe('started');
    expect(answerWindow({ ...meeting, edtf: 'XXXX' }, at('2032-01-01T00:00:00Z'))).toBe('open');
  });
});

describe('what a form may bring', () => {
  const sent = (substituteName: string, substituteFunction = '') =>
    parseAnswer({ answer: 'represented', substituteName, substituteFunction });

  test('a substitute needs a name, of letters and not of blanks', () => {
    expect(sent('')).toBe('name_needed');
    expect(sent(' \u0000\u202E\n ')).toBe('name_needed');
  });

  test('a name of ten thousand characters is refused with a reason', () => {
    expect(sent('a'.repeat(10_000))).toBe('name_too_long');
    expect(sent('é'.repeat(200))).toMatchObject({ substituteName: 'é'.repeat(200) });
    expect(sent('👩🏽‍💼'.repeat(50), 'x'.repeat(201))).toBe('function_too_long');
  });

  test('line breaks, control characters and bidi overrides never reach a list or a mail', () => {
    expect(sent('Noé\r\nBcc: x@evil.example\u202E Vialat\u0007')).toMatchObject({ substituteName: 'Noé Bcc: x@evil.example Vialat' });
  });

  test('no answer, an invented one, or « none » is none', () => {
    for (const answer of ['', 'none', 'maybe', '__proto__'])
      expect(parseAnswer({ answer, substituteName: 'x', substituteFunction: '' })).toBe('answer_needed');
  });
});

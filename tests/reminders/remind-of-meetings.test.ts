import { beforeEach, describe, expect, test } from 'vitest';
import type { ReminderLead } from '#app/model/mail-preferences.ts';
import { findMeetingLeads } from '#db/reminders/read.ts';
import { findMeetingScope, type OrganisedMeeting } from '#server/meetings/access.ts';
import { chooseLeads } from '#server/reminders/choose-leads.ts';
import { choose } from '#tests/mail-preferences/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { forgetClock, invitee, meetingAt, moveTo, remindersOf, runAt, runThrough } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
beforeEach(async () => {
  await forgetClock(database);
  await database.db.deleteFrom('meetings').execute();
});

const plain = (text = '') => text.replace(/[\u00A0\u202F]/g, ' ');
const DAY_BEFORE = { from: '2022-06-19T14:55:00Z', to: '2022-06-19T15:10:00Z' };
const AT_16_30 = '2022-06-20T16:30/2022-06-20T18:00';

describe('the reminder of the day before', () => {
  test('comes once at 17:00 of each reader’s clock, wherever they are', async () => {
    const meeting = await meetingAt(database, AT_16_30);
    const zones = ['Europe/Paris', 'America/Cayenne', 'America/Bogota', 'America/Argentina/Buenos_Aires', 'Asia/Kathmandu'];
    const people = await Promise.all(zones.map((timeZone) => invitee(database, meeting, { person: { timeZone } })));
    await runThrough(services, { from: '2022-06-19T10:00:00Z', to: '2022-06-19T23:00:00Z', step: { minutes: 15 } });
    const queued = await Promise.all(people.map(({ attendanceId }) => remindersOf(database, attendanceId)));
    expect(queued.flat()).toEqual([
      'day 2022-06-19T15:00:00Z',
      'day 2022-06-19T20:00:00Z',
      'day 2022-06-19T22:00:00Z',
      'day 2022-06-19T20:00:00Z',
      'day 2022-06-19T11:15:00Z',
    ]);
  });

  test('says what, when on both clocks, where, how to join and the agenda', async () => {
    const given = { placeName: 'Maison des collectivités', onlineUrl: 'https://visio.example/dalc' };
    const meeting = await meetingAt(database, AT_16_30, 'Europe/Paris', given);
    const points = [
      { meetingId: meeting.id, title: 'Tour de table', kind: 'discussion' as const, durationMinutes: 20, position: 1 },
      { meetingId: meeting.id, title: 'Calendrier', kind: 'decision' as const, durationMinutes: 0, position: 2 },
    ];
    await database.db.insertInto('agendaItems').values(points).execute();
    const { email } = await invitee(database, meeting, { answer: 'remote', person: { timeZone: 'America/Bogota' } });
    await runAt(services, '2022-06-19T21:58:00Z', '2022-06-19T22:00:00Z');
    const mail = await services.mailbox.next(email);
    expect(plain(mail.subject)).toBe('Demain : Point Amérique latine');
    for (const body of [mail.text, mail.html].map(plain)) {
      expect(body).toContain('Vous avez dit que vous suivriez la réunion à distance.');
      expect(body).toContain('Lundi 20 juin 2022, 16 h 30 – 18 h à Paris');
      expect(body).toContain('9 h 30 à Bogotá');
      expect(body).toContain('Maison des collectivités');
      expect(body).toContain('https://visio.example/dalc');
      expect(body).toContain('1. Tour de table (20 min)');
      expect(body).toContain('2. Calendrier');
      expect(body).toContain('Un empêchement ?');
      expect(body).not.toContain('Serez-vous là ?');
    }
  });

  test('asks those who have not answered, with a link an answer', async () => {
    const meeting = await meetingAt(database, AT_16_30);
    const { email } = await invitee(database, meeting, { answer: 'none' });
    await runThrough(services, DAY_BEFORE);
    const mail = await services.mailbox.next(email);
    expect(plain(mail.subject)).toBe('Demain, votre réponse manque : Point Amérique latine');
    expect(plain(mail.text)).toContain('Serez-vous là ?');
    expect(mail.links.filter((link) => link.includes('/answers/'))).toHaveLength(4);
  });

  test('does not come to those who declined, are represented, were never invited, or have no address; nor for a draft or a cancelled meeting', async () => {
    const meeting = await meetingAt(database, AT_16_30);
    await invitee(database, meeting, { answer: 'declined' });
    await invitee(database, meeting, { answer: 'represented', substituteName: 'Léa Costa' });
    await invitee(database, meeting, { answer: 'none', invitedAt: null });
    await invitee(database, meeting, { person: { email: null } });
    for (const status of ['draft', 'cancelled'] as const)
      await invitee(database, await meetingAt(database, AT_16_30, 'Europe/Paris', { status }));
    await runThrough(services, DAY_BEFORE);
    expect(await database.db.selectFrom('reminders').selectAll().execute()).toEqual([]);
  });

  test('is not sent any more to whoever declined between its queueing and its leaving', async () => {
    const meeting = await meetingAt(database, AT_16_30);
    const { email, attendanceId } = await invitee(database, meeting);
    await runThrough(services, DAY_BEFORE);
    await database.db.updateTable('attendances').set({ answer: 'declined' }).where('id', '=', attendanceId).execute();
    expect(await services.mailbox.unread()).not.toContain(email);
  });
});

describe('a meeting that moves', () => {
  test('is reminded of before its new date, and not of before the old one', async () => {
    const meeting = await meetingAt(database, AT_16_30);
    const { attendanceId } = await invitee(database, meeting);
    await runAt(services, '2022-06-18T08:00:00Z');
    await moveTo(database, meeting, '2022-06-23T09:00/2022-06-23T10:00');
    await runThrough(services, { from: '2022-06-18T12:00:00Z', to: '2022-06-24T12:00:00Z', step: { hours: 3 } });
    expect(await remindersOf(database, attendanceId)).toEqual(['day 2022-06-22T15:00:00Z']);
  });

  test('after its reminder left is reminded of again before the new date', async () => {
    const meeting = await meetingAt(database, AT_16_30);
    const { attendanceId, email } = await invitee(database, meeting);
    await runThrough(services, DAY_BEFORE);
    await services.mailbox.next(email);
    await moveTo(database, meeting, '2022-06-23T09:00/2022-06-23T10:00');
    await runThrough(services, { from: '2022-06-19T18:00:00Z', to: '2022-06-22T21:00:00Z', step: { hours: 3 } });
    expect(await remindersOf(database, attendanceId)).toEqual(['day 2022-06-19T15:00:00Z', 'day 2022-06-22T15:00:00Z']);
    expect(plain((await services.mailbox.next(email)).text)).toContain('23 juin 2022');
  });

  test('by a quarter of an hour after its reminder is not reminded of twice', async () => {
    const meeting = await meetingAt(database, AT_16_30);
    const { attendanceId } = await invitee(database, meeting);
    await runThrough(services, DAY_BEFORE);
    await moveTo(database, meeting, '2022-06-20T16:45/2022-06-20T18:00');
    await runThrough(services, { from: '2022-06-19T15:15:00Z', to: '2022-06-20T16:00:00Z', step: { minutes: 15 } });
    expect(await remindersOf(database, attendanceId)).toHaveLength(1);
  });

  test('between the queueing of a reminder and its leaving leaves it unsent', async () => {
    const meeting = await meetingAt(database, AT_16_30);
    const { email } = await invitee(database, meeting);
    await runThrough(services, DAY_BEFORE);
    await moveTo(database, meeting, '2022-06-23T09:00/2022-06-23T10:00');
    expect(await services.mailbox.unread()).not.toContain(email);
  });

  test('into the past, or to a date without a day, is not reminded of', async () => {
    for (const edtf of ['2022-06-01T09:00/2022-06-01T10:00', '2022-09', 'XXXX']) {
      const meeting = await meetingAt(database, AT_16_30);
      await invitee(database, meeting);
      await moveTo(database, meeting, edtf);
    }
    await runThrough(services, DAY_BEFORE);
    expect(await database.db.selectFrom('reminders').selectAll().execute()).toEqual([]);
  });
});

describe('a server that was away', () => {
  test('sends late what is still useful: once, the last of what is owed', async () => {
    const meeting = await meetingAt(database, AT_16_30);
    const { attendanceId, email } = await invitee(database, meeting);
    await choose(services, email, { leads: ['week', 'day', 'hour'] });
    await runAt(services, '2022-06-12T08:00:00Z', '2022-06-20T08:00:00Z', '2022-06-20T08:05:00Z');
    expect(await remindersOf(database, attendanceId)).toEqual(['day 2022-06-20T08:00:00Z']);
    expect(plain((await services.mailbox.next(email)).subject)).toBe('Aujourd’hui : Point Amérique latine');
  });

  test('sends nothing once the meeting has begun', async () => {
    const meeting = await meetingAt(database, AT_16_30);
    await invitee(database, meeting);
    await runAt(services, '2022-06-12T08:00:00Z', '2022-06-20T14:30:00Z');
    expect(await database.db.selectFrom('reminders').selectAll().execute()).toEqual([]);
  });

  test('does not remind of everything that is near when it starts for the first time', async () => {
    const meeting = await meetingAt(database, AT_16_30);
    await invitee(database, meeting);
    await runAt(services, '2022-06-19T18:00:00Z', '2022-06-19T18:05:00Z');
    expect(await database.db.selectFrom('reminders').selectAll().execute()).toEqual([]);
  });
});

describe('a node whose clock was wrong', () => {
  test('by years does not silence the others for years', async () => {
    const meeting = await meetingAt(database, AT_16_30);
    const { attendanceId } = await invitee(database, meeting);
    await runAt(services, '2031-01-01T00:00:00Z', '2022-06-19T14:50:00Z', '2022-06-19T15:00:00Z');
    expect(await remindersOf(database, attendanceId)).toEqual(['day 2022-06-19T15:00:00Z']);
  });

  test('by minutes reminds nobody twice when it is put back', async () => {
    const meeting = await meetingAt(database, AT_16_30);
    const { attendanceId } = await invitee(database, meeting);
    await runAt(
      services,
      '2022-06-19T14:50:00Z',
      '2022-06-19T15:04:00Z',
      '2022-06-19T14:58:00Z',
      '2022-06-19T15:00:00Z',
      '2022-06-19T15:05:00Z',
    );
    expect(await remindersOf(database, attendanceId)).toHaveLength(1);
  });
});

describe('how long before', () => {
  test('organisers choose for one meeting; what another chose meanwhile is not overwritten', async () => {
    const { groupId, id: meetingId } = await meetingAt(database, AT_16_30);
    const viewer = viewerOf(await makePerson(database.db, { networkOrganiser: true }));
    const scope = (await findMeetingScope(services, viewer, { id: meetingId })) as OrganisedMeeting;
    expect(scope).toMatchObject({ groupId, can: { organise: true } });
    const choice = { viewer, scope, leads: ['day', 'hour'] as ReminderLead[], before: null };
    expect(await chooseLeads(services, choice)).toEqual({ ok: true });
    expect(await chooseLeads(services, choice)).toEqual({ ok: true });
    expect(await chooseLeads(services, { ...choice, leads: [] })).toEqual({ ok: false, reason: 'conflict' });
    expect(await findMeetingLeads(database.db, scope)).toEqual(['day', 'hour']);
    expect(await chooseLeads(services, { ...choice, leads: null, before: ['day', 'hour'] })).toEqual({ ok: true });
    expect(await findMeetingLeads(database.db, scope)).toBeNull();
  });

  test('each reader chooses, nobody is reminded who refused, and the meeting’s own reminders come besides', async () => {
    const meeting = await meetingAt(database, AT_16_30);
    const [usual, week, never] = [await invitee(database, meeting), await invitee(database, meeting), await invitee(database, meeting)];
    await choose(services, week.email, { leads: ['week'] });
    await choose(services, never.email, { leads: [] });
    const leads = { meetingId: meeting.id, leads: ['hour' as const], changedAt: '2022-06-01T00:00:00Z' };
    await database.db.insertInto('meetingReminders').values(leads).execute();
    await runThrough(services, { from: '2022-06-12T00:00:00Z', to: '2022-06-20T16:30:00Z', step: { hours: 1, minutes: 30 } });
    expect(await remindersOf(database, usual.attendanceId)).toEqual(['hour 2022-06-20T13:30:00Z']);
    expect(await remindersOf(database, week.attendanceId)).toEqual(['week 2022-06-13T15:00:00Z', 'hour 2022-06-20T13:30:00Z']);
    services.clock.set('2022-06-20T13:31:00Z');
    const unread = await services.mailbox.unread();
    expect(unread).toContain(usual.email);
    expect(unread).not.toContain(never.email);
  });
});

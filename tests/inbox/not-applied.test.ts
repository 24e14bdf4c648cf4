import { describe, expect, test } from 'vitest';
import { removeAttendee } from '#server/attendance/remove-attendee.ts';
import { receiveMail } from '#server/inbox/receive-mail.ts';
import { inviteOne, planScene } from '#tests/attendance/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { AUTHSERV, apple, gmail, outlook, passed, type ReplyGiven, thunderbird } from './mails.ts';

const database = useDatabase();
const services = useServices(database);
const by = { door: 'imap', authservId: AUTHSERV } as const;

async function guestScene() {
  services.clock.set('2022-06-03T08:00:00Z');
  const scene = await planScene(database, services);
  const { person, attendance } = await inviteOne(database, services, scene.meeting.id);
  const uid = `meeting-${scene.meeting.id}@tertulia.example`;
  const reply = (given: Partial<ReplyGiven> = {}): ReplyGiven => ({ uid, from: person.email, ...given });
  return { ...scene, person, attendance, uid, reply };
}

const answerOf = async (id: string) =>
  (await database.db.selectFrom('attendances').select('answer').where('id', '=', id).executeTakeFirst())?.answer;

const setMeeting = (id: string, given: { status: 'cancelled' | 'draft' }) =>
  database.db.updateTable('meetings').set(given).where('id', '=', id).execute();

describe('an answer that comes too late, or to nothing', () => {
  test('after the meeting began, or was cancelled, or is a draft again, changes nothing', async () => {
    const { reply, attendance, meeting } = await guestScene();
    services.clock.set('2022-06-20T14:30:00Z');
    expect(await receiveMail(services, gmail(reply()), by)).toBe('started');
    services.clock.set('2022-06-03T08:00:00Z');
    await setMeeting(meeting.id, { status: 'cancelled' });
    expect(await receiveMail(services, outlook(reply()), by)).toBe('cancelled');
    await setMeeting(meeting.id, { status: 'draft' });
    expect(await receiveMail(services, apple(reply()), by)).toBe('not_announced');
    expect(await answerOf(attendance.id)).toBe('none');
  });

  test('from who was taken off the list, was never invited, or is unknown, is told apart and kept', async () => {
    const { reply, attendance, meeting, viewer, scope } = await guestScene();
    await removeAttendee(services, { viewer, scope, attendanceId: attendance.id });
    expect(await receiveMail(services, gmail(reply()), by)).toBe('not_invited');
    const waiting = await makePerson(database.db);
    await makeAttendance(database.db, { meetingId: meeting.id, personId: waiting.id });
    expect(await receiveMail(services, gmail(reply({ from: waiting.email })), by)).toBe('not_invited');
    expect(await receiveMail(services, gmail(reply({ from: 'nobody@nowhere.example' })), by)).toBe('not_invited');
  });

  test('to a meeting that is not ours is kept', async () => {
    const { reply } = await guestScene();
    for (const uid of [
      `meeting-${crypto.randomUUID()}@tertulia.example`,
      reply().uid.replace('tertulia.example', 'other.example'),
      'meeting-1@tertulia.example',
      `x ${reply().uid}`,
      '040000008200E00074C5B7101A82E008',
    ])
      expect(await receiveMail(services, thunderbird(reply({ uid })), by)).toBe('unknown_meeting');
  });

  test('with another person to come instead, or a word that means nothing, is left to organisers', async () => {
    const { reply, attendance } = await guestScene();
    expect(await receiveMail(services, gmail(reply({ partstat: 'DELEGATED;DELEGATED-TO="mailto:ana@quito.example"' })), by)).toBe(
      'delegated',
    );
    const row = await database.db.selectFrom('inboxMails').select('detail').where('outcome', '=', 'delegated').executeTakeFirstOrThrow();
    expect(row.detail).toContain('ana@quito.example');
    expect(await receiveMail(services, gmail(reply({ partstat: 'NEEDS-ACTION' })), by)).toBe('kept');
    expect(await receiveMail(services, gmail(reply({ partstat: 'X-SOON' })), by)).toBe('kept');
    expect(await answerOf(attendance.id)).toBe('none');
  });

  test('that proposes another time (COUNTER) is kept, and so is an invitation of somebody else’s', async () => {
    const { reply, attendance } = await guestScene();
    for (const [method, kind] of [
      ['COUNTER', 'counter'],
      ['REQUEST', 'other'],
      ['REFRESH', 'other'],
    ] as const) {
      const raw = outlook(reply()).toString();
      const calendar = /base64\r\n\r\n([\s\S]+?)\r\n--/.exec(raw)?.[1] ?? '';
      const other = Buffer.from(Buffer.from(calendar, 'base64').toString().replace('METHOD:REPLY', `METHOD:${method}`)).toString('base64');
      expect(await receiveMail(services, Buffer.from(raw.replace(calendar, other)), by)).toBe('kept');
      const row = await database.db.selectFrom('inboxMails').select('kind').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
      expect(row.kind).toBe(kind);
    }
    expect(await answerOf(attendance.id)).toBe('none');
  });
});

describe('what is built to do harm', () => {
  /** A flat mail with this calendar. */
  const withCalendar = (from: string, calendar: string | Buffer, type = 'text/calendar; method=REPLY; charset=utf-8') =>
    Buffer.concat([
      Buffer.from(`${passed(from)}\r\nFrom: <${from}>\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n`),
      Buffer.from(calendar),
    ]);
  const calendarOf = (uid: string, attendees: string, more = '') =>
    `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20220602T080000Z\r\n${attendees}\r\n${more}END:VEVENT\r\nEND:VCALENDAR\r\n`;
  const yes = (address: string) => `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${address}`;

  test.each([
    ['is cut off', (uid: string, from: string) => calendarOf(uid, yes(from)).slice(0, 90)],
    ['names nobody', (uid: string) => calendarOf(uid, 'SUMMARY:x')],
    [
      'names ten thousand',
      (uid: string, from: string) =>
        calendarOf(
          uid,
          Array.from({ length: 10_000 }, (_, n) => yes(`a${n}@b.example`))
            .concat(yes(from))
            .join('\r\n'),
        ),
    ],
    ['is larger than a megabyte', (uid: string, from: string) => calendarOf(uid, yes(from), `DESCRIPTION:${'x'.repeat(1_000_001)}\r\n`)],
    [
      'holds a thousand parts in parts',
      (uid: string, from: string) => calendarOf(uid, yes(from), `${'BEGIN:VEVENT\r\n'.repeat(1000)}${'END:VEVENT\r\n'.repeat(1000)}`),
    ],
    ['is no calendar', () => 'MZ\u0000\u0001 not a calendar at all'],
    ['is empty', () => ''],
    ['has no event', () => 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n'],
    ['has a broken address', (uid: string) => calendarOf(uid, 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:%E0%A4%A')],
  ])('a calendar that %s is kept as it is, at once', async (_, calendar) => {
    const { uid, person, attendance } = await guestScene();
    const start = performance.now();
    const outcome = await receiveMail(services, withCalendar(person.email, calendar(uid, person.email)), by);
    expect(['unreadable', 'kept', 'not_invited']).toContain(outcome);
    expect(performance.now() - start).toBeLessThan(3000);
    expect(await answerOf(attendance.id)).toBe('none');
  });

  test('a strange date or number in it is as none', async () => {
    const { uid, person, attendance } = await guestScene();
    const calendar = calendarOf(uid, yes(person.email), 'SEQUENCE:99999999999\r\n').replace('20220602T080000Z', '99999999T999999Z');
    expect(await receiveMail(services, withCalendar(person.email, calendar), by)).toBe('recorded');
    expect(await answerOf(attendance.id)).toBe('in_person');
  });

  test('a charset that is wrong, unknown or old does not hide whose answer it is', async () => {
    for (const charset of ['iso-8859-1', 'x-unknown', 'utf-16', '']) {
      const { uid, person } = await guestScene();
      const latin = Buffer.from(calendarOf(uid, `ATTENDEE;CN="Zoé Évora";PARTSTAT=ACCEPTED:mailto:${person.email}`), 'latin1');
      const outcome = await receiveMail(services, withCalendar(person.email, latin, `text/calendar; method=REPLY; charset=${charset}`), by);
      expect(outcome).toBe(charset === 'utf-16' ? 'unreadable' : 'recorded');
    }
  });

  test('a mail of parts in parts in parts, of endless headers, or of nothing, is kept', async () => {
    const open = (depth: number) =>
      Array.from({ length: depth }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join('');
    for (const raw of [`From: <a@b.example>\r\n${open(500)}`, `X: ${'y\r\n '.repeat(300_000)}\r\n\r\n`, '\r\n', '\u0000\u0000'])
      expect(['unreadable', 'kept']).toContain(await receiveMail(services, Buffer.from(raw), by));
  });

  test('words with control signs, bidi overrides and endless lines are kept as a bounded text', async () => {
    const text = `\u0000\u202eevil\u0007 ${'long '.repeat(50_000)}`;
    const raw = `From: "\u202ePaula\u0000" <a@b.example>\r\nSubject: ${'s'.repeat(5000)}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`;
    expect(await receiveMail(services, Buffer.from(raw), by)).toBe('kept');
    const row = await database.db.selectFrom('inboxMails').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
    expect(row.excerpt).toMatch(/^evil +long/);
    expect(row).toMatchObject({ kind: 'other', fromAddress: 'a@b.example', subject: 's'.repeat(300) });
    expect(row.excerpt.length).toBe(2000);
  });
});

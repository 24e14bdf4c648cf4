import { describe, expect, test } from 'vitest';
import { invitePeople } from '#server/attendance/invite-people.ts';
import { receiveMail } from '#server/inbox/receive-mail.ts';
import { planScene } from '#tests/attendance/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { exchange, exim, outOfOffice, postfix, qmail, type Returned } from './bounces.ts';

const database = useDatabase();
const services = useServices(database);
const by = { door: 'push', authservId: null } as const;

/** An invitation that was sent, and its row as it is now. */
async function sentMail() {
  const scene = await planScene(database, services);
  const person = await makePerson(database.db);
  await invitePeople(services, { ...scene, whom: { kind: 'people', personIds: [person.id] }, roles: ['participant'] });
  const { messageId = '' } = await services.mailbox.next(person.email);
  const row = () => database.db.selectFrom('outboxMails').selectAll().where('messageId', '=', messageId).executeTakeFirstOrThrow();
  return { returned: { messageId, to: person.email } satisfies Returned, row, meeting: scene.meeting };
}

const lastKept = () => database.db.selectFrom('inboxMails').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();

describe('a mail of ours that comes back', () => {
  test.each([
    ['Postfix', postfix],
    ['Exchange', exchange],
    ['Exim, without a report', exim],
    ['qmail, in words alone', qmail],
  ])('is noted as %s says it, once', async (_, write) => {
    const { returned, row } = await sentMail();
    const raw = write(returned);
    expect(await receiveMail(services, raw, by)).toBe('bounce_recorded');
    expect(await row()).toMatchObject({ state: 'bounced', lastError: expect.stringMatching(/5\.\d\.\d|550/) });
    expect(await lastKept()).toMatchObject({ kind: 'bounce', detail: expect.stringContaining(returned.to) });
    expect(await receiveMail(services, raw, by)).toBe('bounce_recorded');
  });

  test('is not given up while the other server still tries', async () => {
    const { returned, row } = await sentMail();
    const delayed = postfix(returned, { action: 'delayed', status: '4.4.1', said: '451 4.4.1 connection timed out' });
    expect(await receiveMail(services, delayed, by)).toBe('bounce_recorded');
    expect(await row()).toMatchObject({ state: 'sent', fault: 'later' });
  });

  test('that another server says it delivered, is no fault', async () => {
    const { returned, row } = await sentMail();
    expect(await receiveMail(services, postfix(returned, { action: 'delivered', status: '2.0.0', said: '250 ok' }), by)).toBe('kept');
    expect(await row()).toMatchObject({ state: 'sent' });
  });

  test('is believed only of the person whom the mail was sent to', async () => {
    const { returned, row } = await sentMail();
    for (const write of [postfix, exchange, exim, qmail])
      expect(await receiveMail(services, write({ ...returned, to: 'somebody@else.example' }), by)).toBe('kept');
    expect(await row()).toMatchObject({ state: 'sent', fault: '' });
    expect(await lastKept()).toMatchObject({ outcome: 'kept', detail: expect.stringContaining('somebody@else.example') });
  });

  test('is believed of a report in due form that names nobody, not of words that name nobody', async () => {
    const nameless = await sentMail();
    const report = postfix(nameless.returned)
      .toString()
      .replace(/^(Final|Original)-Recipient: .*\r\n/gm, '');
    const words = await sentMail();
    const said = qmail(words.returned).toString().replaceAll(words.returned.to, 'them');
    expect(await receiveMail(services, Buffer.from(report), by)).toBe('bounce_recorded');
    expect(await nameless.row()).toMatchObject({ state: 'bounced' });
    expect(await receiveMail(services, Buffer.from(said), by)).toBe('kept');
    expect(await words.row()).toMatchObject({ state: 'sent' });
  });

  test('is not believed of a mail that somebody sends: only a report, or what comes from nobody, tells of a failure', async () => {
    const { returned, row } = await sentMail();
    const sentBy = (path: string) =>
      `${path}From: MAILER-DAEMON@evil.example\r\nX-Failed-Recipients: ${returned.to}\r\nSubject: Undelivered\r\n`;
    for (const path of ['', 'Return-Path: <evil@evil.example>\r\n', 'Return-Path: <evil@evil.example>\r\nReturn-Path: <>\r\n']) {
      const raw = `${sentBy(path)}References: ${returned.messageId}\r\n\r\n<${returned.to}>: 550 5.1.1 no such user`;
      expect(await receiveMail(services, Buffer.from(raw), by)).toBe('kept');
      expect(await lastKept()).toMatchObject({ kind: 'other' });
    }
    expect(await row()).toMatchObject({ state: 'sent', fault: '' });
    expect(await database.db.selectFrom('failingAddresses').selectAll().where('address', '=', returned.to).execute()).toEqual([]);
  });

  test('is not believed of a mail that is not ours', async () => {
    const { returned, row } = await sentMail();
    const foreign = { ...returned, messageId: `<${crypto.randomUUID()}@other.example>` };
    for (const write of [postfix, exchange, exim, qmail]) expect(await receiveMail(services, write(foreign), by)).toBe('kept');
    expect(await row()).toMatchObject({ state: 'sent' });
  });
});

test('an out-of-office note is kept, says nothing of the address, and is not answered', async () => {
  const { returned, row } = await sentMail();
  expect(await receiveMail(services, outOfOffice(returned), by)).toBe('kept');
  expect(await lastKept()).toMatchObject({ kind: 'auto_reply', fromAddress: returned.to, excerpt: expect.stringContaining('congé') });
  expect(await row()).toMatchObject({ state: 'sent', fault: '' });
  expect(await services.mailbox.unread()).toEqual([]);
});

test('what a list or a person writes is kept for people to read', async () => {
  for (const [header, kind] of [
    ['List-Id: <dalc.brumes.example>', 'list'],
    ['X-Mailer: x', 'other'],
  ] as const) {
    const raw = Buffer.from(`From: Paula <p@quito.example>\r\n${header}\r\nSubject: Question\r\n\r\nPeut-on venir à deux ?\r\n`);
    expect(await receiveMail(services, raw, by)).toBe('kept');
    expect(await lastKept()).toMatchObject({ kind, subject: 'Question', excerpt: 'Peut-on venir à deux ?' });
  }
  expect(await services.mailbox.unread()).toEqual([]);
});

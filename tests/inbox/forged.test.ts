import { describe, expect, test } from 'vitest';
import { isAuthentic } from '#server/inbox/authentication-results.ts';
import { receiveMail } from '#server/inbox/receive-mail.ts';
import { inviteOne, planScene, tokenIn } from '#tests/attendance/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { AUTHSERV, gmail, outlook, passed, type ReplyGiven, thunderbird } from './mails.ts';

const database = useDatabase();
const services = useServices(database);
const by = { door: 'imap', authservId: AUTHSERV } as const;

async function guestScene() {
  services.clock.set('2022-06-03T08:00:00Z');
  const { meeting } = await planScene(database, services);
  const { person, attendance } = await inviteOne(database, services, meeting.id);
  const reply = (given: Partial<ReplyGiven> = {}): ReplyGiven => ({
    ...{ uid: `meeting-${meeting.id}@tertulia.example`, from: person.email },
    ...given,
  });
  return { meeting, person, attendance, reply };
}

const answerOf = async (id: string) =>
  (await database.db.selectFrom('attendances').select('answer').where('id', '=', id).executeTakeFirstOrThrow()).answer;

describe('an answer that nothing proves', () => {
  test('changes nothing; the person is asked at their own address, once a day, and confirms by a link', async () => {
    const { reply, person, attendance } = await guestScene();
    for (const stamp of ['20220602T080000Z', '20220602T080100Z'])
      expect(await receiveMail(services, outlook(reply({ trace: [], stamp })), by)).toBe('unproven');
    expect(await answerOf(attendance.id)).toBe('none');
    const mail = await services.mailbox.next(person.email);
    expect(mail.subject).toBe('Cette réponse est-elle de vous\u202f? Point Amérique latine');
    expect(mail.text).toContain('«\u00a0accepté\u00a0»');
    expect(mail.attachments).toEqual([]);
    expect(tokenIn(mail.links)).toMatch(/^[\w-]{43}$/);
    await expect(services.mailbox.next(person.email)).rejects.toThrow('No unread mail');
    services.clock.advance({ hours: 24 });
    await receiveMail(services, outlook(reply({ trace: [], stamp: '20220602T080200Z' })), by);
    await services.mailbox.next(person.email);
  });

  test('is not written about when a program sent it: two programs would write to each other for ever', async () => {
    const { reply, person } = await guestScene();
    expect(await receiveMail(services, gmail(reply({ trace: [] })), by)).toBe('unproven');
    expect(await receiveMail(services, thunderbird(reply({ trace: ['Return-Path: <>'] })), by)).toBe('unproven');
    await expect(services.mailbox.next(person.email)).rejects.toThrow('No unread mail');
  });

  test('moves nobody else: who is proven to be the sender answers for themselves only', async () => {
    const { reply, attendance, meeting } = await guestScene();
    const other = await inviteOne(database, services, meeting.id);
    const forged = thunderbird(reply())
      .toString()
      .replace(/^From: .*$/m, `From: <${other.person.email}>`);
    const trace = passed(other.person.email);
    const signed = forged.replace(/^Authentication-Results: .*$/m, trace);
    expect(await receiveMail(services, Buffer.from(signed), by)).toBe('unproven');
    expect(await answerOf(attendance.id)).toBe('none');
    expect(await answerOf(other.attendance.id)).toBe('none');
  });

  test('is one where nobody’s verdict is believed', async () => {
    const { reply, attendance } = await guestScene();
    expect(await receiveMail(services, outlook(reply()), { door: 'push', authservId: null })).toBe('unproven');
    expect(await answerOf(attendance.id)).toBe('none');
  });
});

describe('the verdict of our own mail server', () => {
  const from = 'paula@quito.example';
  const authentic = (...values: string[]) =>
    isAuthentic(
      values.map((value) => ({ key: 'authentication-results', value })),
      { authservId: AUTHSERV, from },
    );

  test.each([
    ['DMARC', `${AUTHSERV}; dmarc=pass header.from=quito.example`],
    [
      'DMARC among others, with comments and in capitals',
      `MX.Tertulia.Example 1; spf=fail (no) smtp.mailfrom=x.example;\tDMARC=Pass (p=none (dis=none)) header.from=Quito.Example`,
    ],
    [
      'an aligned signature, where the domain has no policy',
      `${AUTHSERV}; dmarc=none header.from=quito.example; dkim=pass header.d=quito.example`,
    ],
    ['the second of two signatures', `${AUTHSERV}; dkim=fail header.d=evil.example; dkim=pass header.d=quito.example header.b="a/b=="`],
    ['SPF for an address in quotation marks', `${AUTHSERV}; spf=pass smtp.mailfrom="bounce@quito.example"`],
    ['SPF for an address with a quoted name', `${AUTHSERV}; spf=pass smtp.mailfrom="a@evil.example"@quito.example`],
  ])('believes %s', (_, value) => {
    expect(authentic(value)).toBe(true);
  });

  test.each([
    ['none at all', []],
    ['of another server', ['mx.evil.example; dmarc=pass header.from=quito.example']],
    ['that says that nothing was checked', [`${AUTHSERV}; none`]],
    ['of a failure, whatever else passed', [`${AUTHSERV}; dmarc=fail header.from=quito.example; dkim=pass header.d=quito.example`]],
    ['about another domain', [`${AUTHSERV}; dmarc=pass header.from=evil.example`]],
    ['without saying about whom', [`${AUTHSERV}; dmarc=pass`]],
    ['of a signature by somebody else', [`${AUTHSERV}; dkim=pass header.d=evil.example`]],
    ['of a signature by a neighbour of the name', [`${AUTHSERV}; dkim=pass header.d=notquito.example`]],
    ['of a signature by a subdomain, which may be hosted for anybody', [`${AUTHSERV}; dkim=pass header.d=shop.quito.example`]],
    ['of a signature that only says for whom it is', [`${AUTHSERV}; dkim=pass header.i=@quito.example header.s=s1`]],
    ['of an envelope whose quoted name is an address', [`${AUTHSERV}; spf=pass smtp.mailfrom="x@quito.example"@evil.example; dmarc=none`]],
    ['of such an envelope, quoted as a whole', [`${AUTHSERV}; spf=pass smtp.mailfrom="\\"x@quito.example\\"@evil.example"`]],
    ['of an envelope cut in two by a space', [`${AUTHSERV}; spf=pass smtp.mailfrom="x@quito.example" @evil.example`]],
    ['of an envelope cut in two by a comment', [`${AUTHSERV}; spf=pass smtp.mailfrom=x@quito.example(y)@evil.example`]],
    ['of a signature for a quoted name', [`${AUTHSERV}; dkim=pass header.i="a@quito.example"@evil.example header.s=x`]],
    ['that names two domains for one thing', [`${AUTHSERV}; dkim=pass header.d=evil.example header.d=quito.example`]],
    ['that ends in the middle of a quotation', [`${AUTHSERV}; dmarc=pass header.from=quito.example x="`]],
    ['with a comment that was closed twice', [`${AUTHSERV}; spf=fail (domain of x) ; dmarc=pass header.from=quito.example y)`]],
    ['that is longer than any mail server writes', [`${AUTHSERV}; dmarc=pass header.from=quito.example reason=${'x'.repeat(4100)}`]],
    ['of a top-level domain', [`${AUTHSERV}; dkim=pass header.d=example`]],
    ['within a comment', [`${AUTHSERV}; dkim=fail (dkim=pass header.d=quito.example; dmarc=pass header.from=quito.example)`]],
    ['within a quoted value', [`${AUTHSERV}; spf=fail smtp.mailfrom="; dmarc=pass header.from=quito.example"@evil.example`]],
    [
      'twice, as a sender smuggles it into an address',
      [`${AUTHSERV}; spf=pass smtp.mailfrom=a; dmarc=pass header.from=quito.example @evil.example; dmarc=fail header.from=quito.example`],
    ],
    [
      'under the one that our server wrote',
      [`${AUTHSERV}; dmarc=fail header.from=quito.example`, `${AUTHSERV}; dmarc=pass header.from=quito.example`],
    ],
    ['that is no header of this kind', ['; ; ;', '', '"', `(${AUTHSERV}; dmarc=pass header.from=quito.example`]],
  ])('does not believe one %s', (_, values) => {
    expect(authentic(...values)).toBe(false);
  });

  test('is believed of a domain above the sender’s, whose owner owns both', () => {
    const headers = [{ key: 'authentication-results', value: `${AUTHSERV}; dkim=pass header.d=quito.example` }];
    expect(isAuthentic(headers, { authservId: AUTHSERV, from: 'paula@mail.quito.example' })).toBe(true);
  });

  test('takes no time to read, whatever somebody wrote into hundreds of such headers', () => {
    const start = performance.now();
    for (const words of ['a', 'a.', 'a=', 'a="', 'a ', '"\\', '(', 'a;', ';'])
      for (const id of ['x', AUTHSERV])
        expect(authentic(...Array.from({ length: 100 }, () => `${id}; ${words.repeat(19_000 / words.length)}`))).toBe(false);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('an answer is not taken from somebody whose envelope only looks like the person’s', async () => {
    const { reply, attendance, person } = await guestScene();
    const domain = person.email.split('@')[1];
    const trace = [
      `Authentication-Results: ${AUTHSERV}; spf=pass smtp.mailfrom="x@${domain}"@evil.example; dmarc=none header.from=${domain}`,
    ];
    expect(await receiveMail(services, outlook(reply({ trace })), by)).toBe('unproven');
    expect(await answerOf(attendance.id)).toBe('none');
    await services.mailbox.next(person.email);
  });

  test('is of no use for a mail with two senders', async () => {
    const { reply, attendance, person } = await guestScene();
    const doubled = thunderbird(reply()).toString();
    for (const raw of [
      doubled.replace(/^From: /m, 'From: evil@evil.example\r\nFrom: '),
      doubled.replace(/^From: .*$/m, `From: <${person.email}>, <evil@evil.example>`),
    ])
      expect(await receiveMail(services, Buffer.from(raw), by)).toBe('unproven');
    expect(await answerOf(attendance.id)).toBe('none');
    await services.mailbox.next(person.email);
  });
});

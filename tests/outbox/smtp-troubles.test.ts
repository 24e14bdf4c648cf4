import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openMailer } from '#server/outbox/mailer.ts';
import { sendMail } from '#server/outbox/send-mail.ts';
import { planScene } from '#tests/attendance/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { invitedTo } from './outbox-scene.ts';
import { useTroubledServer } from './troubled-server.ts';

const database = useDatabase();
const services = useServices(database);
const server = useTroubledServer();
let scene: Awaited<ReturnType<typeof planScene>>;

beforeAll(async () => {
  scene = await planScene(database, services);
});
beforeEach(() => {
  services.mailer = openMailer(server.url, undefined, { silenceMs: 500 });
  server.received.length = 0;
});
afterEach(() => services.mailer.stop());

const messageIdsOf = (mails: Buffer[]) => new Set(mails.map((raw) => /^Message-ID: (.*)$/im.exec(raw.toString())?.[1]));

describe('a mail that the other server cannot take now leaves with the next attempt, once', () => {
  test.each([
    ['at the greeting', { at: 'greeting', code: 421, message: '4.3.2 going down' }, 'later'],
    ['greylisted', { at: 'recipient', code: 450, message: '4.2.0 greylisted' }, 'later'],
    ['out of space', { at: 'data', code: 452, message: '4.3.1 no space' }, 'later'],
    ['mailbox over its quota', { at: 'recipient', code: 452, message: '4.2.2 over quota' }, 'mailbox_full'],
    ['rate limited', { at: 'sender', code: 451, message: '4.7.1 too fast' }, 'policy'],
    ['cut off in the middle', { at: 'middle' }, 'network'],
  ] as const)('%s', async (_name, trouble, fault) => {
    const { id, row } = await invitedTo(database, services, scene);
    server.next(trouble);
    await expect(sendMail(services, id)).rejects.toThrow();
    expect(await row()).toMatchObject({ state: 'queued', fault, attempts: 1, claimedUntil: null });
    server.received.length = 0;
    await sendMail(services, id);
    expect(await row()).toMatchObject({ state: 'sent', fault: '', lastError: '', attempts: 2 });
    expect(server.received).toHaveLength(1);
  });
});

describe('a mail that the other server refuses for good is not sent again', () => {
  test.each([
    ['nobody has the address', { at: 'recipient', code: 550, message: '5.1.1 user unknown' }, 'no_mailbox', 1],
    ['the mail is not wanted', { at: 'data', code: 554, message: '5.7.1 message refused' }, 'policy', 0],
    ['the mail is too big', { at: 'data', code: 552, message: '5.3.4 too big' }, 'content', 0],
  ] as const)('%s', async (_name, trouble, fault, failures) => {
    const { id, row, person } = await invitedTo(database, services, scene);
    server.next(trouble);
    await sendMail(services, id);
    expect(await row()).toMatchObject({ state: 'refused', fault, attempts: 1, lastError: expect.stringContaining(trouble.message) });
    const failing = await database.db.selectFrom('failingAddresses').select('failures').where('address', '=', person.email).execute();
    expect(failing.map((each) => each.failures)).toEqual(failures ? [failures] : []);
  });
});

test('a server that takes the mail but does not say so in time gets it again, with the same Message-ID', async () => {
  const { id, row } = await invitedTo(database, services, scene);
  const { promise, resolve } = Promise.withResolvers<void>();
  server.next({ at: 'answer', until: promise });
  await expect(sendMail(services, id)).rejects.toThrow(/timeout/i);
  resolve();
  expect((await row()).state).toBe('queued');
  await sendMail(services, id);
  expect((await row()).state).toBe('sent');
  expect(server.received).toHaveLength(2);
  expect(messageIdsOf(server.received).size).toBe(1);
});

test('a slow server is waited for', async () => {
  const { id, row } = await invitedTo(database, services, scene);
  const { promise, resolve } = Promise.withResolvers<void>();
  server.next({ at: 'answer', until: promise });
  const sending = sendMail(services, id);
  await expect.poll(() => server.received.length).toBe(1);
  expect((await row()).state).toBe('queued');
  resolve();
  await sending;
  expect((await row()).state).toBe('sent');
});

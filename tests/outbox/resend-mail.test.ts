import { describe, expect, test } from 'vitest';
import type { MailState } from '#app/model/outbox.ts';
import { countFailedMails, listFailedMails, listMeetingMails } from '#db/outbox/read-sent.ts';
import { lookAfterMails } from '#server/outbox/access.ts';
import { PERSONAL_TEMPLATES } from '#server/outbox/personal-mails.ts';
import { resendFailed } from '#server/outbox/resend-failed.ts';
import { resendMail } from '#server/outbox/resend-mail.ts';
import { trustAddress } from '#server/outbox/trust-address.ts';
import { planScene } from '#tests/attendance/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { invitationScene, invitedTo } from './outbox-scene.ts';

const database = useDatabase();
const services = useServices(database);

const settle = (id: string, state: MailState) => database.db.updateTable('outboxMails').set({ state }).where('id', '=', id).execute();

async function distrust(address: string) {
  const at = '2022-05-01T00:00:00Z';
  await database.db
    .insertInto('failingAddresses')
    .values({ address, failures: 2, reason: 'no_mailbox', firstAt: at, lastAt: at })
    .execute();
}

describe('a mail that did not arrive', () => {
  test.each(['refused', 'bounced', 'dead'] as const)(
    'was %s: sent once more it arrives, and its address is trusted again',
    async (state) => {
      const { scope, viewer, person, id, row } = await invitationScene(database, services);
      await settle(id, state);
      await distrust(person.email);
      expect(await resendMail(services, { viewer, scope, mailId: id })).toEqual({ ok: true });
      expect((await services.mailbox.next(person.email)).subject).toMatch(/^Invitation/);
      expect(await row()).toMatchObject({ id, state: 'sent', fault: '', attempts: 1 });
    },
  );

  test('goes to the address that its person has by now', async () => {
    const { scope, viewer, person, id } = await invitationScene(database, services);
    await settle(id, 'refused');
    await database.db
      .updateTable('people')
      .set({ email: `neuf-${person.email}` })
      .where('id', '=', person.id)
      .execute();
    await resendMail(services, { viewer, scope, mailId: id });
    expect((await services.mailbox.next(`neuf-${person.email}`)).subject).toMatch(/^Invitation/);
  });

  test('is sent by its number only: one more that failed since asks for another look', async () => {
    const scene = await planScene(database, services);
    const { viewer, scope } = scene;
    for (let guest = 0; guest < 3; guest++) await settle((await invitedTo(database, services, scene)).id, 'bounced');
    expect(await resendFailed(services, { viewer, scope, confirmed: 2 })).toEqual({ ok: false, reason: 'count_changed', count: 3 });
    expect(await resendFailed(services, { viewer, scope, confirmed: 3 })).toEqual({ ok: true, count: 3 });
    expect(await countFailedMails(services.db, scope, { but: PERSONAL_TEMPLATES })).toBe(0);
    expect(await resendFailed(services, { viewer, scope, confirmed: 3 })).toEqual({ ok: false, reason: 'count_changed', count: 0 });
  });
});

test('a mail that arrived is sent a second time once, however often the button is pressed, as a mail of its own', async () => {
  const { scope, viewer, person, id } = await invitationScene(database, services);
  const first = await services.mailbox.next(person.email);
  await resendMail(services, { viewer, scope, mailId: id });
  await resendMail(services, { viewer, scope, mailId: id });
  const second = await services.mailbox.next(person.email);
  expect(second.subject).toBe(first.subject);
  expect(second.messageId).not.toBe(first.messageId);
  await expect(services.mailbox.next(person.email)).rejects.toThrow('No unread mail');
  const mails = await listMeetingMails(services.db, scope, { failed: false, before: null, limit: 10 });
  expect(mails.find((mail) => mail.id === id)?.againAt).not.toBeNull();
});

test('an organiser sees and sends the mails of their own meetings only', async () => {
  const theirs = await invitationScene(database, services);
  const { scope, viewer } = await planScene(database, services);
  await settle(theirs.id, 'refused');
  expect(await listMeetingMails(services.db, scope, { failed: false, before: null, limit: 10 })).toEqual([]);
  expect(await resendMail(services, { viewer, scope, mailId: theirs.id })).toEqual({ ok: false, reason: 'gone' });
  expect(await trustAddress(services, { viewer, scope, mailId: theirs.id })).toBe(false);
  expect((await theirs.row()).state).toBe('refused');
  const own = await lookAfterMails(services, viewer, '/mails');
  expect(await listFailedMails(services.db, own, { before: null, limit: 100 })).toEqual([]);
  expect(await resendMail(services, { viewer, scope: own, mailId: theirs.id })).toEqual({ ok: false, reason: 'gone' });
  const lookedAfter = await lookAfterMails(services, theirs.viewer, '/mails');
  expect(await listFailedMails(services.db, lookedAfter, { before: null, limit: 100 })).toMatchObject([{ id: theirs.id }]);
});

test('who organises nothing has no such page', async () => {
  const viewer = viewerOf(await makePerson(database.db));
  await expect(lookAfterMails(services, viewer, '/mails')).rejects.toMatchObject({ init: { status: 404 } });
});

test('whoever looks after the network sees all that failed, but asks for nobody’s link to sign in', async () => {
  const { id } = await invitationScene(database, services);
  await settle(id, 'dead');
  const looker = viewerOf(await makePerson(database.db, { networkOrganiser: true }));
  const scope = await lookAfterMails(services, looker, '/mails');
  const { person } = await invitationScene(database, services);
  const { requestSignIn } = await import('#server/accounts/request-sign-in.ts');
  await requestSignIn(services, { email: person.email, to: null, ip: person.email, language: 'fr' });
  const signIn = await database.db.selectFrom('outboxMails').select('id').where('template', '=', 'sign-in').executeTakeFirstOrThrow();
  await settle(signIn.id, 'refused');
  const failed = await listFailedMails(services.db, scope, { before: null, limit: 100 });
  expect(failed.map((mail) => mail.id)).toEqual(expect.arrayContaining([id, signIn.id]));
  expect(await resendMail(services, { viewer: looker, scope, mailId: signIn.id })).toEqual({ ok: false, reason: 'personal' });
  expect(await resendMail(services, { viewer: looker, scope, mailId: id })).toEqual({ ok: true });
});

test('what a mail says never reaches the page: it may hold a personal link', async () => {
  const { scope, id } = await invitationScene(database, services);
  const [mail] = await listMeetingMails(services.db, scope, { failed: false, before: null, limit: 10 });
  expect(mail?.id).toBe(id);
  expect(Object.keys(mail ?? {})).not.toContain('payload');
});

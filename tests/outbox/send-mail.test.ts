import { expect, test } from 'vitest';
import { requestSignIn } from '#server/accounts/request-sign-in.ts';
import { MAX_ATTEMPTS, sendMail } from '#server/outbox/send-mail.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);

/** A queued mail to a new person, and its row as it is now. */
async function queued() {
  const person = await makePerson(database.db);
  await requestSignIn(services, { email: person.email, to: null, ip: person.email, language: 'fr' });
  const mail = database.db.selectFrom('outboxMails').selectAll().where('toAddress', '=', person.email);
  const { id } = await mail.executeTakeFirstOrThrow();
  return { person, id, row: () => mail.executeTakeFirstOrThrow() };
}

test('a mail that the server takes is marked as sent, with its Message-ID', async () => {
  const { person, id, row } = await queued();
  const mail = await services.mailbox.next(person.email);
  expect(await row()).toMatchObject({ state: 'sent', attempts: 1, messageId: `<${id}@tertulia.example>` });
  expect(mail.messageId).toBe(`<${id}@tertulia.example>`);
});

test('a mail that the server cannot take now is tried again, and arrives', async () => {
  const { person, id, row } = await queued();
  services.mailbox.refuseNext(451, 'try again later');
  await expect(sendMail(services, id)).rejects.toThrow('try again later');
  expect(await row()).toMatchObject({ state: 'queued', attempts: 1, lastError: expect.stringContaining('try again later') });
  await services.mailbox.next(person.email);
  expect(await row()).toMatchObject({ state: 'sent', attempts: 2 });
});

test('a mail that the server refuses for good is not tried again, and says why', async () => {
  const { id, row } = await queued();
  services.mailbox.refuseNext(550, 'no such mailbox');
  await sendMail(services, id);
  expect(await row()).toMatchObject({
    state: 'refused',
    fault: 'no_mailbox',
    attempts: 1,
    lastError: expect.stringContaining('no such mailbox'),
  });
  await sendMail(services, id);
  expect((await row()).attempts).toBe(1);
});

test('a mail is given up after its last attempt, and stays to be looked at', async () => {
  const { id, row } = await queued();
  for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
    services.mailbox.refuseNext(421, 'busy');
    await expect(sendMail(services, id)).rejects.toThrow();
  }
  services.mailbox.refuseNext(421, 'busy');
  await sendMail(services, id);
  expect(await row()).toMatchObject({ state: 'dead', attempts: MAX_ATTEMPTS });
});

test('a mail server that is down delays a mail and loses none', async () => {
  const { person, id, row } = await queued();
  const { mailer } = services;
  const { openMailer } = await import('#server/outbox/mailer.ts');
  services.mailer = openMailer('smtp://127.0.0.1:1');
  await expect(sendMail(services, id)).rejects.toThrow(/ECONNREFUSED/);
  expect((await row()).state).toBe('queued');
  services.mailer = mailer;
  expect((await services.mailbox.next(person.email)).subject).toBe('Votre lien de connexion');
});

test('a crash after sending and before writing it down sends the mail twice with one Message-ID, so that mailboxes can tell', async () => {
  const { person, id } = await queued();
  const first = await services.mailbox.next(person.email);
  await database.db.updateTable('outboxMails').set({ state: 'queued' }).where('id', '=', id).execute();
  const second = await services.mailbox.next(person.email);
  expect(second.messageId).toBe(first.messageId);
});

test('a mail whose template was removed is kept with its error, not thrown away', async () => {
  const { id, row } = await queued();
  await database.db.updateTable('outboxMails').set({ template: 'toString' }).where('id', '=', id).execute();
  await expect(sendMail(services, id)).rejects.toThrow('No template is called toString');
  expect((await row()).state).toBe('queued');
  await database.db.deleteFrom('outboxMails').where('id', '=', id).execute();
});

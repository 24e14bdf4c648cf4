import { expect, test } from 'vitest';
import { queueMail } from '#server/outbox/queue-mail.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);

async function queueFor(person: Awaited<ReturnType<typeof makePerson>>, dedupeKey: string) {
  const to = { address: person.email, name: `${person.givenName} ${person.familyName}` };
  await database.db.transaction().execute((trx) =>
    queueMail(trx, services, {
      template: 'sign-in',
      payload: { to: '/' },
      personId: person.id,
      to,
      language: person.language,
      dedupeKey,
    }),
  );
}

test('what a use case queues arrives by SMTP, in the language of the person', async () => {
  const person = await makePerson(database.db, { language: 'en', givenName: 'Sipho' });
  await queueFor(person, 'a');
  const mail = await services.mailbox.next(person.email);
  expect(mail.subject).toBe('Your sign-in link');
  expect(mail.text).toContain('Hello Sipho,');
  expect(mail.links[0]).toMatch(/^https:\/\/tertulia\.example\/en\/sign-in\/[\w-]{43}$/);
});

test('the same news to the same person is one mail', async () => {
  const person = await makePerson(database.db);
  await queueFor(person, 'b');
  await queueFor(person, 'b');
  expect(await services.mailbox.unread()).toEqual([person.email]);
});

test('a mail queued in a transaction that fails is never sent', async () => {
  const person = await makePerson(database.db);
  const to = { address: person.email, name: '' };
  const failed = database.db.transaction().execute(async (trx) => {
    await queueMail(trx, services, { template: 'sign-in', payload: { to: '/' }, personId: person.id, to, language: 'fr', dedupeKey: 'c' });
    throw new Error('the use case failed');
  });
  await expect(failed).rejects.toThrow('the use case failed');
  await expect(services.mailbox.next(person.email)).rejects.toThrow('No unread mail');
});

import { expect, test } from 'vitest';
import { listMembers } from '#db/groups/read.ts';
import { enterMembers } from '#server/groups/access.ts';
import { recordBounce } from '#server/outbox/record-bounce.ts';
import { sendMail } from '#server/outbox/send-mail.ts';
import { planScene } from '#tests/attendance/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeMembership, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { invitationScene, invitedTo } from './outbox-scene.ts';

const database = useDatabase();
const services = useServices(database);
const UNKNOWN = '5.1.1 smtp; 550 5.1.1 user unknown';

const failuresOf = async (address: string) =>
  (await database.db.selectFrom('failingAddresses').select('failures').where('address', '=', address).executeTakeFirst())?.failures ?? 0;

test('a mail that comes back is shown as such, found by the Message-ID that it carried', async () => {
  const { person, row } = await invitationScene(database, services);
  const { messageId = '' } = await services.mailbox.next(person.email);
  await recordBounce(services, { messageId, recipient: person.email, permanent: true, diagnostic: UNKNOWN });
  expect(await row()).toMatchObject({ state: 'bounced', fault: 'no_mailbox', lastError: UNKNOWN });
  expect(await failuresOf(person.email)).toBe(1);
});

test('whoever organises the group sees among its members that mails come back from the address, and nobody else does', async () => {
  const { person, id, group, viewer } = await invitationScene(database, services);
  await makeMembership(database.db, { groupId: group.id, personId: person.id });
  await services.mailbox.next(person.email);
  await recordBounce(services, { outboxMailId: id, recipient: person.email, permanent: true, diagnostic: UNKNOWN });
  const failing = async (who: typeof viewer) =>
    (await listMembers(database.db, await enterMembers(services, who, group.slug), { limit: 10 })).filter((member) => member.failing);
  expect((await failing(viewer)).map(({ personId }) => personId)).toEqual([person.id]);
  expect(await failing(viewerOf(person))).toEqual([]);
});

test('the same report twice is one failure', async () => {
  const { person, id } = await invitationScene(database, services);
  await services.mailbox.next(person.email);
  const bounce = { outboxMailId: id, recipient: person.email, permanent: true, diagnostic: UNKNOWN };
  await recordBounce(services, bounce);
  await recordBounce(services, bounce);
  expect(await failuresOf(person.email)).toBe(1);
});

test('a delay is noted only: the other server still tries', async () => {
  const { person, id, row } = await invitationScene(database, services);
  await services.mailbox.next(person.email);
  await recordBounce(services, { outboxMailId: id, recipient: person.email, permanent: false, diagnostic: '4.2.2 mailbox full' });
  expect(await row()).toMatchObject({ state: 'sent', fault: 'later' });
  expect(await failuresOf(person.email)).toBe(0);
});

test('a report that names no mail of ours changes nothing, nor does one of a mail that never left', async () => {
  const { person, id, row } = await invitationScene(database, services);
  for (const messageId of ['<nonsense@elsewhere.example>', `<${id}@elsewhere.example>`, '', `<${crypto.randomUUID()}@tertulia.example>`])
    await recordBounce(services, { messageId, recipient: person.email, permanent: true, diagnostic: UNKNOWN });
  await recordBounce(services, { outboxMailId: id, recipient: person.email, permanent: true, diagnostic: UNKNOWN });
  expect((await row()).state).toBe('queued');
  expect(await failuresOf(person.email)).toBe(0);
});

test('after two failures, further mails to the address are not tried, but the sign-in that its person asks for is', async () => {
  const scene = await planScene(database, services);
  const { person, id } = await invitedTo(database, services, scene);
  await services.mailbox.next(person.email);
  await database.db
    .insertInto('failingAddresses')
    .values({ address: person.email, reason: 'no_mailbox', firstAt: '2022-05-01T00:00:00Z', lastAt: '2022-05-01T00:00:00Z' })
    .execute();
  await recordBounce(services, { outboxMailId: id, recipient: person.email, permanent: true, diagnostic: UNKNOWN });
  await database.db.updateTable('outboxMails').set({ state: 'queued' }).where('id', '=', id).execute();
  await sendMail(services, id);
  const again = await database.db.selectFrom('outboxMails').select(['state', 'fault']).where('id', '=', id).executeTakeFirstOrThrow();
  expect(again).toEqual({ state: 'refused', fault: 'failing_address' });
  await expect(services.mailbox.next(person.email)).rejects.toThrow('No unread mail');
  const { requestSignIn } = await import('#server/accounts/request-sign-in.ts');
  await requestSignIn(services, { email: person.email, to: null, ip: person.email, language: 'fr' });
  expect((await services.mailbox.next(person.email)).subject).toBe('Votre lien de connexion');
});

import { beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#db/transaction.ts';
import { requestSignIn } from '#server/accounts/request-sign-in.ts';
import { queueMails } from '#server/outbox/queue-mail.ts';
import { sendMail } from '#server/outbox/send-mail.ts';
import { planScene } from '#tests/attendance/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { invitedTo } from './outbox-scene.ts';

const database = useDatabase();
const services = useServices(database);

beforeEach(async () => {
  await database.db.deleteFrom('mailPace').execute();
  await database.db.deleteFrom('outboxMails').execute();
});

const secondsUntil = (instant: string) =>
  (Temporal.Instant.from(instant).epochMilliseconds - services.clock.now().epochMilliseconds) / 1000;

/** What the worker does with queued mails at this moment: how many leave, and when the others may. */
async function attemptAll(ids: readonly string[]) {
  const turns: number[] = [];
  for (const id of ids) {
    const later = await sendMail(services, id);
    if (later) turns.push(secondsUntil(later.notBefore));
  }
  return { sent: ids.length - turns.length, turns };
}

/** Mails to one domain that have come to their turn when they are looked at: nobody is invited, so that none is written. */
async function queued(count: number): Promise<string[]> {
  const mails = Array.from({ length: count }, () => {
    const attendanceId = crypto.randomUUID();
    const to = { address: `${attendanceId}@nanterre.example`, name: '' };
    const payload = { attendanceId, by: attendanceId };
    return { template: 'invitation' as const, payload, personId: null, to, language: 'fr' as const, dedupeKey: attendanceId };
  });
  await inTransaction(database.db, (trx) => queueMails(trx, services, mails));
  const rows = await database.db.selectFrom('outboxMails').select('id').orderBy('id', 'desc').limit(count).execute();
  return rows.map(({ id }) => id).toReversed();
}

test('to one domain so many leave a minute, after a first burst; each is told its turn, and leaves when it comes', async () => {
  services.env = { ...services.env, mailPace: { inAll: null, perDomain: 60 } };
  const ids = await queued(25);
  const { sent, turns } = await attemptAll(ids);
  expect(sent).toBe(21);
  expect(turns.map(Math.round)).toEqual([1, 2, 3, 4]);
  expect((await attemptAll(ids)).turns.map(Math.round)).toEqual([1, 2, 3, 4]);
  services.clock.advance({ seconds: 2 });
  expect((await attemptAll(ids)).turns.map(Math.round)).toEqual([1, 2]);
});

test('in all so many leave a minute, whatever the domain; a domain that waits keeps no other waiting', async () => {
  services.env = { ...services.env, mailPace: { inAll: 60, perDomain: null } };
  const ids = await queued(42);
  expect((await attemptAll(ids)).sent).toBe(41);
  services.env = { ...services.env, mailPace: { inAll: 6000, perDomain: 1 } };
  await database.db.deleteFrom('mailPace').execute();
  const slow = await queued(25);
  const [other] = await queued(1);
  await database.db.updateTable('outboxMails').set({ toAddress: 'karim@montreuil.example' }).where('id', '=', String(other)).execute();
  expect((await attemptAll(slow)).sent).toBe(21);
  expect((await attemptAll([String(other)])).sent).toBe(1);
});

test('a sign-in never waits for its turn, behind however many', async () => {
  services.env = { ...services.env, mailPace: { inAll: 1, perDomain: 1 } };
  await attemptAll(await queued(45));
  const { email } = await makePerson(database.db);
  await requestSignIn(services, { email, to: null, ip: email, language: 'fr' });
  const { id } = await database.db.selectFrom('outboxMails').select('id').where('toAddress', '=', email).executeTakeFirstOrThrow();
  expect((await attemptAll([id])).sent).toBe(1);
});

test('two that are tried at the same moment are given different places', async () => {
  services.env = { ...services.env, mailPace: { inAll: null, perDomain: 60 } };
  const ids = await queued(24);
  const later = await Promise.all(ids.map((id) => sendMail(services, id)));
  const turns = later.flatMap((each) => (each ? [Math.round(secondsUntil(each.notBefore))] : []));
  expect(turns.toSorted()).toEqual([1, 2, 3]);
});

test('one mail is never being sent twice at once', async () => {
  services.env = { ...services.env, mailPace: { inAll: null, perDomain: null } };
  const { id } = await invitedTo(database, services, await planScene(database, services));
  await Promise.all([sendMail(services, id), sendMail(services, id), sendMail(services, id)]);
  const { attempts, state } = await database.db
    .selectFrom('outboxMails')
    .select(['attempts', 'state'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect({ attempts, state }).toEqual({ attempts: 1, state: 'sent' });
});

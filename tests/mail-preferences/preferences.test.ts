import { describe, expect, test } from 'vitest';
import { choicesOf } from '#app/model/mail-choices.ts';
import type { RefusableKind } from '#app/model/mail-preferences.ts';
import { readMailChoices } from '#db/mail-preferences/read.ts';
import { inTransaction } from '#db/transaction.ts';
import { findByToken } from '#server/mail-preferences/access.ts';
import { changePreferences } from '#server/mail-preferences/change-preferences.ts';
import { decideDelivery } from '#server/mail-preferences/decide-delivery.ts';
import { refuseKind, takeRefusalBack } from '#server/mail-preferences/refuse-kind.ts';
import { sealUnsubscription } from '#server/mail-preferences/unsubscribe-token.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { choose, invitedPerson, move, stateOfMails } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

async function byLink(address: string, kind: RefusableKind = 'minutes') {
  const found = await findByToken(services, sealUnsubscription(services.env, { address, kind }));
  if (!found) throw new Error('The link is one of ours.');
  return found.scope;
}

const deliveriesOf = async (address: string) => (await readMailChoices(database.db, await byLink(address))).deliveries;

describe('refusing a kind of mail', () => {
  test('by the link of a mail ends that kind and no other, and can be taken back', async () => {
    const { email } = await makePerson(database.db);
    const scope = await byLink(email);
    await refuseKind(services, { scope, kind: 'minutes', by: 'one_click' });
    await refuseKind(services, { scope, kind: 'minutes', by: 'one_click' });
    expect(await deliveriesOf(email)).toMatchObject({ minutes: 'never', invitations: 'now', reminders: 'now' });
    await takeRefusalBack(services, { scope, kind: 'minutes' });
    await takeRefusalBack(services, { scope, kind: 'minutes' });
    expect(await deliveriesOf(email)).toMatchObject({ minutes: 'now' });
  });

  test('taken back gives again what was chosen before it', async () => {
    const { email } = await makePerson(database.db);
    await choose(services, email, { deliveries: { minutes: 'digest' } });
    const scope = await byLink(email);
    await refuseKind(services, { scope, kind: 'minutes', by: 'page' });
    await refuseKind(services, { scope, kind: 'minutes', by: 'one_click' });
    await takeRefusalBack(services, { scope, kind: 'minutes' });
    expect(await deliveriesOf(email)).toMatchObject({ minutes: 'digest' });
  });

  test('holds for an address that nobody has, and for the person who is entered with it later until they choose', async () => {
    const address = 'maire@lareunion.example';
    await refuseKind(services, { scope: await byLink(address), kind: 'minutes', by: 'one_click' });
    const mail = { template: 'minutes-published' as const, payload: {}, toAddress: 'Maire@LaReunion.example' };
    expect(await decideDelivery(services, { ...mail, personId: null })).toBe('withhold');
    const person = await makePerson(database.db, { email: address });
    expect(await decideDelivery(services, { ...mail, personId: person.id })).toBe('withhold');
    await takeRefusalBack(services, { scope: await byLink(address), kind: 'minutes' });
    expect(await decideDelivery(services, { ...mail, personId: person.id })).toBe('send');
  });

  test('keeps what else was chosen for that address', async () => {
    const address = 'adjointe@lareunion.example';
    await choose(services, address, { digestHour: 19, subscribed: true, leads: ['week'] });
    await makePerson(database.db, { email: address });
    await refuseKind(services, { scope: await byLink(address), kind: 'minutes', by: 'one_click' });
    const held = await readMailChoices(database.db, await byLink(address));
    expect(held).toMatchObject({ digestHour: 19, calendarParts: false, reminderLeads: ['week'], deliveries: { minutes: 'never' } });
  });

  test('by the link to an address that somebody gave up changes nothing of theirs', async () => {
    const { id, email } = await makePerson(database.db);
    await database.db.updateTable('people').set({ email: 'nouvelle@nanterre.example' }).where('id', '=', id).execute();
    await refuseKind(services, { scope: await byLink(email), kind: 'minutes', by: 'one_click' });
    expect(await deliveriesOf('nouvelle@nanterre.example')).toMatchObject({ minutes: 'now' });
    expect(await deliveriesOf(email)).toMatchObject({ minutes: 'never' });
  });

  test('leaves the mails that one asks for oneself alone', async () => {
    const { id, email } = await makePerson(database.db);
    const scope = await byLink(email);
    for (const kind of ['invitations', 'minutes', 'digest'] as const) await refuseKind(services, { scope, kind, by: 'page' });
    const signIn = { template: 'sign-in' as const, payload: { to: '/' }, personId: id, toAddress: email };
    expect(await decideDelivery(services, signIn)).toBe('send');
  });
});

describe('the page of preferences', () => {
  test('filled before a link was pressed changes nothing, and keeps both versions', async () => {
    const { email } = await makePerson(database.db);
    await choose(services, email, { digestHour: 7 });
    const scope = await byLink(email);
    const before = await readMailChoices(database.db, scope);
    await refuseKind(services, { scope, kind: 'minutes', by: 'one_click' });
    const choices = { ...choicesOf(before), digestHour: 9 };
    const stale = await changePreferences(services, { scope, choices, revision: before.revision });
    expect(stale).toEqual({ ok: false, reason: 'conflict' });
    expect(await readMailChoices(database.db, scope)).toMatchObject({ digestHour: 7, deliveries: { minutes: 'never' } });
  });

  test('sent twice is one change', async () => {
    const { email } = await makePerson(database.db);
    const scope = await byLink(email);
    const before = await readMailChoices(database.db, scope);
    const choices = { ...choicesOf(before), leads: ['hour' as const], subscribed: true };
    const send = () => changePreferences(services, { scope, choices, revision: before.revision });
    expect(await Promise.all([send(), send()])).toEqual([{ ok: true }, { ok: true }]);
    expect(await readMailChoices(database.db, scope)).toMatchObject({ reminderLeads: ['hour'], calendarParts: false, revision: 1 });
  });

  test('writes down who changed what, and no address', async () => {
    const { id, email } = await makePerson(database.db);
    await choose(services, email, { leads: [] });
    const [entry] = await database.db.selectFrom('auditEntries').selectAll().where('personId', '=', id).execute();
    expect(entry).toMatchObject({ action: 'mail.choose', subjectType: 'mail_reader', detail: { changed: ['leads'] } });
    expect(JSON.stringify(entry)).not.toContain(email);
  });
});

describe('a mail that is queued', () => {
  test('is decided on when it leaves: what was chosen in between counts', async () => {
    const scene = await invitedPerson(database, services);
    const { email } = scene.reader;
    await move(database, services, scene, '2022-06-21T16:30/2022-06-21T18:00');
    await refuseKind(services, { scope: await byLink(email), kind: 'invitations', by: 'one_click' });
    services.clock.advance({ minutes: 6 });
    expect(await services.mailbox.unread()).not.toContain(email);
    expect(await stateOfMails(database, email)).toEqual(['meeting-update declined']);
  });

  test('carries the link that ends its kind: in its header, its text and its HTML, for that address only', async () => {
    const scene = await invitedPerson(database, services);
    const { email } = scene.reader;
    await move(database, services, scene, '2022-06-21T16:30/2022-06-21T18:00');
    services.clock.advance({ minutes: 6 });
    const mail = await services.mailbox.next(email);
    const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value ?? '';
    const link = /^<(.+)>$/.exec(header('list-unsubscribe'))?.[1] ?? '';
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(mail.text).toContain(link);
    expect(mail.html).toContain(`href="${link}"`);
    expect(await findByToken(services, link.split('/').at(-1) ?? '')).toMatchObject({ address: email, kind: 'invitations' });
  });

  test('brings no calendar entry to whoever subscribes to their calendar, and one to everybody else', async () => {
    for (const subscribed of [true, false]) {
      const scene = await invitedPerson(database, services);
      const { email } = scene.reader;
      await choose(services, email, { subscribed });
      await move(database, services, scene, '2022-06-21T16:30/2022-06-21T18:00');
      services.clock.advance({ minutes: 6 });
      const mail = await services.mailbox.next(email);
      expect(mail.raw.includes('text/calendar')).toBe(!subscribed);
      expect(mail.attachments).toHaveLength(subscribed ? 0 : 2);
    }
  });

  test('to somebody who was taken off the directory is decided on by the address alone', async () => {
    await inTransaction(database.db, (trx) => trx.deleteFrom('people').where('email', '=', 'nobody@nulle-part.example').execute());
    const mail = { template: 'minutes-published' as const, payload: {}, personId: null, toAddress: 'nobody@nulle-part.example' };
    expect(await decideDelivery(services, mail)).toBe('send');
  });
});

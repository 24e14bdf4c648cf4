import { describe, expect, test } from 'vitest';
import { findByToken } from '#server/mail-preferences/access.ts';
import { gatherDigests, lastHour } from '#server/mail-preferences/gather-digests.ts';
import { refuseKind } from '#server/mail-preferences/refuse-kind.ts';
import { sealUnsubscription } from '#server/mail-preferences/unsubscribe-token.ts';
import { runAt } from '#tests/reminders/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { choose, invitedPerson, move, stateOfMails } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

const plain = (text = '') => text.replace(/[\u00A0\u202F]/g, ' ');
const ON_THE_23RD = '2022-06-23T09:00/2022-06-23T10:00';

/** Somebody who wants changes once a day; a meeting of theirs moves, and the news of it is kept. The clock is at 10:00 in Paris. */
async function keptNews(person: Parameters<typeof invitedPerson>[2] = {}, edtf = ON_THE_23RD) {
  const scene = await invitedPerson(database, services, person);
  await choose(services, scene.reader.email, { deliveries: { invitations: 'digest' } });
  await move(database, services, scene, edtf);
  services.clock.advance({ minutes: 6 });
  await services.mailbox.unread();
  return { ...scene, email: scene.reader.email };
}

describe('the digest', () => {
  test('gathers what was kept into one mail, at the reader’s hour of the next day', async () => {
    const scene = await keptNews();
    const { email } = scene;
    expect(await stateOfMails(database, email)).toEqual(['meeting-update held']);
    await runAt(services, '2022-06-01T20:00:00Z', '2022-06-02T05:59:00Z');
    expect(await services.mailbox.unread()).not.toContain(email);
    await runAt(services, '2022-06-02T06:00:00Z', '2022-06-02T06:05:00Z');
    const mail = await services.mailbox.next(email);
    expect(plain(mail.subject)).toBe('Nouvelle date : Point Amérique latine, jeudi 23 juin 2022, 9 h – 10 h');
    for (const body of [mail.text, mail.html].map(plain)) {
      expect(body).toContain('Invitations et changements de réunion');
      expect(body).toContain(scene.meeting.slug);
    }
    expect(await services.mailbox.unread()).not.toContain(email);
    expect(mail.attachments).toEqual([]);
  });

  test('comes at the hour that the reader chose, on their own clock, across a change of clocks', () => {
    const hour = (timeZone: string, now: string) =>
      lastHour({ timeZone, digestHour: 2 }, Temporal.Instant.from(now)).toInstant().toString();
    // at 2:00 the clocks of Paris go to 3:00 on that day
    expect(hour('Europe/Paris', '2026-03-29T12:00:00Z')).toBe('2026-03-29T01:00:00Z');
    expect(hour('Europe/Paris', '2026-03-30T12:00:00Z')).toBe('2026-03-30T00:00:00Z');
    expect(hour('America/Cayenne', '2026-03-29T04:59:00Z')).toBe('2026-03-28T05:00:00Z');
  });

  test('is one for several pieces of news, and tells a meeting that moved twice once', async () => {
    const scene = await keptNews();
    await move(database, services, scene, '2022-06-24T09:00/2022-06-24T10:00');
    services.clock.advance({ minutes: 6 });
    await services.mailbox.unread();
    expect(await stateOfMails(database, scene.email)).toEqual(['meeting-update held', 'meeting-update held']);
    await runAt(services, '2022-06-02T06:00:00Z');
    const { text } = await services.mailbox.next(scene.email);
    expect(plain(text).match(/Nouvelle date/g)).toHaveLength(1);
    expect(plain(text)).toContain('24 juin');
  });

  test('is not sent when nothing of it is left to tell', async () => {
    const scene = await keptNews();
    await move(database, services, scene, scene.meeting.edtf);
    services.clock.advance({ minutes: 6 });
    await runAt(services, '2022-06-02T06:00:00Z');
    expect(await services.mailbox.unread()).not.toContain(scene.email);
  });

  test('is one for a day and address, however many nodes gather it and however often', async () => {
    const { email } = await keptNews();
    services.clock.set('2022-06-02T06:00:00Z');
    await Promise.all(Array.from({ length: 4 }, () => gatherDigests(services, services.clock.now())));
    expect((await stateOfMails(database, email)).filter((mail) => mail.startsWith('digest'))).toHaveLength(1);
  });

  test('is made up for by a server that was away at the hour', async () => {
    const { email } = await keptNews();
    await runAt(services, '2022-06-03T15:00:00Z', '2022-06-03T15:05:00Z');
    expect((await services.mailbox.next(email)).to?.[0]?.address).toBe(email);
  });

  test('keeps for tomorrow what comes in after it', async () => {
    const scene = await keptNews();
    await runAt(services, '2022-06-02T06:00:00Z');
    await services.mailbox.next(scene.email);
    await move(database, services, scene, '2022-06-24T09:00/2022-06-24T10:00');
    services.clock.advance({ minutes: 6 });
    await services.mailbox.unread();
    await runAt(services, '2022-06-02T12:00:00Z');
    expect(await services.mailbox.unread()).not.toContain(scene.email);
    await runAt(services, '2022-06-03T06:00:00Z');
    expect(plain((await services.mailbox.next(scene.email)).text)).toContain('24 juin');
  });

  test('refused by its own link sends no more of what it held, instead of more mails', async () => {
    const { email } = await keptNews();
    const found = await findByToken(services, sealUnsubscription(services.env, { address: email, kind: 'digest' }));
    if (!found) throw new Error('The link is one of ours.');
    await refuseKind(services, { ...found, by: 'one_click' });
    await runAt(services, '2022-06-02T06:00:00Z');
    expect(await services.mailbox.unread()).not.toContain(email);
  });
});

describe('what cannot wait', () => {
  test('a meeting that moves from or to the next two days is told at once', async () => {
    const scene = await keptNews({}, '2022-06-02T16:30/2022-06-02T18:00');
    expect(plain((await services.mailbox.next(scene.email)).subject)).toContain('2 juin');
    services.clock.set('2022-06-01T12:00:00Z');
    await move(database, services, scene, ON_THE_23RD);
    services.clock.advance({ minutes: 6 });
    expect(plain((await services.mailbox.next(scene.email)).subject)).toContain('23 juin');
  });

  test('what is kept leaves as soon as its reader wants such mails at once', async () => {
    const { email } = await keptNews();
    await choose(services, email, { deliveries: { invitations: 'now' } });
    expect(plain((await services.mailbox.next(email)).subject)).toContain('23 juin');
    await runAt(services, '2022-06-02T06:00:00Z');
    expect(await services.mailbox.unread()).not.toContain(email);
  });

  test('what is kept is left out of the digest once its reader wants no such mails', async () => {
    const { email } = await keptNews();
    await choose(services, email, { deliveries: { invitations: 'never' } });
    await runAt(services, '2022-06-02T06:00:00Z');
    expect(await services.mailbox.unread()).not.toContain(email);
  });
});

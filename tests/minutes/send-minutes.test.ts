import { randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import { textOf } from '#app/model/minutes-content.ts';
import type { RecipientGroup } from '#app/model/minutes-sending.ts';
import { findMeetingScope } from '#server/meetings/access.ts';
import { chosenRecipients, readRecipients } from '#server/minutes/recipients.ts';
import { sendMinutes } from '#server/minutes/send-minutes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeGroup, makeMeeting, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { composeBrainstorming } from './brainstorming.ts';

const database = useDatabase();
const services = useServices(database);

async function published(visibility: 'public' | 'members' = 'public') {
  const { db } = database;
  const group = await makeGroup(db);
  const organiser = await makePerson(db, { email: `organiser.${randomUUID()}@reseau.example` });
  await makeMembership(db, { groupId: group.id, personId: organiser.id, role: 'organiser' });
  const meeting = await makeMeeting(db, { groupId: group.id, visibility });
  const invite = async (name: string, given: object) => {
    const person = await makePerson(db, { givenName: name, familyName: 'Test' });
    await makeAttendance(db, { meetingId: meeting.id, personId: person.id, givenName: name, familyName: 'Test', ...given });
    return person;
  };
  const here = await invite('Présente', { answer: 'remote' });
  const excused = await invite('Excusé', { answer: 'declined' });
  const silent = await invite('Muet', {});
  const member = await makePerson(db);
  await makeMembership(db, { groupId: group.id, personId: member.id });
  await makeMembership(db, { groupId: group.id, personId: here.id });
  const listId = randomUUID();
  await db.insertInto('mailingLists').values({ id: listId, groupId: group.id, name: 'Presse' }).execute();
  const addresses = ['presse@conseil.example', excused.email].map((address) => ({ listId, address }));
  await db.insertInto('mailingListAddresses').values(addresses).execute();
  const minutes = await db.insertInto('minutes').values({ meetingId: meeting.id }).returning('id').executeTakeFirstOrThrow();
  const { content } = composeBrainstorming({ slug: meeting.slug, title: 'Échanges\r\nBcc: x@y.example' });
  const addVersion = (number: number) =>
    db
      .insertInto('minutesVersions')
      .values({ minutesId: minutes.id, number, publishedByName: 'Inès', content: canonicalize(content) ?? '', sha256: Buffer.alloc(32) })
      .execute();
  await addVersion(1);
  const scopeOf = async (person: typeof organiser) => {
    const scope = await findMeetingScope(services, viewerOf(person), { id: meeting.id });
    if (!scope) throw new Error('out of sight');
    return scope;
  };
  const first = textOf(content.highlights[0]?.inline ?? []).split(/[’:;]/)[0] ?? '';
  return { organiser, here, excused, silent, member, listId, first, addVersion, scopeOf };
}

const EVERYONE: RecipientGroup[] = ['present', 'excused', 'silent', 'members'];

describe('sending published minutes', () => {
  test('reaches those chosen, each address once: the summary, the page and the files, and the organiser’s own words', async () => {
    const { organiser, here, excused, listId, first, scopeOf } = await published();
    const scope = await scopeOf(organiser);
    const choice = { groups: ['present', 'excused'] as RecipientGroup[], lists: [listId] };
    expect(
      chosenRecipients(await readRecipients(services, scope), choice)
        .map(({ address }) => address)
        .toSorted(),
    ).toEqual([here.email, excused.email, 'presse@conseil.example'].toSorted());
    const sent = await sendMinutes(services, scope, viewerOf(organiser), { ...choice, number: 1, expected: 3, message: 'Merci à tous.' });
    expect(sent).toEqual({ ok: true, recipients: 3 });
    const mail = await services.mailbox.next(here.email);
    expect(mail.subject).toBe('Compte-rendu\u00a0: Échanges Bcc: x@y.example');
    for (const body of [mail.text ?? '', mail.html ?? '']) {
      expect(body).toContain('Merci à tous.');
      expect(first.length).toBeGreaterThan(9);
      expect(body).toContain(first);
      expect(body).toMatch(/\/minutes\/[\w-]+\b/);
      for (const format of ['pdf', 'docx', 'odt']) expect(body).toMatch(new RegExp(`/v/1/[\\w-]+-v1\\.${format}`));
    }
    expect((await services.mailbox.next('presse@conseil.example')).subject).toBe(mail.subject);
  });

  test('tells one person once of one version, however often it is sent, and again of the next', async () => {
    const { organiser, here, scopeOf, addVersion } = await published();
    const scope = await scopeOf(organiser);
    const send = (number: number) =>
      sendMinutes(services, scope, viewerOf(organiser), { groups: ['present'], lists: [], number, expected: 1, message: '' });
    await Promise.all([send(1), send(1), send(1)]);
    const mails = () => database.db.selectFrom('outboxMails').select('id').where('toAddress', '=', here.email).execute();
    expect(await mails()).toHaveLength(1);
    await addVersion(2);
    expect(await send(1)).toEqual({ ok: false, reason: 'not-published' });
    expect(await send(2)).toMatchObject({ ok: true });
    expect(await mails()).toHaveLength(2);
  });

  test('asks again when the people are not those that were confirmed, and sends nothing to nobody', async () => {
    const { organiser, scopeOf } = await published();
    const scope = await scopeOf(organiser);
    const send = (groups: RecipientGroup[], expected: number) =>
      sendMinutes(services, scope, viewerOf(organiser), { groups, lists: [], number: 1, expected, message: '' });
    expect(await send(EVERYONE, 3)).toEqual({ ok: false, reason: 'changed', recipients: 5 });
    expect(await send([], 0)).toEqual({ ok: false, reason: 'nobody' });
  });

  test('is for organisers; members-only minutes go to no list', async () => {
    const { organiser, member, listId, scopeOf } = await published('members');
    const choice = { groups: EVERYONE, lists: [listId] };
    const asMember = await scopeOf(member);
    expect(await sendMinutes(services, asMember, viewerOf(member), { ...choice, number: 1, expected: 5, message: '' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    expect(chosenRecipients(await readRecipients(services, asMember), choice)).toEqual([]);
    const recipients = chosenRecipients(await readRecipients(services, await scopeOf(organiser)), choice);
    expect(recipients.map(({ address }) => address)).not.toContain('presse@conseil.example');
  });

  test('a mail that waited until a redaction took its version away is not sent', async () => {
    const { organiser, here, scopeOf } = await published();
    const scope = await scopeOf(organiser);
    await sendMinutes(services, scope, viewerOf(organiser), { groups: ['present'], lists: [], number: 1, expected: 1, message: '' });
    const redacted = { content: null, internalContent: null, redactedAt: '2022-06-02T08:00:00Z' };
    await database.db
      .updateTable('minutesVersions')
      .set(redacted)
      .where('number', '=', 1)
      .where('minutesId', 'in', (eb) => eb.selectFrom('minutes').select('id').where('meetingId', '=', scope.meetingId))
      .execute();
    expect(await services.mailbox.unread()).not.toContain(here.email);
    const row = await database.db.selectFrom('outboxMails').select('state').where('toAddress', '=', here.email).executeTakeFirstOrThrow();
    expect(row.state).toBe('withdrawn');
  });
});

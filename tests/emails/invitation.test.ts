import { describe, expect, test } from 'vitest';
import { inTransaction } from '#db/transaction.ts';
import { openInvitationLink } from '#server/attendance/access.ts';
import { invitePeople } from '#server/attendance/invite-people.ts';
import { notifyInvitees } from '#server/attendance/notify-invitees.ts';
import { removeAttendee } from '#server/attendance/remove-attendee.ts';
import { meetingIdOf } from '#server/calendar/invitation.ts';
import { inviteOne, planScene, tokenIn } from '#tests/attendance/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { readCalendar } from './read-calendar.ts';

const database = useDatabase();
const services = useServices(database);

type Given = Parameters<typeof makePerson>[1];

async function invitationOf(meeting: Parameters<typeof planScene>[2] = {}, given: Given = {}) {
  const scene = await planScene(database, services, meeting);
  const person = await makePerson(database.db, given);
  await invitePeople(services, { ...scene, whom: { kind: 'people', personIds: [person.id] }, roles: ['participant'] });
  return { ...scene, person, mail: await services.mailbox.next(person.email) };
}

describe('an invitation', () => {
  test('says who invites, to what, when and where, alike in HTML and in plain text', async () => {
    const { mail } = await invitationOf(
      { placeAddress: '30 avenue Corentin-Cariou, Paris', placeAccess: 'Métro 7' },
      { givenName: 'Karim' },
    );
    expect(mail.subject).toBe('Invitation\u00a0: Point Amérique latine, lundi 20\u00a0juin 2022');
    const said = [
      'Bonjour Karim,',
      'Inès Robledo',
      'Point Amérique latine',
      'Lundi 20\u00a0juin 2022, 16\u00a0h\u00a030',
      'Paris',
      'Cité des Sciences',
      'Métro 7',
      'https://visio.example/dalc',
    ];
    for (const words of said) {
      expect(mail.text).toContain(words);
      expect(mail.html).toContain(words);
    }
    expect(mail.html).not.toMatch(/<(img|script|link)\b/);
  });

  test('goes to one person, from the product, and an answer reaches the organiser', async () => {
    const { mail, person, organiser } = await invitationOf();
    expect(mail.to).toEqual([{ address: person.email, name: expect.stringContaining('Belhadj') }]);
    expect(mail.cc).toBeUndefined();
    expect(mail.from).toEqual({ address: 'reunions@tertulia.example', name: 'Inès Robledo · Tertulia' });
    expect(mail.replyTo).toEqual([{ address: organiser.email, name: 'Inès Robledo' }]);
  });

  test('gives the hour on the reader’s clock too, in the reader’s language', async () => {
    const { mail } = await invitationOf({}, { language: 'en', timeZone: 'America/Argentina/Buenos_Aires' });
    expect(mail.subject).toBe('Invitation: Point Amérique latine, Monday 20\u00a0June 2022');
    expect(mail.text).toContain('in Paris');
    expect(mail.text).toContain('For you: 11:30 in Buenos Aires');
    expect(mail.links.some((link) => link.startsWith('https://tertulia.example/en/answers/'))).toBe(true);
  });

  test('has a link for each of the four answers, and only the hash of its secret is kept', async () => {
    const { mail, scope } = await invitationOf();
    const links = mail.links.filter((link) => link.includes('/answers/'));
    const token = tokenIn(links);
    expect(links).toEqual(
      ['in_person', 'remote', 'represented', 'declined'].map((answer) => `https://tertulia.example/answers/${token}?answer=${answer}`),
    );
    expect(await openInvitationLink(services, token)).toMatchObject({
      meetingId: scope.meetingId,
      can: { seeOnlineLink: true, seeAttendees: false },
    });
    const rows = await database.db.selectFrom('outboxMails').select('payload').execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('names the part that somebody plays', async () => {
    const scene = await planScene(database, services);
    const person = await makePerson(database.db);
    await invitePeople(services, { ...scene, whom: { kind: 'people', personIds: [person.id] }, roles: ['chair', 'speaker'] });
    expect((await services.mailbox.next(person.email)).text).toContain('présidence, intervention');
  });
});

test('what follows an invitation, to the cancellation, goes on from its mail, so that mailboxes keep them together', async () => {
  const scene = await planScene(database, services);
  const person = await makePerson(database.db);
  await invitePeople(services, { ...scene, whom: { kind: 'people', personIds: [person.id] }, roles: ['participant'] });
  const invitation = await services.mailbox.next(person.email);
  expect(invitation.inReplyTo).toBeUndefined();
  const before = { edtf: '2022-06-13T10:00/2022-06-13T12:00', timeZone: 'Europe/Paris', placeName: '', placeAddress: '', onlineUrl: '' };
  const news = { meetingId: scene.meeting.id, by: scene.organiser.id };
  await inTransaction(services.db, (trx) => notifyInvitees(trx, services, { ...news, what: 'updated', before }));
  const update = await services.mailbox.next(person.email);
  expect(update).toMatchObject({ inReplyTo: invitation.messageId, references: invitation.messageId });
  const { id: attendanceId } = await database.db
    .selectFrom('attendances')
    .select('id')
    .where('personId', '=', person.id)
    .executeTakeFirstOrThrow();
  await removeAttendee(services, { viewer: scene.viewer, scope: scene.scope, attendanceId });
  const removal = await services.mailbox.next(person.email);
  expect(removal).toMatchObject({ inReplyTo: invitation.messageId, references: invitation.messageId });
  expect(readCalendar(removal)).toMatchObject({ method: 'CANCEL', uid: readCalendar(invitation)?.uid });
});

describe('its calendar part', () => {
  test('asks this one person for an answer, under the identity that the meeting keeps for ever', async () => {
    const { mail, meeting, person } = await invitationOf();
    expect(readCalendar(mail)).toMatchObject({
      method: 'REQUEST',
      events: 1,
      uid: `meeting-${meeting.id}@tertulia.example`,
      sequence: 0,
      start: '2022-06-20T14:30:00.000Z',
      zone: 'Europe/Paris',
      attendees: [`mailto:${person.email}`],
      partstat: 'NEEDS-ACTION',
      role: 'REQ-PARTICIPANT',
      rsvp: 'TRUE',
      organiser: 'mailto:reunions@tertulia.example',
      organiserName: 'Dynamique Amérique latine et Caraïbes',
      sameBytes: true,
      copies: [{ type: 'text/calendar', method: 'REQUEST' }, { type: 'application/ics' }],
    });
  });

  test('holds no alarm, and nothing that an answer could not be matched by', async () => {
    const { mail, meeting } = await invitationOf();
    const calendar = readCalendar(mail);
    expect(calendar?.text).not.toContain('VALARM');
    expect(meetingIdOf(String(calendar?.uid), services.env.appUrl)).toBe(meeting.id);
    // answers go to where the mail comes from
    expect(calendar?.organiser).toBe(`mailto:${(mail.from as { address: string }).address}`);
  });

  test('is left out for the product’s own address, which invites', async () => {
    const { mail } = await invitationOf({}, { email: services.env.mailFrom });
    expect(mail.attachments).toEqual([]);
  });

  test('is left out while only the month is known, and the mail says so', async () => {
    const { mail } = await invitationOf({ edtf: '2022-09', during: '[2022-08-31T22:00:00Z,2022-09-30T22:00:00Z)' });
    expect(readCalendar(mail)).toBeNull();
    expect(mail.text).toContain('Septembre 2022');
    expect(mail.text).toContain('rien pour votre agenda');
    expect(mail.text).not.toMatch(/\d+\u00a0h/);
  });

  test('cannot be broken into by a title, a place or a name', async () => {
    const title = 'Point\r\nBcc: tous@evil.example\r\nEND:VEVENT\r\nBEGIN:VEVENT';
    const placeName = 'Salle\r\nATTENDEE:mailto:espion@evil.example';
    const { mail, person } = await invitationOf(
      { title, placeName },
      { givenName: 'Zoé";X=1', familyName: 'Évil\r\nCc: autre@evil.example' },
    );
    const headers = mail.headers.map((header) => header.key);
    expect(headers).not.toContain('bcc');
    expect(headers).not.toContain('cc');
    expect(mail.subject).toContain('Point Bcc: tous@evil.example END:VEVENT BEGIN:VEVENT');
    expect(readCalendar(mail)).toMatchObject({
      events: 1,
      attendees: [`mailto:${person.email}`],
      summary: expect.stringContaining('Point Bcc'),
    });
    expect(await services.mailbox.unread()).toEqual([]);
  });
});

test('a link that was made for something else, is expired, or belongs to a removed person opens nothing', async () => {
  const { mail, meeting } = await invitationOf();
  const token = tokenIn(mail.links);
  expect(await openInvitationLink(services, 'A'.repeat(43))).toBeNull();
  expect(await openInvitationLink(services, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
  expect(await openInvitationLink(services, '../../etc/passwd')).toBeNull();
  services.clock.set('2022-07-20T15:59:00Z');
  expect(await openInvitationLink(services, token)).not.toBeNull();
  services.clock.set('2022-07-20T16:01:00Z');
  expect(await openInvitationLink(services, token)).toBeNull();
  services.clock.set('2022-06-01T08:00:00Z');
  await database.db.deleteFrom('attendances').where('meetingId', '=', meeting.id).execute();
  expect(await openInvitationLink(services, token)).toBeNull();
  await inviteOne(database, services, meeting.id);
});

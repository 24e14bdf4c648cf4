import { expect, test } from 'vitest';
import { removeAttendee } from '#server/attendance/remove-attendee.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { choose, invitedPerson, stateOfMails } from '#tests/mail-preferences/scene.ts';
import { runAt } from '#tests/reminders/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { readCalendar } from './read-calendar.ts';

const database = useDatabase();
const services = useServices(database);

const plain = (text = '') => text.replace(/[\u00A0\u202F]/g, ' ');

/** Somebody is taken off the list of a members-only meeting, which becomes another one before a mail leaves. */
async function removedBefore(change: { cancelled?: boolean; digest?: boolean } = {}) {
  const scene = await invitedPerson(database, services, { givenName: 'Karim' });
  const { id, slug } = scene.meeting;
  const { email } = scene.reader;
  if (change.digest) await choose(services, email, { deliveries: { invitations: 'digest' } });
  await database.db.updateTable('meetings').set({ visibility: 'members', placeName: 'Cité des Sciences' }).where('id', '=', id).execute();
  const viewer = viewerOf(scene.organiser);
  const scope = await organiseMeeting(services, viewer, slug);
  expect(await removeAttendee(services, { viewer, scope, attendanceId: scene.attendance.id })).toEqual({ ok: true, written: true });
  await database.db
    .updateTable('meetings')
    .set({
      ...{ title: 'Secret : rupture', summary: 'Secret', slug: `secret-${slug}`, placeName: 'Lieu secret', placeAddress: 'Rue secrète' },
      ...{ placeAccess: 'Code secret', onlineUrl: 'https://visio.example/secret', edtf: '2022-06-27T09:00/2022-06-27T10:00' },
      ...{ during: '[2022-06-27T07:00:00Z,2022-06-27T08:00:00Z)', sequence: 7 },
      ...(change.cancelled ? { status: 'cancelled', cancelReason: 'Secret éventé' } : {}),
    })
    .where('id', '=', id)
    .execute();
  return { ...scene, email };
}

test.each([{ cancelled: false }, { cancelled: true }])(
  'somebody taken off a list reads the meeting as they knew it, whatever it became before the mail left: %o',
  async (change) => {
    const { email, meeting } = await removedBefore(change);
    const mail = await services.mailbox.next(email);
    expect(plain(mail.subject)).toBe('Invitation retirée : Point Amérique latine, lundi 20 juin 2022');
    expect(plain(mail.text)).toContain('Lundi 20 juin 2022, 16 h 30');
    const calendar = readCalendar(mail);
    expect(calendar).toMatchObject({
      ...{ method: 'CANCEL', status: 'CANCELLED', uid: `meeting-${meeting.id}@tertulia.example`, sequence: 1 },
      start: '2022-06-20T14:30:00.000Z',
    });
    expect(calendar?.text).toContain('Cité des Sciences');
    for (const said of [mail.subject, mail.text, mail.html, calendar?.text]) expect(said).not.toMatch(/secr|27 juin|20220627/i);
  },
);

test('nor does their digest say what the meeting became', async () => {
  const { email } = await removedBefore({ digest: true });
  await services.mailbox.unread();
  expect(await stateOfMails(database, email)).toEqual(['cancellation held']);
  await runAt(services, '2022-06-02T06:05:00Z');
  const mail = await services.mailbox.next(email);
  expect(plain(mail.text)).toContain('Invitation retirée : Point Amérique latine, lundi 20 juin 2022');
  for (const said of [mail.subject, mail.text, mail.html]) expect(said).not.toMatch(/secr|27 juin/i);
});

test('of a mail that was queued before what they knew was kept, nothing of the meeting is told, and it leaves', async () => {
  const { email, group } = await removedBefore();
  const row = database.db.updateTable('outboxMails').where('toAddress', '=', email);
  const { payload } = await database.db
    .selectFrom('outboxMails')
    .select('payload')
    .where('toAddress', '=', email)
    .executeTakeFirstOrThrow();
  const { known: _, ...old } = payload as Record<string, unknown>;
  await row.set({ payload: JSON.stringify(old) }).execute();
  const mail = await services.mailbox.next(email);
  expect(plain(mail.subject)).toBe(`Invitation retirée : ${group.name}`);
  for (const said of [mail.subject, mail.text, mail.html]) expect(said).not.toMatch(/secr|juin/i);
  expect(mail.attachments).toEqual([]);
});

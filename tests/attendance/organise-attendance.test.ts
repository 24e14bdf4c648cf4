import { describe, expect, test } from 'vitest';
import { listAttendees, listInvitedPeople } from '#db/attendance/read.ts';
import { findLink, mintLink } from '#server/accounts/link-tokens.ts';
import { checkIn } from '#server/attendance/check-in.ts';
import { editAttendance } from '#server/attendance/edit-attendance.ts';
import { noteAnswer } from '#server/attendance/note-answer.ts';
import { removeAttendee } from '#server/attendance/remove-attendee.ts';
import { resendInvitation } from '#server/attendance/resend-invitation.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeMembership, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { inviteOne, planScene, scopeOf } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
const rowOf = (id: string) => database.db.selectFrom('attendances').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const declined = { answer: 'declined' as const, substituteName: '', substituteFunction: '' };

describe('organisers', () => {
  test('note an answer given by telephone, even after the meeting, and the list says who noted it', async () => {
    const scene = await planScene(database, services, { edtf: '2022-03-01T10:00/2022-03-01T12:00' });
    const { attendance } = await inviteOne(database, services, scene.meeting.id);
    expect(await noteAnswer(services, { ...scene, attendanceId: attendance.id, given: declined })).toEqual({ ok: true });
    const [listed] = await listInvitedPeople(database.db, scene.scope, { limit: 10 });
    expect(listed).toMatchObject({ answer: 'declined', notedBy: 'Inès Robledo' });
  });

  test('take an answer back', async () => {
    const scene = await planScene(database, services);
    const { attendance } = await inviteOne(database, services, scene.meeting.id);
    await noteAnswer(services, { ...scene, attendanceId: attendance.id, given: declined });
    await noteAnswer(services, { ...scene, attendanceId: attendance.id, given: null });
    expect(await rowOf(attendance.id)).toMatchObject({ answer: 'none', answeredAt: null, answeredBy: null });
  });

  test('check somebody in once: the first hour stays, and undoing clears it', async () => {
    const scene = await planScene(database, services);
    const { attendance } = await inviteOne(database, services, scene.meeting.id);
    const present = { ...scene, attendanceId: attendance.id, present: true };
    await checkIn(services, present);
    services.clock.advance({ minutes: 20 });
    await checkIn(services, present);
    expect((await rowOf(attendance.id)).checkedInAt).toBe('2022-06-01T08:00:00Z');
    await checkIn(services, { ...present, present: false });
    expect((await rowOf(attendance.id)).checkedInAt).toBeNull();
    services.clock.set('2022-06-01T08:00:00Z');
  });

  test('correct what the list says of that day, and the directory keeps its own', async () => {
    const scene = await planScene(database, services);
    const { attendance, person } = await inviteOne(database, services, scene.meeting.id, { function: 'Maire' });
    const edit = { function: 'Présidente', organisationName: 'Région Guyane', roles: ['speaker' as const], notesAccess: 'read' as const };
    expect(await editAttendance(services, { ...scene, attendanceId: attendance.id, edit })).toEqual({ ok: true });
    expect(await rowOf(attendance.id)).toMatchObject({ ...edit, organisationKind: 'region' });
    const kept = await database.db.selectFrom('people').select('function').where('id', '=', person.id).executeTakeFirstOrThrow();
    expect(kept.function).toBe('Maire');
    expect(services.accessChanges).toContainEqual({ personId: person.id });
  });

  test('cannot reach the list of another meeting through theirs', async () => {
    const scene = await planScene(database, services);
    const elsewhere = await planScene(database, services);
    const { attendance } = await inviteOne(database, services, elsewhere.meeting.id);
    const foreign = { ...scene, attendanceId: attendance.id };
    expect(await checkIn(services, { ...foreign, present: true })).toEqual({ ok: false, reason: 'gone' });
    expect(await noteAnswer(services, { ...foreign, given: declined })).toEqual({ ok: false, reason: 'gone' });
    expect(await removeAttendee(services, foreign)).toEqual({ ok: true, written: false });
    expect(await rowOf(attendance.id)).toMatchObject({ checkedInAt: null, answer: 'none' });
  });
});

describe('taking somebody off the list', () => {
  test('who was invited gets a cancellation that outranks the invitation, and their link opens nothing any more', async () => {
    const scene = await planScene(database, services);
    const { attendance, person } = await inviteOne(database, services, scene.meeting.id);
    const link = await mintLink(services, { purpose: 'answer', personId: person.id, attendanceId: attendance.id, validFor: { days: 30 } });
    expect(await removeAttendee(services, { ...scene, attendanceId: attendance.id })).toEqual({ ok: true, written: true });
    const mail = await services.mailbox.next(person.email);
    expect(mail.subject).toMatch(/^Invitation retirée/);
    expect(mail.text).not.toContain('visio.example');
    expect(await findLink(services, 'answer', link)).toEqual({ state: 'unknown' });
    expect(services.accessChanges).toContainEqual({ personId: person.id });
  });

  test('who was never written to disappears without a word', async () => {
    const scene = await planScene(database, services);
    const { attendance, person } = await inviteOne(database, services, scene.meeting.id);
    await database.db.updateTable('attendances').set({ invitedAt: null }).where('id', '=', attendance.id).execute();
    expect(await removeAttendee(services, { ...scene, attendanceId: attendance.id })).toEqual({ ok: true, written: false });
    await expect(services.mailbox.next(person.email)).rejects.toThrow('No unread mail');
  });

  test('who was checked in stays', async () => {
    const scene = await planScene(database, services);
    const { attendance } = await inviteOne(database, services, scene.meeting.id);
    await checkIn(services, { ...scene, attendanceId: attendance.id, present: true });
    expect(await removeAttendee(services, { ...scene, attendanceId: attendance.id })).toEqual({ ok: false, reason: 'checked_in' });
  });
});

describe('sending an invitation again', () => {
  const again = (scene: Awaited<ReturnType<typeof planScene>>, attendanceId: string) =>
    resendInvitation(services, { ...scene, attendanceId });

  test('reaches the address that the person has today, once an hour', async () => {
    const scene = await planScene(database, services);
    const { attendance, person } = await inviteOne(database, services, scene.meeting.id);
    await database.db.updateTable('people').set({ email: 'nouvelle@nanterre.example' }).where('id', '=', person.id).execute();
    expect(await again(scene, attendance.id)).toEqual({ ok: true });
    expect(await again(scene, attendance.id)).toEqual({ ok: true });
    expect((await services.mailbox.next('nouvelle@nanterre.example')).subject).toMatch(/^Invitation/);
    await expect(services.mailbox.next('nouvelle@nanterre.example')).rejects.toThrow('No unread mail');
    services.clock.advance({ hours: 1 });
    await again(scene, attendance.id);
    await services.mailbox.next('nouvelle@nanterre.example');
    services.clock.set('2022-06-01T08:00:00Z');
  });

  test('says why it cannot be done', async () => {
    const scene = await planScene(database, services);
    const { attendance, person } = await inviteOne(database, services, scene.meeting.id);
    await database.db.updateTable('people').set({ email: null }).where('id', '=', person.id).execute();
    expect(await again(scene, attendance.id)).toEqual({ ok: false, reason: 'no_address' });
    expect(await again(scene, crypto.randomUUID())).toEqual({ ok: false, reason: 'gone' });
    const past = await planScene(database, services, { edtf: '2022-03-01' });
    const other = await inviteOne(database, services, past.meeting.id);
    expect(await again(past, other.attendance.id)).toEqual({ ok: false, reason: 'not_inviting' });
  });

  test('an address that refused a message is pointed out to organisers until it is corrected', async () => {
    const scene = await planScene(database, services);
    const { attendance, person } = await inviteOne(database, services, scene.meeting.id);
    await again(scene, attendance.id);
    services.mailbox.refuseNext(550, 'No such mailbox');
    await services.mailbox.unread();
    const refused = async () => (await listInvitedPeople(database.db, scene.scope, { limit: 10 }))[0]?.refusedMail;
    expect(await refused()).toBe(true);
    await database.db
      .updateTable('people')
      .set({ email: `juste.${person.email}` })
      .where('id', '=', person.id)
      .execute();
    expect(await refused()).toBe(false);
  });
});

describe('who sees the list', () => {
  test('members and invited people do, without what only organisers see; strangers of a public meeting see nobody', async () => {
    const scene = await planScene(database, services);
    const { scope } = await inviteOne(database, services, scene.meeting.id);
    const observer = await makePerson(database.db);
    await makeMembership(database.db, { groupId: scene.group.id, personId: observer.id, role: 'observer' });
    for (const seen of [scope, await scopeOf(services, observer, scene.meeting.id)]) {
      expect(await listAttendees(database.db, seen, { limit: 10 })).toHaveLength(1);
      expect(await listInvitedPeople(database.db, seen, { limit: 10 })).toEqual([]);
    }
    const stranger = await scopeOf(services, await makePerson(database.db), scene.meeting.id);
    expect(await listAttendees(database.db, stranger, { limit: 10 })).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Answer } from '#app/model/attendance.ts';
import { inTransaction } from '#db/transaction.ts';
import { invitePeople } from '#server/attendance/invite-people.ts';
import { notifyInvitees } from '#server/attendance/notify-invitees.ts';
import { inviteOne, planScene } from '#tests/attendance/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { readCalendar } from './read-calendar.ts';

const database = useDatabase();
const services = useServices(database);

type Scene = Awaited<ReturnType<typeof planScene>>;
type Columns = Partial<Pick<Scene['meeting'], 'edtf' | 'during' | 'placeName' | 'onlineUrl' | 'status' | 'cancelReason' | 'sequence'>>;

const LATER = { edtf: '2022-06-21T10:00/2022-06-21T11:30', during: '[2022-06-21T08:00:00Z,2022-06-21T09:30:00Z)' };

/** What editMeeting and cancelMeeting do to the row, and the news of it. */
async function change(scene: Scene, columns: Columns, what: 'updated' | 'cancelled' = 'updated') {
  const { meeting, viewer } = scene;
  const before = await database.db.selectFrom('meetings').selectAll().where('id', '=', meeting.id).executeTakeFirstOrThrow();
  const raised = { sequence: before.sequence + 1, ...columns };
  await inTransaction(services.db, async (trx) => {
    await trx.updateTable('meetings').set(raised).where('id', '=', meeting.id).execute();
    const news = { meetingId: meeting.id, by: viewer.personId };
    await notifyInvitees(trx, services, what === 'updated' ? { ...news, what, before } : { ...news, what });
  });
}

async function answer(attendanceId: string, given: { answer: Answer; substituteName?: string }) {
  await database.db.updateTable('attendances').set(given).where('id', '=', attendanceId).execute();
}

async function sceneWithGuest(given: Parameters<typeof planScene>[2] = {}) {
  const scene = await planScene(database, services, given);
  return { scene, ...(await inviteOne(database, services, scene.meeting.id)) };
}

describe('when a meeting moves', () => {
  test('the mail says the old and the new hour, and moves the entry in the calendar', async () => {
    const { scene, person } = await sceneWithGuest();
    await change(scene, LATER);
    const mail = await services.mailbox.next(person.email);
    expect(mail.subject).toBe('Nouvelle date\u00a0: Point Amérique latine, mardi 21\u00a0juin 2022, 10\u00a0h –\u00a011\u00a0h\u00a030');
    expect(mail.text).toMatch(/Avant\s+Lundi 20\u00a0juin 2022, 16\u00a0h\u00a030[\s\S]*Désormais\s+Mardi 21\u00a0juin 2022, 10\u00a0h/);
    expect(readCalendar(mail)).toMatchObject({
      method: 'REQUEST',
      uid: `meeting-${scene.meeting.id}@tertulia.example`,
      sequence: 1,
      start: '2022-06-21T08:00:00.000Z',
    });
  });

  test('who had answered keeps that answer, in words and in the calendar', async () => {
    const { scene, person, attendance } = await sceneWithGuest();
    await answer(attendance.id, { answer: 'remote' });
    await change(scene, LATER);
    const mail = await services.mailbox.next(person.email);
    expect(mail.text).toContain('Votre réponse jusqu’ici\u00a0: À distance');
    expect(readCalendar(mail)).toMatchObject({ partstat: 'ACCEPTED' });
  });

  test('a new place is in the subject; a new online link is told without repeating the old', async () => {
    const { scene, person } = await sceneWithGuest();
    await change(scene, { placeName: 'Hôtel de Ville' });
    expect((await services.mailbox.next(person.email)).subject).toBe('Nouveau lieu\u00a0: Point Amérique latine, Hôtel de Ville');
    await change(scene, { onlineUrl: 'https://visio.example/nouveau' });
    const mail = await services.mailbox.next(person.email);
    expect(mail.subject).toContain('Nouveau lien de connexion');
    expect(mail.text).toContain('https://visio.example/nouveau');
    expect(mail.text).not.toContain('https://visio.example/dalc');
  });

  test('from a day to « en septembre », the entry in the calendar is withdrawn, for it would stay on the old day', async () => {
    const { scene, person } = await sceneWithGuest();
    await change(scene, { edtf: '2022-09', during: '[2022-08-31T22:00:00Z,2022-09-30T22:00:00Z)' });
    expect(readCalendar(await services.mailbox.next(person.email))).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', sequence: 1 });
  });

  test('several changes before the mail leaves are one mail, from what the person last knew to how things are', async () => {
    const { scene, person } = await sceneWithGuest();
    await change(scene, { placeName: 'Hôtel de Ville' });
    await change(scene, { onlineUrl: 'https://visio.example/nouveau' });
    await change(scene, LATER);
    const mail = await services.mailbox.next(person.email);
    expect(mail.subject).toMatch(/^Nouvelle date et nouveau lieu/);
    expect(mail.text).toMatch(/Avant\s+Cité des Sciences\s+Désormais\s+Hôtel de Ville/);
    expect(mail.text).toContain('Le lien de connexion a changé');
    expect(readCalendar(mail)).toMatchObject({ sequence: 3 });
    await expect(services.mailbox.next(person.email)).rejects.toThrow('No unread mail');
  });

  test('several changes that end where they began are no mail, an online link among them', async () => {
    const { scene, person } = await sceneWithGuest();
    await change(scene, { ...LATER, onlineUrl: 'https://visio.example/nouveau' });
    await change(scene, {
      ...{ edtf: scene.meeting.edtf, onlineUrl: scene.meeting.onlineUrl },
      during: '[2022-06-20T14:30:00Z,2022-06-20T16:00:00Z)',
    });
    await expect(services.mailbox.next(person.email)).rejects.toThrow('No unread mail');
  });

  test('a change waits for five minutes, and those that follow make no job of their own', async () => {
    const { scene } = await sceneWithGuest();
    const jobs: (string | undefined)[] = [];
    const { enqueueAll } = services.jobs;
    services.jobs.enqueueAll = async (_trx, _queue, queued) => void jobs.push(...queued.map((job) => job.after));
    await change(scene, LATER);
    await change(scene, { placeName: 'Hôtel de Ville' });
    services.jobs.enqueueAll = enqueueAll;
    expect(jobs).toEqual(['2022-06-01T08:05:00Z']);
    await services.mailbox.unread();
  });

  test('who declined is asked again for another day, and not troubled with another room', async () => {
    const { scene, person, attendance } = await sceneWithGuest();
    await answer(attendance.id, { answer: 'declined' });
    await change(scene, { placeName: 'Hôtel de Ville' });
    await expect(services.mailbox.next(person.email)).rejects.toThrow('No unread mail');
    await change(scene, LATER);
    expect((await services.mailbox.next(person.email)).subject).toMatch(/^Nouvelle date/);
  });

  test('who has not been sent their invitation yet gets that one mail, which says how things stand', async () => {
    const scene = await planScene(database, services);
    const person = await makePerson(database.db);
    const whom = { kind: 'people' as const, personIds: [person.id] };
    await invitePeople(services, { ...scene, whom, roles: ['participant'] });
    await change(scene, LATER);
    const mail = await services.mailbox.next(person.email);
    expect(mail.subject).toMatch(/^Invitation.*mardi 21/);
    await expect(services.mailbox.next(person.email)).rejects.toThrow('No unread mail');
  });

  test('nobody is written to when nothing that they see changed, however often it is announced', async () => {
    const { scene, person } = await sceneWithGuest();
    await change(scene, {});
    await expect(services.mailbox.next(person.email)).rejects.toThrow('No unread mail');
    await change(scene, { ...LATER, sequence: 7 });
    await change(scene, { ...LATER, sequence: 7 });
    await services.mailbox.next(person.email);
    await expect(services.mailbox.next(person.email)).rejects.toThrow('No unread mail');
  });

  test('who is on the list but was never invited learns nothing, nor does anyone of a past meeting', async () => {
    const { scene } = await sceneWithGuest();
    const quiet = await makePerson(database.db);
    await makeAttendance(database.db, { meetingId: scene.meeting.id, personId: quiet.id });
    await change(scene, LATER);
    await expect(services.mailbox.next(quiet.email)).rejects.toThrow('No unread mail');
    const past = await sceneWithGuest({ edtf: '2022-03-01T10:00/2022-03-01T12:00' });
    await change(past.scene, { edtf: '2022-03-01T10:00/2022-03-01T11:00' });
    await expect(services.mailbox.next(past.person.email)).rejects.toThrow('No unread mail');
  });
});

describe('when a meeting is cancelled', () => {
  const off = { status: 'cancelled' as const, cancelReason: 'Grève des transports.' };

  test('everybody who was invited and might come is told why, and their calendar drops it; who declined is left alone', async () => {
    const { scene, person } = await sceneWithGuest();
    const declined = await inviteOne(database, services, scene.meeting.id);
    await answer(declined.attendance.id, { answer: 'declined' });
    const represented = await inviteOne(database, services, scene.meeting.id);
    await answer(represented.attendance.id, { answer: 'represented', substituteName: 'Ana Ruiz' });
    await change(scene, off, 'cancelled');
    await expect(services.mailbox.next(declined.person.email)).rejects.toThrow('No unread mail');
    for (const { email } of [person, represented.person]) {
      const mail = await services.mailbox.next(email);
      expect(mail.subject).toBe('Annulée\u00a0: Point Amérique latine, lundi 20\u00a0juin 2022');
      expect(mail.text).toContain('> Grève des transports.');
      expect(mail.text).not.toContain('/answers/');
      expect(readCalendar(mail)).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', sequence: 1, attendees: [`mailto:${email}`] });
    }
  });

  test('a change that was still waiting to leave is not sent any more', async () => {
    const { scene, person } = await sceneWithGuest();
    await change(scene, LATER);
    await change(scene, off, 'cancelled');
    expect((await services.mailbox.next(person.email)).subject).toMatch(/^Annulée/);
    await expect(services.mailbox.next(person.email)).rejects.toThrow('No unread mail');
  });
});

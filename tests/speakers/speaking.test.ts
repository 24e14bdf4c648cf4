import { describe, expect, test } from 'vitest';
import { listSessionSpeakers } from '#db/speakers/read.ts';
import { readBoard } from '#db/speakers/read-board.ts';
import { listOwnParts, readOwnProfile } from '#db/speakers/read-own.ts';
import { enterMeeting } from '#server/meetings/access.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { openSpeakerLink } from '#server/speakers/access.ts';
import { addSpeaker } from '#server/speakers/add-speaker.ts';
import { answerSession } from '#server/speakers/answer-session.ts';
import { revokeLinks } from '#server/speakers/ask-speakers.ts';
import { saveDetails } from '#server/speakers/save-details.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { speakersScene } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

describe('a speaker gets a link', () => {
  test('as many as the organiser confirmed, once; who has no address is left out', async () => {
    const { ask, first, paula, organised } = await speakersScene(services);
    const silent = await makePerson(services.db, { email: null });
    await makeAttendance(services.db, { meetingId: first.id, personId: silent.id, roles: ['facilitator'] });
    const guest = await makePerson(services.db);
    await makeAttendance(services.db, { meetingId: first.id, personId: guest.id });
    expect(await ask({ kind: 'new' }, 2)).toEqual({ ok: false, reason: 'count_changed', count: 1 });
    const both = await Promise.all([ask({ kind: 'new' }, 1), ask({ kind: 'new' }, 1)]);
    expect(both).toContainEqual({ ok: true, written: 1 });
    expect(both).toContainEqual({ ok: false, reason: 'nobody' });
    const mail = await services.mailbox.next(paula.email);
    expect(mail.subject).toContain('Rencontres 2022');
    expect(mail.text).toContain('Adapter nos villes à la chaleur');
    const board = await readBoard(services.db, await organised());
    expect(board.map(({ familyName, reachable, owed }) => [familyName, reachable, owed.length])).toContainEqual(['Quintero', true, 5]);
    expect(board).toHaveLength(2);
  });

  test('that opens only their part of this edition, until it is revoked or expires, and a new one works', async () => {
    const scene = await speakersScene(services);
    const { token, scope } = await scene.enter();
    expect(scope).toMatchObject({ editionId: scene.edition.id, personId: scene.paula.id });
    expect((await listOwnParts(services.db, scope)).map(({ title }) => title)).toEqual([scene.first.title, scene.second.title]);
    for (const forged of ['', 'x', 'A'.repeat(43), `${token}x`, token.slice(1)]) expect(await openSpeakerLink(services, forged)).toBeNull();
    await revokeLinks(services, { viewer: scene.viewer, scope: await scene.organised(), personId: scene.paula.id });
    expect(await openSpeakerLink(services, token)).toBeNull();
    const again = await scene.enter();
    await services.db.deleteFrom('attendances').where('personId', '=', scene.paula.id).execute();
    expect(await openSpeakerLink(services, again.token)).toBeNull();
  });

  test('from organisers of this edition only', async () => {
    const { slug } = await speakersScene(services);
    const other = await speakersScene(services);
    await expect(organiseEdition(services, other.viewer, slug)).rejects.toMatchObject({ init: { status: 404 } });
    await expect(organiseEdition(services, null, slug)).rejects.toBeInstanceOf(Response);
  });
});

describe('on their page a speaker', () => {
  test('confirms a session and declines another with a word, of which the organisers are told', async () => {
    const scene = await speakersScene(services);
    const { scope } = await scene.enter();
    expect(await answerSession(services, scope, { attendanceId: scene.inFirst.id, comes: true, words: '' })).toEqual({ ok: true });
    const decline = { attendanceId: scene.inSecond.id, comes: false, words: 'Un conseil <b>municipal</b>' };
    expect(await answerSession(services, scope, decline)).toEqual({ ok: true });
    const mail = await services.mailbox.next(scene.organiser.email);
    expect(mail.subject).toBe('Paula Quintero décline\u00a0: Plénière de clôture');
    expect(mail.text).toContain('Un conseil <b>municipal</b>');
    expect(mail.html).toContain('&lt;b&gt;');
    const parts = await listOwnParts(services.db, scope);
    expect(parts.map(({ answer, regret }) => [answer, regret])).toEqual([
      ['in_person', ''],
      ['declined', 'Un conseil <b>municipal</b>'],
    ]);
    // changed their mind: the words go
    await answerSession(services, scope, { ...decline, comes: true });
    expect((await listOwnParts(services.db, scope))[1]).toMatchObject({ answer: 'in_person', regret: '' });
  });

  test('answers for nobody else, nor for what is over or called off', async () => {
    const [scene, other] = [await speakersScene(services), await speakersScene(services)];
    const { scope } = await scene.enter();
    const gone = { ok: false, reason: 'gone' };
    expect(await answerSession(services, scope, { attendanceId: other.inFirst.id, comes: false, words: '' })).toEqual(gone);
    await services.db.updateTable('meetings').set({ status: 'cancelled' }).where('id', '=', scene.first.id).execute();
    const over = { ok: false, reason: 'over' };
    expect(await answerSession(services, scope, { attendanceId: scene.inFirst.id, comes: true, words: '' })).toEqual(over);
    await services.db
      .updateTable('meetings')
      .set({ edtf: '2022-05-01T10:00/2022-05-01T11:00' })
      .where('id', '=', scene.second.id)
      .execute();
    expect(await answerSession(services, scope, { attendanceId: scene.inSecond.id, comes: true, words: '' })).toEqual(over);
  });

  test('says who they are in this edition; the directory keeps its own until an organiser takes it over', async () => {
    const scene = await speakersScene(services);
    const { scope } = await scene.enter();
    const details = {
      givenName: 'Paula',
      familyName: 'Quintero Díaz',
      function: 'Maire',
      organisation: 'Intendencia',
      about: 'Deux\nlignes',
    };
    expect(await saveDetails(services, scope, { revision: 7, details })).toEqual({ ok: false, reason: 'conflict' });
    const { revision } = await readOwnProfile(services.db, scope);
    expect(await saveDetails(services, scope, { revision, details })).toEqual({ ok: true });
    expect(await saveDetails(services, scope, { revision, details })).toEqual({ ok: false, reason: 'conflict' });
    const cast = await listSessionSpeakers(services.db, await enterMeeting(services, null, scene.first.slug));
    expect(cast?.speakers).toMatchObject([
      { familyName: 'Quintero Díaz', function: 'Maire', organisationName: 'Intendencia', about: 'Deux\nlignes' },
    ]);
    expect(JSON.stringify(cast)).not.toContain('@');
    const person = await services.db.selectFrom('people').selectAll().where('id', '=', scene.paula.id).executeTakeFirstOrThrow();
    expect([person.familyName, person.function]).toEqual(['Quintero', 'Adjointe']);
    const [line] = await readBoard(services.db, await scene.organised());
    expect(line?.directory).toEqual({ name: 'Paula Quintero', function: 'Adjointe', organisation: '' });
  });
});

describe('an organiser', () => {
  test('adds somebody to a session once, gives a participant a role, and reminds only those who owe something', async () => {
    const scene = await speakersScene(services);
    const id = crypto.randomUUID();
    const person = {
      id,
      givenName: 'Karim',
      familyName: 'Belhadj',
      function: '',
      organisation: 'Nanterre',
      email: 'k.belhadj@nanterre.example',
    };
    const add = async () =>
      addSpeaker(services, {
        viewer: scene.viewer,
        scope: await scene.organised(),
        meetingId: scene.first.id,
        role: 'facilitator',
        person,
      });
    expect(await Promise.all([add(), add()])).toEqual([{ ok: true }, { ok: true }]);
    const guest = await makePerson(services.db, { email: 'hote@nanterre.example' });
    await makeAttendance(services.db, { meetingId: scene.first.id, personId: guest.id });
    const known = { ...person, id: crypto.randomUUID(), email: guest.email };
    await addSpeaker(services, {
      viewer: scene.viewer,
      scope: await scene.organised(),
      meetingId: scene.first.id,
      role: 'speaker',
      person: known,
    });
    const cast = await listSessionSpeakers(services.db, await enterMeeting(services, viewerOf(scene.organiser), scene.first.slug));
    expect(cast?.speakers.map(({ roles }) => roles).toSorted()).toEqual([['chair', 'speaker'], ['facilitator'], ['speaker']]);
    const other = await speakersScene(services);
    const elsewhere = { viewer: scene.viewer, scope: await scene.organised(), meetingId: other.first.id, role: 'speaker' as const, person };
    expect(await addSpeaker(services, elsewhere)).toEqual({ ok: false, reason: 'session-unknown' });
    expect(await scene.ask({ kind: 'owing' }, 0)).toEqual({ ok: false, reason: 'nobody' });
    expect(await scene.ask({ kind: 'new' }, 3)).toEqual({ ok: true, written: 3 });
    const { scope } = await scene.enter();
    for (const attendanceId of [scene.inFirst.id, scene.inSecond.id])
      await answerSession(services, scope, { attendanceId, comes: false, words: '' });
    // Paula comes nowhere, and owes nothing any more
    expect(await scene.ask({ kind: 'owing' }, 2)).toEqual({ ok: true, written: 2 });
  });
});

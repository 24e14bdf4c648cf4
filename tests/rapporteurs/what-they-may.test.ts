import { describe, expect, test } from 'vitest';
import { addAgendaItem } from '#server/agenda/add-agenda-item.ts';
import { arrangeMeeting, findMeetingScope, organiseMeeting } from '#server/meetings/access.ts';
import { maySeeMeeting, meetingAbilities, type Ties } from '#server/meetings/policy.ts';
import { findFindings } from '#server/minutes/checker/find-findings.ts';
import { mayAttribute, mayChangeState, mayPublish, mayRedact } from '#server/minutes/policy.ts';
import { enterReport } from '#server/rapporteurs/access.ts';
import { unassignRapporteur } from '#server/rapporteurs/assign-rapporteur.ts';
import { handIn } from '#server/rapporteurs/hand-in.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { editionScene } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
const status = (thrown: unknown) => (thrown instanceof Response ? thrown.status : (thrown as { init?: { status?: number } }).init?.status);

const karim = {
  personId: 'p',
  givenName: 'Karim',
  familyName: 'Belhadj',
  language: 'fr',
  timeZone: 'Europe/Paris',
  networkOrganiser: false,
} as const;
const ties = (rapporteur: boolean): Ties => ({ role: null, invitation: { notesAccess: 'write', rapporteur } });
const session = (given: Partial<Parameters<typeof meetingAbilities>[1]> = {}) =>
  ({ status: 'scheduled', visibility: 'public', closed: false, minutes: 'draft', ...given }) as const;

describe('the rapporteur of a session', () => {
  test('writes and arranges before, during and after it, until the minutes are approved', () => {
    const may = (given: Parameters<typeof session>[0], who: Ties = ties(true)) => {
      const { writeNotes, arrange, report } = meetingAbilities(karim, session(given), who);
      return [writeNotes, arrange, report];
    };
    expect(may({})).toEqual([true, true, true]);
    expect(may({ closed: true })).toEqual([true, true, true]);
    expect(may({ minutes: 'in_review' })).toEqual([true, true, true]);
    for (const given of [{ minutes: 'approved' }, { minutes: 'published' }, { status: 'cancelled' }] as const)
      expect(may(given)).toEqual([false, false, true]);
    // whoever only attends wrote until it was closed, and arranged nothing
    expect(may({}, ties(false))).toEqual([true, false, false]);
    expect(may({ closed: true }, ties(false))).toEqual([false, false, false]);
  });

  test('is no organiser: neither organises nor sees more than who is invited', () => {
    expect(meetingAbilities(karim, session(), ties(true))).toMatchObject({ organise: false, seeAttendees: true, seeOnlineLink: true });
  });

  test('prepares a session that is not announced, which nobody else who is invited sees', () => {
    expect(maySeeMeeting(karim, session({ status: 'draft' }), ties(true))).toBe(true);
    expect(maySeeMeeting(karim, session({ status: 'draft' }), ties(false))).toBe(false);
    expect(maySeeMeeting(null, session({ status: 'draft' }), ties(true))).toBe(false);
  });

  test('passes the gates of the agenda, of the checker and of the report, and no other', async () => {
    const scene = await editionScene(services);
    await scene.assign(scene.energy, scene.maud);
    await scene.write(scene.energy, 'Le mercredi 18 septembre 2023, la session ouvre.');
    const viewer = viewerOf(scene.maud);
    const { slug } = scene.energy;
    const scope = await arrangeMeeting(services, viewer, slug, '/');
    const point = { title: 'Débat', kind: 'discussion', durationMinutes: 5, summary: '', presenterIds: [] } as const;
    expect(await addAgendaItem(services, { viewer, scope, id: crypto.randomUUID(), point: { ...point, presenterIds: [] } })).toEqual({
      ok: true,
    });
    // a member of the group whom the session does not list is not theirs to put on the agenda
    const other = { ...point, presenterIds: [scene.organiser.id] };
    expect(await addAgendaItem(services, { viewer, scope, id: crypto.randomUUID(), point: other })).toEqual({
      ok: false,
      reason: 'unknown_presenter',
    });
    expect((await findFindings(services, await enterReport(services, viewer, slug, '/'))).length).toBeGreaterThan(0);
    expect(await organiseMeeting(services, viewer, slug).then(() => 'in', status)).toBe(404);
    // of another session of the same edition nothing
    expect(await arrangeMeeting(services, viewer, scene.sport.slug, '/').then(() => 'in', status)).toBe(404);
    expect(await enterReport(services, viewer, scene.sport.slug, '/').then(() => 'in', status)).toBe(404);
    expect([mayPublish(scope.can), mayChangeState(scope.can), mayAttribute(scope.can), mayRedact(scope.can)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('loses all of it with the role, at once', async () => {
    const scene = await editionScene(services);
    await scene.assign(scene.energy, scene.maud);
    const viewer = viewerOf(scene.maud);
    const { attendanceId } = await enterReport(services, viewer, scene.energy.slug, '/');
    services.accessChanges.length = 0;
    await unassignRapporteur(services, { ...(await scene.organised(scene.energy)), attendanceId: attendanceId ?? '' });
    expect(services.accessChanges).toEqual([{ personId: scene.maud.id }]);
    expect((await findMeetingScope(services, viewer, { id: scene.energy.id }))?.can).toMatchObject({
      writeNotes: false,
      arrange: false,
      report: false,
    });
  });

  test('who was invited besides stays on the list as a participant', async () => {
    const scene = await editionScene(services);
    const attendance = await makeAttendance(services.db, { meetingId: scene.energy.id, personId: scene.maud.id, roles: ['speaker'] });
    await scene.assign(scene.energy, scene.maud);
    await unassignRapporteur(services, { ...(await scene.organised(scene.energy)), attendanceId: attendance.id });
    const { roles } = await services.db.selectFrom('attendances').select('roles').where('id', '=', attendance.id).executeTakeFirstOrThrow();
    expect(roles).toEqual(['speaker']);
  });

  test('hands in what is written, once, and nothing that is empty or settled', async () => {
    const scene = await editionScene(services);
    await scene.assign(scene.energy, scene.maud);
    const viewer = viewerOf(scene.maud);
    const scope = await arrangeMeeting(services, viewer, scene.energy.slug, '/');
    expect(await handIn(services, { viewer, scope })).toEqual({ ok: false, reason: 'empty' });
    await scene.write(scene.energy, 'Tout le monde est d’accord.');
    expect(await handIn(services, { viewer, scope })).toEqual({ ok: true, findings: 0 });
    services.clock.advance({ hours: 1 });
    expect(await handIn(services, { viewer, scope })).toEqual({ ok: true, findings: 0 });
    const report = await services.db
      .selectFrom('sessionReports')
      .selectAll()
      .where('meetingId', '=', scene.energy.id)
      .executeTakeFirstOrThrow();
    expect(report).toMatchObject({ handedInByName: 'Maud Etcheverry', findingsLeft: 0 });
    await services.db.insertInto('minutes').values({ meetingId: scene.energy.id, state: 'approved' }).execute();
    expect(await handIn(services, { viewer, scope })).toEqual({ ok: false, reason: 'settled' });
  });
});

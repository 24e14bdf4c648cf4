import type { CompiledQuery } from 'kysely';
import { describe, expect, test } from 'vitest';
import { dueOn, levelOwed, reportStep } from '#app/model/rapporteurs.ts';
import { arrangeMeeting } from '#server/meetings/access.ts';
import { handIn } from '#server/rapporteurs/hand-in.ts';
import { planDeadlines, planOwnDeadline } from '#server/rapporteurs/plan-deadlines.ts';
import { readBoard } from '#server/rapporteurs/read-board.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeMeeting, makeMinutes, makePerson } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { editionScene } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
const ZONE = 'Europe/Paris';

describe('the board of an edition', () => {
  test('tells of each session who writes, who came, how many words, and how late it is', async () => {
    const scene = await editionScene(services);
    const { db } = services;
    await scene.assign(scene.energy, scene.maud);
    await scene.write(scene.energy, 'Le réseau a 12 villes : Nanterre, l’Île-Saint-Denis !');
    await makeAttendance(db, { meetingId: scene.energy.id, personId: scene.stranger.id, checkedInAt: '2023-09-18T08:05:00Z' });
    await planDeadlines(services, { viewer: scene.viewer, edition: scene.edition, dueDays: 3, revision: 0 });
    await planOwnDeadline(services, { viewer: scene.viewer, session: (await scene.organised(scene.closing)).session, dueOn: '2023-10-01' });
    services.clock.set('2023-09-25T06:00:00Z');
    const { sessions, today } = await readBoard(services, scene.edition, ZONE);
    expect(today).toBe('2023-09-25');
    expect(
      sessions.map(({ title, step, due, late, words, listed, checkedIn }) => ({ title, step, due, late, words, listed, checkedIn })),
    ).toEqual([
      { title: 'Énergie', step: 'writing', due: '2023-09-21', late: 4, words: 7, listed: 2, checkedIn: 1 },
      { title: 'Sport', step: 'nobody', due: '2023-09-21', late: 4, words: 0, listed: 0, checkedIn: 0 },
      { title: 'Clôture', step: 'nobody', due: '2023-10-01', late: 0, words: 0, listed: 0, checkedIn: 0 },
    ]);
    expect(sessions[0]?.rapporteurs).toMatchObject([{ givenName: 'Maud', familyName: 'Etcheverry', reachable: true }]);
  });

  test('counts again when words were added, and follows what was handed in and published', async () => {
    const scene = await editionScene(services);
    await scene.write(scene.energy, 'Un deux trois.');
    const first = async () => (await readBoard(services, scene.edition, ZONE)).sessions.find(({ id }) => id === scene.energy.id);
    expect(await first()).toMatchObject({ words: 3, step: 'writing' });
    await scene.write(scene.energy, 'Quatre cinq.');
    expect(await first()).toMatchObject({ words: 5 });
    const scope = await arrangeMeeting(services, scene.viewer, scene.energy.slug, '/');
    await handIn(services, { viewer: scene.viewer, scope });
    expect(await first()).toMatchObject({ step: 'handed_in', findingsLeft: 0, late: 0 });
    const minutes = await makeMinutes(services.db, { meetingId: scene.energy.id, state: 'published' });
    for (const [number, reason] of [
      [1, 'publication'],
      [2, 'erratum'],
    ] as const)
      await services.db
        .insertInto('minutesVersions')
        .values({ minutesId: minutes.id, number, reason, publishedByName: 'x', content: '{}', sha256: Buffer.alloc(32) })
        .execute();
    expect(await first()).toMatchObject({ step: 'published', version: 2, errata: 1 });
  });

  test('asks the same few queries however many sessions there are, and decodes no notes twice', async () => {
    const scene = await editionScene(services);
    for (let n = 0; n < 37; n += 1) {
      const session = await makeMeeting(services.db, { groupId: scene.dalc.id, editionId: scene.editionId, kind: 'session' });
      await scene.write(session, `Ce qui se dit dans la session ${n}.`);
      await makeAttendance(services.db, { meetingId: session.id, personId: (await makePerson(services.db)).id, roles: ['rapporteur'] });
    }
    const cold = await queriesOf(() => readBoard(services, scene.edition, ZONE));
    expect(cold.count).toBeLessThanOrEqual(6);
    expect(cold.answer.sessions).toHaveLength(40);
    expect(cold.answer.sessions.filter(({ words }) => words === 8)).toHaveLength(37);
    const warm = await queriesOf(() => readBoard(services, scene.edition, ZONE));
    expect(warm.count).toBe(3);
    expect(warm.answer).toEqual(cold.answer);
  });
});

/** How many queries a piece of work asks, as PostgreSQL's driver is handed them. */
async function queriesOf<Answer>(work: () => Promise<Answer>): Promise<{ answer: Answer; count: number }> {
  const executor = services.db.getExecutor();
  const original = executor.executeQuery.bind(executor);
  let count = 0;
  executor.executeQuery = ((compiled: CompiledQuery, ...rest: []) => {
    count += 1;
    return original(compiled, ...rest);
  }) as typeof executor.executeQuery;
  try {
    return { answer: await work(), count };
  } finally {
    executor.executeQuery = original;
  }
}

describe('deadlines', () => {
  test('count days of the calendar after the session, unless it has its own', () => {
    expect(dueOn({ own: null, lastDay: '2024-02-27', dueDays: 3 })).toBe('2024-03-01');
    expect(dueOn({ own: '2024-02-28', lastDay: '2024-02-27', dueDays: 3 })).toBe('2024-02-28');
    expect(dueOn({ own: null, lastDay: null, dueDays: 3 })).toBeNull();
    expect(dueOn({ own: null, lastDay: '2024-02-27', dueDays: null })).toBeNull();
  });

  test('owe one reminder a level, and none in between or for ever', () => {
    const owed = (today: string) => levelOwed('2024-03-01', today);
    expect([
      owed('2024-02-28'),
      owed('2024-02-29'),
      owed('2024-03-01'),
      owed('2024-03-02'),
      owed('2024-03-08'),
      owed('2024-04-08'),
    ]).toEqual([...[null, 'eve', 'eve', 'late', 'week', null]]);
  });

  test('a plan that somebody else changed meanwhile is not overwritten', async () => {
    const scene = await editionScene(services);
    const plan = (dueDays: number | null, revision: number) =>
      planDeadlines(services, { viewer: scene.viewer, edition: scene.edition, dueDays, revision });
    expect(await plan(3, 0)).toEqual({ ok: true });
    expect(await plan(5, 0)).toEqual({ ok: false, reason: 'conflict' });
    expect(await plan(5, 1)).toEqual({ ok: true });
    expect((await readBoard(services, scene.edition, ZONE)).plan).toEqual({ dueDays: 5, revision: 2 });
  });
});

test('the state of the minutes outranks what was handed in', () => {
  const facts = { rapporteurs: 1, words: 0, handedInAt: null, minutes: 'draft' } as const;
  expect(reportStep({ ...facts, rapporteurs: 0 })).toBe('nobody');
  expect(reportStep(facts)).toBe('to_write');
  expect(reportStep({ ...facts, words: 9 })).toBe('writing');
  expect(reportStep({ ...facts, words: 9, handedInAt: '2024-03-01T10:00:00Z' })).toBe('handed_in');
  expect(reportStep({ ...facts, minutes: 'in_review', handedInAt: '2024-03-01T10:00:00Z' })).toBe('in_review');
});

import { describe, expect, test } from 'vitest';
import { listMinutesSteps, readMinutesStatus } from '#db/minutes/read-status.ts';
import { inTransaction } from '#db/transaction.ts';
import { changeState, changeStateWithin } from '#server/minutes/change-state.ts';
import { planPublication } from '#server/minutes/publication-plan.ts';
import { publishMinutes } from '#server/minutes/publish-minutes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { paragraphOf } from './two-versions.ts';
import { meetingToPublish } from './versions-scene.ts';

const database = useDatabase();
const services = useServices(database);

async function draft() {
  const scene = await meetingToPublish(services);
  const scope = await scene.scopeOf(scene.organiser);
  const by = viewerOf(scene.organiser);
  const review = () => inTransaction(database.db, (trx) => changeStateWithin(trx, services, scope, by, { to: 'in_review' }));
  const state = async () => (await readMinutesStatus(database.db, scope)).state;
  const propose = async () => {
    const { id: minutesId } = await database.db
      .selectFrom('minutes')
      .select('id')
      .where('meetingId', '=', scene.meeting.id)
      .executeTakeFirstOrThrow();
    const proposal = {
      minutesId,
      kind: 'comment' as const,
      comment: 'Et l’Uruguay ?',
      authorName: 'Karim Belhadj',
      createdAt: '2022-06-01T08:00:00Z',
    };
    await database.db.insertInto('complements').values(proposal).execute();
  };
  const writers = async () => {
    const can = async (person: typeof scene.organiser) => (await scene.scopeOf(person)).can.writeNotes;
    return { organiser: await can(scene.organiser), speaker: await can(scene.speaker) };
  };
  return { ...scene, scope, by, review, state, propose, writers };
}

describe('the state of minutes', () => {
  test('goes from the draft to the review, the approval and the publication, with who and when', async () => {
    const { scope, by, other, review, state } = await draft();
    expect(await state()).toBe('draft');
    expect(await review()).toMatchObject({ ok: true, was: 'draft' });
    services.clock.advance({ hours: 48 });
    expect(await changeState(services, scope, viewerOf(other), { to: 'approved' })).toMatchObject({ ok: true, was: 'in_review' });
    expect(await publishMinutes(services, scope, by, { number: 1 })).toEqual({ ok: true, number: 1 });
    const { steps, latest } = await readMinutesStatus(database.db, scope);
    expect(latest).toBe(1);
    expect(steps.map(({ state: reached, byName, number }) => [reached, byName, number])).toEqual([
      ['in_review', 'Inès Robledo', null],
      ['approved', 'Hélène Marsac', null],
      ['published', 'Inès Robledo', 1],
    ]);
    expect(await listMinutesSteps(database.db, scope)).toHaveLength(3);
  });

  test('says who writes in the notes: whoever is invited, then organisers, then nobody; reopening gives it back', async () => {
    const { scope, by, review, writers } = await draft();
    expect(await writers()).toEqual({ organiser: true, speaker: true });
    await review();
    expect(await writers()).toEqual({ organiser: true, speaker: false });
    await changeState(services, scope, by, { to: 'approved' });
    expect(await writers()).toEqual({ organiser: false, speaker: false });
    await publishMinutes(services, scope, by, { number: 1 });
    expect(await writers()).toEqual({ organiser: true, speaker: false });
    await changeState(services, scope, by, { to: 'draft' });
    expect(await writers()).toEqual({ organiser: true, speaker: true });
  });

  test('gives open notes their new rights at once, whenever somebody gains or loses one', async () => {
    const { scope, by, meeting, review } = await draft();
    const changes = () => services.accessChanges.splice(0);
    changes();
    const reviewed = await review();
    expect(changes()).toEqual([]);
    if (reviewed.ok) reviewed.afterCommit();
    expect(changes()).toEqual([{ meetingId: meeting.id }]);
    await changeState(services, scope, by, { to: 'approved' });
    await publishMinutes(services, scope, by, { number: 1 });
    await changeState(services, scope, by, { to: 'draft' });
    expect(changes()).toHaveLength(3);
  });

  test('is not changed by anybody but organisers, nor from a state that somebody else has left', async () => {
    const { scope, by, speaker, scopeOf, state } = await draft();
    expect(await changeState(services, await scopeOf(speaker), viewerOf(speaker), { to: 'approved' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    expect(await changeState(services, scope, by, { to: 'draft' })).toEqual({ ok: false, reason: 'wrong-state', state: 'draft' });
    const both = await Promise.all([1, 2].map(() => changeState(services, scope, by, { to: 'approved' })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, reason: 'wrong-state', state: 'approved' });
    expect(await state()).toBe('approved');
  });

  test('closes the review that is open when it leaves it', async () => {
    const { scope, by, review, propose } = await draft();
    const reviewed = await review();
    if (!reviewed.ok) throw new Error(reviewed.reason);
    const opened = {
      minutesId: reviewed.minutesId,
      openedAt: '2022-06-01T08:00:00Z',
      deadline: '2022-06-08',
      digestedAt: '2022-06-01T08:00:00Z',
    };
    await database.db.insertInto('reviews').values(opened).execute();
    await propose();
    expect((await readMinutesStatus(database.db, scope)).review).toEqual({ deadline: '2022-06-08', reviewers: 0, answered: 0 });
    expect(await changeState(services, scope, by, { to: 'approved' })).toEqual({ ok: false, reason: 'open-proposals', count: 1 });
    expect(await changeState(services, scope, by, { to: 'approved', knowingly: true })).toMatchObject({ ok: true });
    expect((await readMinutesStatus(database.db, scope)).review).toBeNull();
  });
});

describe('publishing', () => {
  test('is refused while others review, and of anything else than what was approved, until that is approved too', async () => {
    const { scope, by, say, review } = await draft();
    await review();
    expect(await publishMinutes(services, scope, by, { number: 1 })).toEqual({ ok: false, reason: 'in-review' });
    await changeState(services, scope, by, { to: 'approved' });
    await say(paragraphOf('late', 'Glissé après l’approbation.'));
    expect((await planPublication(services, scope)).changedSinceApproval).toBe(true);
    expect(await publishMinutes(services, scope, by, { number: 1 })).toEqual({ ok: false, reason: 'not-as-approved' });
    await changeState(services, scope, by, { to: 'draft' });
    await changeState(services, scope, by, { to: 'approved' });
    expect(await publishMinutes(services, scope, by, { number: 1 })).toEqual({ ok: true, number: 1 });
  });

  test('is refused of a text that changed since the organiser saw it', async () => {
    const { scope, by, say } = await draft();
    const { seen } = await planPublication(services, scope);
    await say(paragraphOf('late', 'Ajouté pendant ce temps.'));
    expect(await publishMinutes(services, scope, by, { number: 1, seen })).toEqual({ ok: false, reason: 'changed' });
    const again = await planPublication(services, scope);
    expect(await publishMinutes(services, scope, by, { number: 1, seen: again.seen })).toEqual({ ok: true, number: 1 });
  });

  test('asks about proposals that nobody decided, and goes on when told to', async () => {
    const { scope, by, propose, review } = await draft();
    await review();
    await propose();
    await changeState(services, scope, by, { to: 'draft' });
    expect(await publishMinutes(services, scope, by, { number: 1 })).toEqual({ ok: false, reason: 'open-proposals', count: 1 });
    expect(await publishMinutes(services, scope, by, { number: 1, knowingly: true })).toEqual({ ok: true, number: 1 });
  });

  test('an erratum needs its text, stands in the minutes from then on, and makes one version however often it is sent', async () => {
    const { scope, by, other, say } = await draft();
    await publishMinutes(services, scope, by, { number: 1 });
    await say(paragraphOf('p2', 'La coopération date de 2013.'));
    const erratum = { number: 2, reason: 'erratum', note: 'La date de la coopération.' } as const;
    expect(await publishMinutes(services, scope, by, { ...erratum, note: '' })).toEqual({ ok: false, reason: 'erratum-empty' });
    const both = await Promise.all([by, viewerOf(other)].map((who) => publishMinutes(services, scope, who, erratum)));
    expect(both).toContainEqual({ ok: true, number: 2 });
    expect(both).toContainEqual({ ok: false, reason: 'already-published', number: 2 });
    const versions = await database.db
      .selectFrom('minutesVersions')
      .innerJoin('minutes', 'minutes.id', 'minutesId')
      .select(['content', 'reason', 'note'])
      .where('meetingId', '=', scope.meetingId)
      .orderBy('number', 'desc')
      .execute();
    expect(versions).toHaveLength(2);
    expect(versions[0]).toMatchObject({ reason: 'erratum', note: 'La date de la coopération.' });
    expect(JSON.parse(versions[0]?.content ?? '').notes).toEqual([
      { kind: 'erratum', number: 2, day: expect.stringMatching(/^2022-06-\d\d$/), text: 'La date de la coopération.' },
    ]);
  });
});

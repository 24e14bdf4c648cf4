import { describe, expect, test } from 'vitest';
import { arrangeMeeting } from '#server/meetings/access.ts';
import { handIn, takeBack } from '#server/rapporteurs/hand-in.ts';
import { planDeadlines, planOwnDeadline } from '#server/rapporteurs/plan-deadlines.ts';
import { remindLate, remindRapporteurs } from '#server/rapporteurs/remind-rapporteurs.ts';
import { tellOrganisersOfReports } from '#server/rapporteurs/tell-organisers.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { editionScene } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

/** Maud writes Énergie, due on 21 September 2023; her mail about it has arrived. */
async function awaited() {
  const scene = await editionScene(services);
  services.clock.set('2023-09-18T08:00:00Z');
  await planDeadlines(services, { viewer: scene.viewer, edition: scene.edition, dueDays: 3, revision: 0 });
  await scene.assign(scene.energy, scene.maud);
  await services.mailbox.next(scene.maud.email);
  const queued = async () =>
    (
      await services.db
        .selectFrom('outboxMails')
        .select(['template', 'payload', 'toAddress'])
        .where('toAddress', 'in', [scene.maud.email, scene.organiser.email])
        .where('template', 'in', ['rapporteur-reminder', 'reports-news'])
        .orderBy('id')
        .execute()
    ).map(({ template, payload }) => (payload as { level?: string }).level ?? template);
  const scope = () => arrangeMeeting(services, scene.viewer, scene.energy.slug, '/');
  const late = (expected: number) => remindLate(services, { viewer: scene.viewer, edition: scene.edition, expected });
  return { ...scene, queued, scope, late };
}

describe('rapporteurs are reminded', () => {
  test('the day before, the day after and a week after, each level once, whoever runs the morning how often', async () => {
    const scene = await awaited();
    for (const morning of ['2023-09-19', '2023-09-20', '2023-09-21', '2023-09-22', '2023-09-23', '2023-09-28', '2023-10-02']) {
      services.clock.set(`${morning}T05:31:00Z`);
      await Promise.all([remindRapporteurs(services), remindRapporteurs(services)]);
    }
    expect(await scene.queued()).toEqual(['eve', 'late', 'week']);
  });

  test('in a mail that says which, and not once it is handed in', async () => {
    const scene = await awaited();
    services.clock.set('2023-09-22T05:31:00Z');
    await remindRapporteurs(services);
    const mail = await services.mailbox.next(scene.maud.email);
    expect(mail.subject).toBe('Compte-rendu en retard\u00a0: Énergie');
    await scene.write(scene.energy, 'Tout fut dit.');
    await handIn(services, { viewer: scene.viewer, scope: await scene.scope() });
    services.clock.set('2023-09-28T05:31:00Z');
    await remindRapporteurs(services);
    expect(await scene.queued()).toEqual(['late']);
    // back in their hands, they are reminded again
    await takeBack(services, { viewer: scene.viewer, scope: await scene.scope() });
    await remindRapporteurs(services);
    expect(await scene.queued()).toEqual(['late', 'week']);
  });

  test('not of a deadline that was put off, nor in their night', async () => {
    const scene = await awaited();
    const { session } = await scene.organised(scene.energy);
    await planOwnDeadline(services, { viewer: scene.viewer, session, dueOn: '2023-10-10' });
    services.clock.set('2023-09-22T05:31:00Z');
    await remindRapporteurs(services);
    expect(await scene.queued()).toEqual([]);
    services.clock.set('2023-10-09T05:31:00Z');
    await remindRapporteurs(services);
    expect(await scene.queued()).toEqual(['eve']);
  });

  test('by hand, as many as the organiser confirmed, and nobody twice within half a day', async () => {
    const scene = await awaited();
    services.clock.set('2023-09-25T10:00:00Z');
    expect(await scene.late(2)).toEqual({ ok: false, reason: 'count_changed', count: 1 });
    expect(await scene.queued()).toEqual([]);
    expect(await scene.late(1)).toEqual({ ok: true, written: 1 });
    expect(await scene.late(1)).toEqual({ ok: false, reason: 'count_changed', count: 0 });
    services.clock.set('2023-09-26T10:00:00Z');
    expect(await Promise.all([scene.late(1), scene.late(1)]).then((both) => both.map(({ ok }) => ok).sort())).toEqual([false, true]);
    expect(await scene.queued()).toEqual(['asked', 'asked']);
  });
});

describe('organisers of an edition', () => {
  test('are told in the morning what came in and what is late since today, once, and nothing without news', async () => {
    const scene = await awaited();
    await tellOrganisersOfReports(services);
    expect(await scene.queued()).toEqual([]);
    await scene.write(scene.energy, 'Tout fut dit.');
    await handIn(services, { viewer: scene.viewer, scope: await scene.scope() });
    services.clock.set('2023-09-19T05:31:00Z');
    await Promise.all([tellOrganisersOfReports(services), tellOrganisersOfReports(services)]);
    expect(await scene.queued()).toEqual(['reports-news']);
    const mail = await services.mailbox.next(scene.organiser.email);
    expect(mail.subject).toBe('1 compte-rendu remis\u00a0: RAICT 2023');
    expect(mail.text).toContain('Énergie, par Inès Robledo');
    expect(mail.text).toContain(`/editions/${scene.slug}/rapporteurs`);
    services.clock.set('2023-09-20T05:31:00Z');
    await tellOrganisersOfReports(services);
    expect(await scene.queued()).toEqual(['reports-news']);
    // the two others are late since this morning
    services.clock.set('2023-09-22T05:31:00Z');
    await tellOrganisersOfReports(services);
    expect((await services.mailbox.next(scene.organiser.email)).subject).toBe('2 comptes-rendus en retard\u00a0: RAICT 2023');
  });
});

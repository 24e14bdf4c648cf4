import { describe, expect, test } from 'vitest';
import { arrangeHeadings, type Heading, type PointToArrange } from '#app/model/headings.ts';
import { createSession } from '#server/programme/create-session.ts';
import { applyTemplate } from '#server/rapporteurs/apply-template.ts';
import { moveHeading, removeHeading, saveHeading } from '#server/rapporteurs/edit-headings.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeMinutes } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { editionScene } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

const heading = (title: string, given: Partial<Heading> = {}): Heading => ({
  ...{ id: crypto.randomUUID(), title, kind: 'discussion', durationMinutes: 0, summary: '' },
  ...given,
});
const point = (title: string, given: Partial<PointToArrange> = {}): PointToArrange => ({
  ...{ id: title, title, kind: 'discussion', durationMinutes: 0, headingId: null, holdsNotes: false },
  ...given,
});

describe('the headings that sessions have in common', () => {
  test('are added in their order, and nothing is done where they stand already', () => {
    const [summary, debate] = [heading('Résumé'), heading('Débat')];
    expect(arrangeHeadings([], [summary, debate])).toEqual({
      added: [summary, debate],
      written: [],
      order: [{ headingId: summary.id }, { headingId: debate.id }],
    });
    const points = [point('Résumé', { headingId: summary.id }), point('Débat', { headingId: debate.id })];
    expect(arrangeHeadings(points, [summary, debate])).toBeNull();
  });

  test('take over a point that says the same, however it is accented, and leave behind a heading what follows it', () => {
    const [summary, debate] = [heading('Résumé'), heading('Débat')];
    const points = [point('RESUME', { holdsNotes: true }), point('Brésil'), point('Débat', { headingId: debate.id }), point('Chili')];
    expect(arrangeHeadings(points, [debate, summary])).toEqual({
      added: [],
      written: [{ pointId: 'RESUME', heading: summary, rewrite: false }],
      order: ['Débat', 'Chili', 'RESUME', 'Brésil'].map((pointId) => ({ pointId })),
    });
  });

  test('say in a point without notes what the template says now, and touch none that holds notes', () => {
    const conclusion = heading('Conclusion', { kind: 'conclusion' });
    const empty = point('Fin', { headingId: conclusion.id });
    expect(arrangeHeadings([empty], [conclusion])?.written).toEqual([{ pointId: 'Fin', heading: conclusion, rewrite: true }]);
    expect(arrangeHeadings([{ ...empty, holdsNotes: true }], [conclusion])).toBeNull();
  });
});

describe('the template of an edition', () => {
  const titlesOf = async (meetingId: string) =>
    (await services.db.selectFrom('agendaItems').select('title').where('meetingId', '=', meetingId).orderBy('position').execute()).map(
      ({ title }) => title,
    );

  async function withTemplate(...titles: string[]) {
    const scene = await editionScene(services);
    const headings = titles.map((title) => heading(title));
    const change = { viewer: scene.viewer, edition: scene.edition };
    for (const one of headings) expect(await saveHeading(services, { ...change, heading: one })).toEqual({ ok: true });
    return { ...scene, headings, change, apply: (ids: string[] | null = null) => applyTemplate(services, { ...change, meetingIds: ids }) };
  }

  test('is applied to all sessions, twice without effect, and never to minutes that are settled', async () => {
    const scene = await withTemplate('Résumé', 'Interventions', 'Conclusion');
    await makeMinutes(services.db, { meetingId: scene.closing.id, state: 'approved' });
    expect(await scene.apply()).toEqual({ changed: 2, same: 0 });
    expect(await titlesOf(scene.energy.id)).toEqual(['Résumé', 'Interventions', 'Conclusion']);
    expect(await titlesOf(scene.closing.id)).toEqual([]);
    expect(services.told).toContainEqual({ meetingId: scene.energy.id, topic: 'agenda' });
    expect(await scene.apply()).toEqual({ changed: 0, same: 2 });
  });

  test('keeps the words under a point, its title and those of the session’s own points', async () => {
    const scene = await withTemplate('Résumé', 'Débat');
    const item = await scene.write(scene.energy, 'Ce qui fut dit.');
    await scene.apply([scene.energy.id]);
    expect(await titlesOf(scene.sport.id)).toEqual([]);
    await scene.write(scene.energy, 'Un résumé.', 1);
    const [summary] = scene.headings;
    if (!summary) throw new Error('no heading');
    await saveHeading(services, { ...scene.change, heading: { ...summary, title: 'Synthèse' } });
    await moveHeading(services, { ...scene.change, id: summary.id, to: 'down' });
    expect(await scene.apply()).toEqual({ changed: 3, same: 0 });
    expect(await titlesOf(scene.energy.id)).toEqual(['Échanges 0', 'Débat', 'Résumé']);
    expect(await titlesOf(scene.sport.id)).toEqual(['Débat', 'Synthèse']);
    expect(item).toBeTruthy();
    await removeHeading(services, { ...scene.change, id: summary.id });
    expect(await scene.apply()).toEqual({ changed: 0, same: 3 });
    expect(await titlesOf(scene.energy.id)).toContain('Résumé');
  });

  test('is given to a session that is created later', async () => {
    const scene = await withTemplate('Résumé', 'Débat');
    const session = {
      title: 'Jeunesse',
      summary: '',
      visibility: 'public',
      themes: [],
      countries: [],
      languages: [],
      capacity: null,
    } as const;
    const id = crypto.randomUUID();
    await createSession(services, {
      ...{ viewer: scene.viewer, scope: scene.edition, id },
      session: { ...session, themes: [], countries: [], languages: [] },
    });
    expect(await titlesOf(id)).toEqual(['Résumé', 'Débat']);
  });

  test('has no heading twice, and not more than a day holds', async () => {
    const scene = await withTemplate('Résumé');
    expect(await saveHeading(services, { ...scene.change, heading: heading('RÉSUMÉ') })).toEqual({ ok: false, reason: 'same_title' });
    expect(await saveHeading(services, { ...scene.change, heading: heading('Long', { durationMinutes: 1441 }) })).toMatchObject({
      ok: false,
    });
  });
});

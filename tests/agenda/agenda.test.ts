import { beforeEach, describe, expect, test } from 'vitest';
import type { AgendaPoint } from '#app/model/agenda.ts';
import { listAgenda, listPresenterChoices } from '#db/agenda/read.ts';
import { addAgendaItem } from '#server/agenda/add-agenda-item.ts';
import { editAgendaItem } from '#server/agenda/edit-agenda-item.ts';
import { type Move, moveAgendaItem } from '#server/agenda/move-agenda-item.ts';
import { removeAgendaItem } from '#server/agenda/remove-agenda-item.ts';
import { cancelMeeting } from '#server/meetings/cancel-meeting.ts';
import { aMeeting, auditOf, rowOf } from '#tests/meetings/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);
let scene: Awaited<ReturnType<typeof aMeeting>>;
let change: { viewer: (typeof scene)['viewers']['ines']; scope: (typeof scene)['organised'] };

beforeEach(async () => {
  scene = await aMeeting(services);
  change = { viewer: scene.viewers.ines, scope: scene.organised };
});

const point = (title: string, given: Partial<AgendaPoint> = {}): AgendaPoint => ({
  ...{ title, kind: 'discussion', durationMinutes: 15, summary: '', presenterIds: [] },
  ...given,
});
async function add(title: string, given: Partial<AgendaPoint> = {}) {
  const id = crypto.randomUUID();
  const added = await addAgendaItem(services, { ...change, id, point: point(title, given) });
  return { id, added };
}
const titles = async () => (await listAgenda(database.db, scene.organised)).map((item) => item.title);
const move = (id: string, to: Move) => moveAgendaItem(services, { ...change, id, to });

describe('adding points', () => {
  test('they stand in the order they were added, told to open pages, written down, and shown as a change of the meeting', async () => {
    services.clock.advance({ minutes: 5 });
    await add('Ouverture', { kind: 'opening', durationMinutes: 5 });
    await add('Feuille de route');
    expect(await titles()).toEqual(['Ouverture', 'Feuille de route']);
    expect(services.told).toContainEqual({ meetingId: scene.id, topic: 'agenda' });
    expect(await auditOf(services, scene.id)).toEqual(['meeting.plan', 'agenda.add', 'agenda.add']);
    expect(await rowOf(services, scene.id)).toMatchObject({ changedAt: services.clock.now().toString(), revision: 1, sequence: 0 });
  });

  test('the same form sent twice, even at once, adds one point', async () => {
    const id = crypto.randomUUID();
    const once = { ...change, id, point: point('Double clic') };
    expect(await Promise.all([addAgendaItem(services, once), addAgendaItem(services, once)])).toEqual([{ ok: true }, { ok: true }]);
    expect(await titles()).toEqual(['Double clic']);
  });

  test('two organisers who add at once lose nothing', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, number) => add(`Point ${number}`)));
    expect((await titles()).sort()).toEqual(Array.from({ length: 8 }, (_, number) => `Point ${number}`));
  });

  test('an agenda of 24 hours is taken, one of 25 hours is refused with its length', async () => {
    expect((await add('Un jour entier', { durationMinutes: 1440 })).added).toEqual({ ok: true });
    expect((await add('Une heure de plus', { durationMinutes: 60 })).added).toEqual({ ok: false, reason: 'too_long', planned: 1500 });
    expect(await titles()).toEqual(['Un jour entier']);
  });

  test('presenters are people who attend or belong to the group, as they were that day', async () => {
    const { stranger, paula } = scene.people;
    expect((await add('Par une inconnue', { presenterIds: [stranger.id] })).added).toEqual({ ok: false, reason: 'unknown_presenter' });
    await makeAttendance(database.db, {
      meetingId: scene.id,
      personId: stranger.id,
      function: 'Adjointe',
      organisationName: 'Ville de Chartres',
    });
    expect((await add('Par deux personnes', { presenterIds: [stranger.id, paula.id] })).added).toEqual({ ok: true });
    const [item] = await listAgenda(database.db, scene.organised);
    expect(item?.presenters.map((presenter) => presenter.personId)).toEqual([stranger.id, paula.id]);
    expect(item?.presenters[0]).toMatchObject({ function: 'Adjointe', organisation: 'Ville de Chartres' });
    expect((await listPresenterChoices(database.db, scene.organised))[0]?.personId).toBe(stranger.id);
  });

  test('the id of a point of another meeting is refused', async () => {
    const { id } = await add('Ici');
    const other = await aMeeting(services);
    const there = { viewer: other.viewers.ines, scope: other.organised, id, point: point('Là-bas') };
    await expect(addAgendaItem(services, there)).rejects.toThrow('another meeting');
  });

  test('the agenda of a cancelled meeting stays as it was', async () => {
    const { id } = await add('Ouverture');
    await cancelMeeting(services, { ...change, reason: '' });
    expect((await add('Trop tard')).added).toEqual({ ok: false, reason: 'cancelled' });
    expect(await move(id, 'down')).toEqual({ ok: false, reason: 'cancelled' });
    expect(await titles()).toEqual(['Ouverture']);
  });
});

describe('moving points', () => {
  const fill = async () => {
    const ids: string[] = [];
    for (const title of ['A', 'B', 'C', 'D']) ids.push((await add(title)).id);
    return ids as [string, string, string, string];
  };

  test('a step up, a step down, before another, to the end; at the edges nothing moves', async () => {
    const [a, b, c, d] = await fill();
    expect(await move(c, 'up')).toEqual({ ok: true, position: 2, count: 4 });
    expect((await titles()).join('')).toBe('ACBD');
    await move(a, 'down');
    expect((await titles()).join('')).toBe('CABD');
    await move(d, { before: c });
    expect((await titles()).join('')).toBe('DCAB');
    await move(d, { before: null });
    expect((await titles()).join('')).toBe('CABD');
    expect(await move(c, 'up')).toMatchObject({ position: 1 });
    expect(await move(d, 'down')).toMatchObject({ position: 4 });
    expect(await move(b, { before: b })).toMatchObject({ ok: true });
    expect((await titles()).join('')).toBe('CABD');
  });

  test('two organisers who reorder at once both get their move, and no point is lost', async () => {
    const [a, b, , d] = await fill();
    const moves: [string, Move][] = [
      [a, { before: null }],
      [d, { before: b }],
      [b, 'down'],
      [a, 'up'],
      [d, 'up'],
      [b, { before: null }],
    ];
    const moved = await Promise.all(moves.map(([id, to]) => move(id, to)));
    expect(moved.every((one) => one.ok)).toBe(true);
    expect((await titles()).sort().join('')).toBe('ABCD');
    const positions = await database.db
      .selectFrom('agendaItems')
      .select('position')
      .where('meetingId', '=', scene.id)
      .orderBy('position')
      .execute();
    expect(positions.map((row) => row.position)).toEqual([1, 2, 3, 4]);
  });

  test('a point that was removed meanwhile, and one of another meeting, are said to be gone', async () => {
    const [a, b] = await fill();
    await removeAgendaItem(services, { ...change, id: b, revision: 1 });
    expect(await move(b, 'up')).toEqual({ ok: false, reason: 'gone' });
    expect(await move(a, { before: b })).toEqual({ ok: false, reason: 'gone' });
    const other = await aMeeting(services);
    const foreign = { viewer: other.viewers.ines, scope: other.organised };
    expect(await moveAgendaItem(services, { ...foreign, id: a, to: 'up' })).toEqual({ ok: false, reason: 'gone' });
    expect(await removeAgendaItem(services, { ...foreign, id: a, revision: 1 })).toEqual({ ok: false, reason: 'gone' });
    expect((await titles()).join('')).toBe('ACD');
  });
});

describe('editing and removing points', () => {
  test('a second editor of the same version gets the first one’s words back and overwrites nothing', async () => {
    const { id } = await add('Avant');
    const edit = (title: string, revision: number) => editAgendaItem(services, { ...change, id, revision, point: point(title) });
    expect(await edit('De la première', 1)).toEqual({ ok: true });
    expect(await edit('De la seconde', 1)).toMatchObject({
      ok: false,
      reason: 'conflict',
      current: { title: 'De la première', revision: 2 },
    });
    expect(await titles()).toEqual(['De la première']);
    expect(await edit('De la seconde', 2)).toEqual({ ok: true });
  });

  test('a longer point may not carry the whole beyond 24 hours', async () => {
    const { id } = await add('A', { durationMinutes: 10 });
    await add('B', { durationMinutes: 1430 });
    expect(await editAgendaItem(services, { ...change, id, revision: 1, point: point('A', { durationMinutes: 11 }) })).toEqual({
      ...{ ok: false, reason: 'too_long', planned: 1441 },
    });
  });

  test('a removed point can be put back where it was, under its own id, so that its notes find it', async () => {
    const ids = [(await add('A')).id, (await add('B')).id, (await add('C')).id];
    const removed = await removeAgendaItem(services, { ...change, id: ids[1] ?? '', revision: 1 });
    if (!removed.ok) throw new Error(removed.reason);
    expect((await titles()).join('')).toBe('AC');
    await addAgendaItem(services, { ...change, id: removed.removed.id, point: point('B'), before: removed.before });
    expect((await listAgenda(database.db, scene.organised)).map((item) => item.id)).toEqual(ids);
  });

  test('a point that somebody changed since it was shown is not removed', async () => {
    const { id } = await add('Avant');
    await editAgendaItem(services, { ...change, id, revision: 1, point: point('Après') });
    expect(await removeAgendaItem(services, { ...change, id, revision: 1 })).toMatchObject({ ok: false, reason: 'conflict' });
    expect(await titles()).toEqual(['Après']);
  });
});

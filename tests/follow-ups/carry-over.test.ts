import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '#app/model/viewer.ts';
import { listAgenda } from '#db/agenda/read.ts';
import { type CarryOver, carryOver } from '#server/follow-ups/carry-over.ts';
import { proposeCarryOver } from '#server/follow-ups/propose-carry-over.ts';
import { findMeetingScope, organiseMeeting } from '#server/meetings/access.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeGroup, makeMeeting, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { followUpScene } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
beforeEach(() => services.clock.set('2022-06-01T08:00:00Z'));

const ofGroup = { can: { organise: true, seeMembers: true } };

const POINTS = [
  ['Ouverture', 'opening', 5],
  ['Tour de table', 'discussion', 30],
  ['Pause', 'break', 10],
  ['Répertoire', 'information', 15],
  ['Climat', 'decision', 20],
  ['Conclusion', 'conclusion', 5],
] as const;

/** A meeting of six points of which only « Tour de table » has notes, and the next one with an opening and a conclusion. */
async function held() {
  const scene = await followUpScene(services);
  const { db } = database;
  const { meeting, viewers, group, organiser } = scene;
  const add = async (meetingId: string, points: readonly (readonly [string, (typeof POINTS)[number][1], number])[]) => {
    const rows = points.map(([title, kind, durationMinutes], position) => ({
      meetingId,
      title,
      kind,
      durationMinutes,
      position: position + 1,
    }));
    const made = await db.insertInto('agendaItems').values(rows).returning(['id', 'title']).execute();
    return (title: string) => made.find((item) => item.title === title)?.id ?? '';
  };
  const id = await add(meeting.id, POINTS);
  const blank = { speakerId: null, assigneeId: null, assignee: '', due: null };
  const said = { type: 'paragraph' as const, id: 'p1', kind: 'text' as const, inline: [{ text: 'Chacun parle.' }], ...blank };
  await appendBlocks(services, meeting.id, id('Tour de table'), [said], organiser.id);
  await db
    .insertInto('agendaPresenters')
    .values({ agendaItemId: id('Climat'), personId: scene.karim.id })
    .execute();
  const next = await makeMeeting(db, { groupId: group.id, title: 'Réunion de juin' });
  await add(next.id, [
    ['Ouverture', 'opening', 5],
    ['Argentine', 'discussion', 20],
    ['Conclusion', 'conclusion', 5],
  ]);
  const scope = await organiseMeeting(services, viewers.organiser, meeting.slug);
  const carry = (given: Partial<CarryOver> = {}) =>
    carryOver(services, {
      viewer: viewers.organiser,
      scope,
      targetId: next.id,
      itemIds: [id('Climat'), id('Répertoire')],
      actions: false,
      ...given,
    });
  const agenda = async () => {
    const target = await findMeetingScope(services, viewers.organiser, { id: next.id });
    return target ? listAgenda(db, target) : [];
  };
  return { ...scene, id, next, scope, carry, agenda };
}

const titles = (items: readonly { title: string }[]) => items.map(({ title }) => title);

describe('carrying over', () => {
  test('proposes what has no notes and was never reached, not what every meeting has of its own', async () => {
    const { scope, next, id, publish } = await held();
    await publish({ action: [{ id: 'a1', text: 'Écrire' }] });
    await database.db
      .insertInto('agendaItemRuns')
      .values({ agendaItemId: id('Répertoire'), startedAt: '2022-05-20T13:00:00Z', spentSeconds: 600 })
      .execute();
    const { points, targets, openActions } = await proposeCarryOver(services, scope, ofGroup);
    expect(titles(points)).toEqual(['Ouverture', 'Tour de table', 'Répertoire', 'Climat', 'Conclusion']);
    expect(titles(points.filter(({ proposed }) => proposed))).toEqual(['Climat']);
    expect(targets).toMatchObject([{ id: next.id }]);
    expect(openActions).toBe(1);
  });

  test('puts them in their order, before the conclusion, with lengths, presenters, and where they come from', async () => {
    const { carry, agenda, meeting, karim, next } = await held();
    expect(await carry()).toEqual({ ok: true, added: 2, slug: next.slug });
    const items = await agenda();
    expect(titles(items)).toEqual(['Ouverture', 'Argentine', 'Répertoire', 'Climat', 'Conclusion']);
    expect(items[3]).toMatchObject({
      ...{ title: 'Climat', kind: 'decision', durationMinutes: 20, presenters: [{ personId: karim.id }] },
      carriedFrom: { slug: meeting.slug, edtf: meeting.edtf },
    });
    expect(services.told).toContainEqual({ meetingId: next.id, topic: 'agenda' });
  });

  test('names the meeting that they come from only to those who may see it', async () => {
    const { carry, viewers, karim, meeting, next } = await held();
    await carry();
    await database.db.updateTable('meetings').set({ visibility: 'members' }).where('id', '=', meeting.id).execute();
    const [guest, invited] = [await makePerson(database.db), await makePerson(database.db)];
    for (const { id } of [guest, invited, karim]) await makeAttendance(database.db, { meetingId: next.id, personId: id });
    await makeAttendance(database.db, { meetingId: meeting.id, personId: invited.id });
    const from = async (viewer: Viewer | null) => {
      const scope = await findMeetingScope(services, viewer, { id: next.id });
      return (scope ? await listAgenda(database.db, scope) : []).flatMap(({ carriedFrom }) => carriedFrom?.slug ?? []);
    };
    for (const viewer of [null, viewers.stranger, viewerOf(guest)]) expect(await from(viewer)).toEqual([]);
    for (const viewer of [viewers.organiser, viewers.karim, viewerOf(invited)])
      expect(await from(viewer)).toEqual([meeting.slug, meeting.slug]);
    await database.db.deleteFrom('attendances').where('meetingId', '=', next.id).where('personId', '=', karim.id).execute();
    expect(await from(viewers.karim)).toEqual([meeting.slug, meeting.slug]);
  });

  test('brings the open actions as one point after the opening, in words that everybody may read', async () => {
    const { carry, agenda, publish, name } = await held();
    const secret = { id: 'a2', text: 'Négocier', who: name };
    await publish(
      { action: [{ id: 'a1', text: 'Écrire', who: name, due: '2022-06-30' }, secret] },
      { action: [{ id: 'a1', text: 'Écrire', who: 'Ville de Nanterre', due: '2022-06-30' }] },
    );
    expect(await carry({ itemIds: [], actions: true })).toMatchObject({ ok: true, added: 1 });
    const [, point] = await agenda();
    expect(point?.title).toBe('Suivi des actions');
    expect(point?.summary).toBe('A1. Écrire (Ville de Nanterre, 30\u00a0juin 2022)\nEt une autre action ouverte.');
  });

  test('never twice: not by a second click, and not by two organisers at the same moment', async () => {
    const { carry, agenda, publish, scope, next } = await held();
    await publish({ action: [{ id: 'a1', text: 'Écrire' }] });
    const all = await Promise.all([1, 2, 3, 4].map(() => carry({ actions: true })));
    expect(all.map((one) => (one.ok ? one.added : -1)).sort()).toEqual([0, 0, 0, 3]);
    expect(titles(await agenda())).toEqual(['Ouverture', 'Suivi des actions', 'Argentine', 'Répertoire', 'Climat', 'Conclusion']);
    const { points } = await proposeCarryOver(services, scope, ofGroup);
    expect(points.find(({ title }) => title === 'Climat')).toMatchObject({ proposed: false, carriedTo: [next.title] });
  });

  test('goes on from meeting to meeting', async () => {
    const { carry, agenda, group, viewers, next } = await held();
    await carry();
    const after = await makeMeeting(database.db, {
      groupId: group.id,
      edtf: '2022-07-20',
      during: '[2022-07-19T22:00:00Z,2022-07-20T22:00:00Z)',
    });
    const climate = (await agenda()).find(({ title }) => title === 'Climat');
    const scope = await organiseMeeting(services, viewers.organiser, next.slug);
    const again = { viewer: viewers.organiser, scope, targetId: after.id, itemIds: [climate?.id ?? ''], actions: false };
    expect(await carryOver(services, again)).toMatchObject({ ok: true, added: 1 });
    const target = await organiseMeeting(services, viewers.organiser, after.slug);
    expect(await listAgenda(database.db, target)).toMatchObject([{ title: 'Climat', carriedFrom: { slug: next.slug } }]);
  });

  test('refuses a cancelled meeting, one of another group, the same one, nothing, and an agenda that would not end', async () => {
    const { carry, next, meeting, organiser, id, agenda } = await held();
    const other = await makeGroup(database.db);
    await makeMembership(database.db, { groupId: other.id, personId: organiser.id, role: 'organiser' });
    const foreign = await makeMeeting(database.db, { groupId: other.id });
    for (const targetId of [foreign.id, meeting.id, crypto.randomUUID()])
      expect(await carry({ targetId })).toEqual({ ok: false, reason: 'unknown_target' });
    expect(await carry({ itemIds: [] })).toEqual({ ok: false, reason: 'nothing' });
    expect(await carry({ itemIds: [crypto.randomUUID()] })).toEqual({ ok: false, reason: 'nothing' });
    await database.db.updateTable('agendaItems').set({ durationMinutes: 1440 }).where('id', '=', id('Climat')).execute();
    expect(await carry()).toEqual({ ok: false, reason: 'too_long' });
    await database.db.updateTable('meetings').set({ status: 'cancelled' }).where('id', '=', next.id).execute();
    expect(await carry({ itemIds: [id('Répertoire')] })).toEqual({ ok: false, reason: 'cancelled' });
    expect(await agenda()).toHaveLength(3);
  });

  test('of a meeting that was called off everything is proposed; without a next meeting there is nowhere to go', async () => {
    const { scope, meeting, next } = await held();
    await database.db.deleteFrom('noteUpdates').where('meetingId', '=', meeting.id).execute();
    await database.db.updateTable('meetings').set({ status: 'cancelled' }).where('id', '=', meeting.id).execute();
    await database.db.updateTable('meetings').set({ status: 'cancelled' }).where('id', '=', next.id).execute();
    const { points, targets } = await proposeCarryOver(services, scope, ofGroup);
    expect(titles(points.filter(({ proposed }) => proposed))).toEqual(['Tour de table', 'Répertoire', 'Climat']);
    expect(targets).toEqual([]);
  });
});

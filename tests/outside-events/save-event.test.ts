import { expect, test } from 'vitest';
import { OUTSIDE_EVENT_LIMITS, type OutsideEventPlan } from '#app/model/outside-events.ts';
import { whenOf } from '#app/model/when.ts';
import { listOutsideEvents, listOutsideEventsOfGroup } from '#db/outside-events/read.ts';
import { findOwnOutsideEvent, listSameOutsideEvents } from '#db/outside-events/read-organised.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { organiseOutsideEvent, organiseOutsideEvents } from '#server/outside-events/access.ts';
import { addOutsideEvent, editOutsideEvent, removeOutsideEvent } from '#server/outside-events/save-event.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);

async function organiser() {
  const group = await makeGroup(database.db);
  const person = await makePerson(database.db);
  await makeMembership(database.db, { groupId: group.id, personId: person.id, role: 'organiser' });
  return { group, by: await organiseOutsideEvents(services, viewerOf(person), group.slug) };
}

const plan = (given: Partial<OutsideEventPlan> = {}): OutsideEventPlan => ({
  ...{ title: 'COP27', when: whenOf('2022-11-07/2022-11-18'), timeZone: 'Africa/Cairo', place: 'Charm el-Cheikh' },
  ...{ country: 'EG', url: '', note: '', ...given },
});

test('an event of others is entered with a date as fuzzy as a meeting’s, once however often the form is sent', async () => {
  const { by, group } = await organiser();
  const id = crypto.randomUUID();
  for (const _ of [1, 2]) expect(await addOutsideEvent(services, by, { id, plan: plan() })).toEqual({ ok: true });
  await addOutsideEvent(services, by, { id: crypto.randomUUID(), plan: plan({ title: 'Conférence', when: whenOf('2022-11?') }) });
  await addOutsideEvent(services, by, { id: crypto.randomUUID(), plan: plan({ title: 'Sommet', when: whenOf('XXXX') }) });
  const panel = await listOutsideEventsOfGroup(database.db, by.scope, { now: '2022-06-01T08:00:00Z', limit: 10 });
  expect(panel.map(({ title, edtf, source }) => [title, edtf, source])).toEqual([
    ['Conférence', '2022-11?', null],
    ['COP27', '2022-11-07/2022-11-18', null],
    ['Sommet', 'XXXX', null],
  ]);
  const network = await enterNetwork(services, null);
  const november = { from: '2022-11-10T00:00:00Z', to: '2022-11-11T00:00:00Z', groupSlug: group.slug, limit: 10 };
  expect(await listOutsideEvents(database.db, network, november)).toHaveLength(2);
});

test('a later save over another one is a conflict, and changes nothing', async () => {
  const { by } = await organiser();
  const id = crypto.randomUUID();
  await addOutsideEvent(services, by, { id, plan: plan() });
  expect(await editOutsideEvent(services, by, { id, revision: 1, plan: plan({ title: 'COP 27' }) })).toEqual({ ok: true });
  expect(await editOutsideEvent(services, by, { id, revision: 1, plan: plan({ title: 'Autre' }) })).toEqual({
    ok: false,
    reason: 'conflict',
  });
  expect(await findOwnOutsideEvent(database.db, by.scope, id)).toMatchObject({ title: 'COP 27', revision: 2 });
  await removeOutsideEvent(services, by, id);
  expect(await findOwnOutsideEvent(database.db, by.scope, id)).toBeUndefined();
});

test('what looks the same is told: accents and case apart, at dates that touch', async () => {
  const { by } = await organiser();
  const id = crypto.randomUUID();
  await addOutsideEvent(services, by, { id, plan: plan({ title: 'Forum urbain mondial' }) });
  const same = (title: string, edtf: string) =>
    listSameOutsideEvents(database.db, by.scope, { title, when: whenOf(edtf), timeZone: 'Europe/Paris', but: crypto.randomUUID() });
  expect(await same('FORUM URBAIN, MONDIAL', '2022-11?')).toMatchObject([{ id, source: null }]);
  expect(await same('Forum urbain mondial', '2023-11')).toEqual([]);
  expect(await same('Forum', '2022-11')).toEqual([]);
});

test('only who organises the group changes its events; a stranger does not learn that one exists', async () => {
  const { by, group } = await organiser();
  const other = await organiser();
  const id = crypto.randomUUID();
  await addOutsideEvent(services, by, { id, plan: plan() });
  const member = await makePerson(database.db);
  await makeMembership(database.db, { groupId: group.id, personId: member.id });
  for (const viewer of [viewerOf(member), other.by.viewer])
    await expect(organiseOutsideEvent(services, viewer, id)).rejects.toMatchObject({ init: { status: 404 } });
  await removeOutsideEvent(services, other.by, id);
  expect(await editOutsideEvent(services, other.by, { id, revision: 1, plan: plan() })).toEqual({ ok: false, reason: 'conflict' });
  expect(await findOwnOutsideEvent(database.db, by.scope, id)).toMatchObject({ revision: 1 });
});

test('a group has a bounded number of them', async () => {
  const { by } = await organiser();
  await database.db
    .insertInto('outsideEvents')
    .values(
      Array.from({ length: OUTSIDE_EVENT_LIMITS.ofAGroup }, (_, index) => ({
        ...{ groupId: by.scope.groupId, title: `E${index}`, titleKey: `e${index}`, edtf: 'XXXX', timeZone: 'UTC' },
        ...{ createdAt: '2022-06-01T08:00:00Z', changedAt: '2022-06-01T08:00:00Z' },
      })),
    )
    .execute();
  expect(await addOutsideEvent(services, by, { id: crypto.randomUUID(), plan: plan() })).toEqual({ ok: false, reason: 'too-many' });
});

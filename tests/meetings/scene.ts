import type { MeetingPlan } from '#app/model/meetings.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { whenOf } from '#app/model/when.ts';
import { organiseGroup } from '#server/groups/access.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { planMeeting } from '#server/meetings/plan-meeting.ts';
import { makeGroup, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import type { TestServices } from '#tests/support/services.ts';

/** A plan for 13 October 2022, 15:00 to 16:30 in Paris. */
export function aPlan(given: Partial<MeetingPlan> = {}): MeetingPlan {
  return {
    ...{ title: 'Rencontre DALC : santé', kind: 'group_meeting', timeZone: 'Europe/Paris', visibility: 'public' },
    ...{ placeName: 'Cités Unies France, Paris', placeAddress: '', placeAccess: '', onlineUrl: '', summary: '', themes: [], countries: [] },
    when: whenOf('2022-10-13T15:00/2022-10-13T16:30'),
    ...given,
  };
}

/** A group with two organisers, a member, and somebody who belongs to another group. */
export async function aGroup(services: TestServices) {
  const { db } = services;
  const group = await makeGroup(db);
  const people = { ines: await makePerson(db), sylvain: await makePerson(db), paula: await makePerson(db), stranger: await makePerson(db) };
  await makeMembership(db, { groupId: group.id, personId: people.ines.id, role: 'organiser' });
  await makeMembership(db, { groupId: group.id, personId: people.sylvain.id, role: 'organiser' });
  await makeMembership(db, { groupId: group.id, personId: people.paula.id, role: 'member' });
  const elsewhere = await makeGroup(db);
  await makeMembership(db, { groupId: elsewhere.id, personId: people.stranger.id, role: 'organiser' });
  const viewers = {
    ines: viewerOf(people.ines),
    sylvain: viewerOf(people.sylvain),
    paula: viewerOf(people.paula),
    stranger: viewerOf(people.stranger),
  };
  return { group, people, viewers, scope: await organiseGroup(services, viewers.ines, group.slug) };
}

/** A meeting of that group, planned by its first organiser. */
export async function aMeeting(services: TestServices, given: Partial<MeetingPlan> = {}, announce = true) {
  const scene = await aGroup(services);
  const id = crypto.randomUUID();
  const { slug } = await planMeeting(services, { viewer: scene.viewers.ines, scope: scene.scope, id, plan: aPlan(given), announce });
  const open = (viewer: Viewer) => organiseMeeting(services, viewer, slug);
  return { ...scene, id, slug, open, organised: await open(scene.viewers.ines) };
}

export function rowOf({ db }: TestServices, id: string) {
  return db.selectFrom('meetings').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** Who did what to a meeting, oldest first. */
export async function auditOf({ db }: TestServices, id: string) {
  const rows = await db.selectFrom('auditEntries').select(['action', 'personId']).where('subjectId', '=', id).orderBy('id').execute();
  return rows.map((row) => row.action);
}

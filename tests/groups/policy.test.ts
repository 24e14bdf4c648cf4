import { expect, test } from 'vitest';
import type { MembershipRole } from '#app/model/groups.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { mayChangeAddress, mayEditPerson } from '#server/directory/policy.ts';
import { groupAbilities, mayCreateGroup, maySeeGroup } from '#server/groups/policy.ts';

const someone: Viewer = {
  personId: crypto.randomUUID(),
  givenName: 'Karim',
  familyName: 'Belhadj',
  language: 'fr',
  timeZone: 'Europe/Paris',
  networkOrganiser: false,
};
const network: Viewer = { ...someone, networkOrganiser: true };

test.each<[string, Viewer | null, MembershipRole | null, boolean, boolean, boolean]>([
  // who, as whom, in the group as, sees a members-only group, sees its members, organises it
  ['a visitor', null, null, false, false, false],
  ['a signed-in stranger', someone, null, false, false, false],
  ['an observer', someone, 'observer', true, true, false],
  ['a member', someone, 'member', true, true, false],
  ['an organiser', someone, 'organiser', true, true, true],
  ['an organiser of the network', network, null, true, true, true],
])('%s sees and does what their place allows', (_who, viewer, role, sees, seeMembers, organise) => {
  expect(maySeeGroup(viewer, { visibility: 'members' }, role)).toBe(sees);
  expect(maySeeGroup(viewer, { visibility: 'public' }, role)).toBe(true);
  expect(groupAbilities(viewer, role)).toEqual({ organise, seeMembers });
});

test('whoever organises something may open a group, and correct the people of their groups; the network may for everyone', () => {
  expect([mayCreateGroup(someone, false), mayCreateGroup(someone, true), mayCreateGroup(network, false)]).toEqual([false, true, true]);
  expect([mayEditPerson(someone, false), mayEditPerson(someone, true), mayEditPerson(network, false)]).toEqual([false, true, true]);
});

test('an address is changed by those who organise every group that it opens', () => {
  expect([mayChangeAddress(someone, true), mayChangeAddress(someone, false), mayChangeAddress(network, true)]).toEqual([false, true, true]);
});

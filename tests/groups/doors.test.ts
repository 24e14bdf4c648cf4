import { expect, test } from 'vitest';
import * as editOrganisation from '#app/directory/edit-organisation.route.tsx';
import * as editPerson from '#app/directory/edit-person.route.tsx';
import * as editGroup from '#app/groups/edit-group.route.tsx';
import * as group from '#app/groups/group.route.tsx';
import * as importMembers from '#app/groups/import-members.route.tsx';
import * as members from '#app/groups/members.route.tsx';
import * as newGroup from '#app/groups/new-group.route.tsx';
import type { Viewer } from '#app/model/viewer.ts';
import { contextOf } from '#tests/support/context.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeMembership, makeOrganisation, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { makeOrganisedGroup, newId } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

type Door = (args: never) => Promise<unknown>;

/** What somebody gets who knocks: 200, 302 (to sign in), 404… and the address that a redirect names. */
async function knock(door: Door, viewer: Viewer | null, params: Record<string, string>, form?: Record<string, string>): Promise<string> {
  const context = contextOf(services, viewer);
  const body = form ? new URLSearchParams(form) : null;
  const request = new Request('https://tertulia.example/', {
    ...(body && { method: 'POST', body, headers: { 'content-length': String(body.toString().length) } }),
  });
  const answer = await door({ request, params, context } as never).catch((thrown: unknown) => thrown);
  if (answer instanceof Error) throw answer;
  if (answer instanceof Response) return `${answer.status} ${answer.headers.get('location')?.split('?')[0]}`;
  return String((answer as { init?: { status?: number } } | null)?.init?.status ?? 200);
}

async function scene() {
  const { group: secret, viewer: organiser } = await makeOrganisedGroup(services, { visibility: 'members' });
  const { group: open } = await makeOrganisedGroup(services);
  const organisation = await makeOrganisation(services.db);
  const person = await makePerson(services.db, { organisationId: organisation.id });
  const member = await makePerson(services.db);
  const observer = await makePerson(services.db);
  await makeMembership(services.db, { groupId: secret.id, personId: person.id });
  await makeMembership(services.db, { groupId: secret.id, personId: member.id });
  await makeMembership(services.db, { groupId: secret.id, personId: observer.id, role: 'observer' });
  const stranger = viewerOf(await makePerson(services.db));
  const params = { group: secret.slug, person: person.id, organisation: organisation.id };
  return { secret, open, params, organiser, member: viewerOf(member), observer: viewerOf(observer), stranger };
}

const forms: [string, Door, Record<string, string>][] = [
  ['open a group', newGroup.action, { id: newId(), name: 'Intrus', kind: 'network', visibility: 'public', timeZone: 'Europe/Paris' }],
  ['edit a group', editGroup.action, { name: 'Intrus', kind: 'network', visibility: 'public', timeZone: 'Europe/Paris', revision: '1' }],
  ['add a member', members.action, { intent: 'add', id: newId(), familyName: 'Intrus', role: 'organiser' }],
  ['change a role', members.action, { intent: 'role', person: newId(), role: 'organiser' }],
  ['remove a member', members.action, { intent: 'remove', person: newId() }],
  ['import members', importMembers.action, { table: 'nom;prénom\nIntrus;Un' }],
  ['correct a person', editPerson.action, { familyName: 'Intrus', language: 'fr', timeZone: 'Europe/Paris', revision: '1' }],
  ['correct an organisation', editOrganisation.action, { name: 'Intrus', kind: 'other', country: 'FR' }],
];

test.each(forms)(
  'nobody but an organiser may %s: members and strangers get 404, visitors are asked to sign in',
  async (_what, door, form) => {
    const { params, member, observer, stranger } = await scene();
    for (const viewer of [member, observer, stranger]) expect(await knock(door, viewer, params, form)).toBe('404');
    expect(await knock(door, null, params, form)).toBe('302 /sign-in');
  },
);

const pages: [string, Door, string[]][] = [
  ['a group for members', group.loader, ['organiser', 'member', 'observer']],
  ['its members', members.loader, ['organiser', 'member', 'observer']],
  ['its form', editGroup.loader, ['organiser']],
  ['its import', importMembers.loader, ['organiser']],
  ['the form of a new group', newGroup.loader, ['organiser']],
  ['the form of a person', editPerson.loader, ['organiser']],
  ['the form of an organisation', editOrganisation.loader, ['organiser']],
];

test.each(pages)('%s is shown to those whom it is for, and to nobody else', async (_what, door, allowed) => {
  const { params, ...people } = await scene();
  for (const who of ['organiser', 'member', 'observer', 'stranger'] as const)
    expect([who, await knock(door, people[who], params)]).toEqual([who, allowed.includes(who) ? '200' : '404']);
  expect(await knock(door, null, params)).toBe('302 /sign-in');
});

test('what does not exist answers like what is not yours', async () => {
  const { organiser, stranger } = await scene();
  for (const slug of ['nothing', "' or 1=1 --", '..%2f', 'a'.repeat(10_000)]) {
    for (const door of [group.loader, members.loader, editGroup.loader, importMembers.loader] as Door[]) {
      expect(await knock(door, null, { group: slug })).toBe('302 /sign-in');
      expect(await knock(door, stranger, { group: slug })).toBe('404');
      expect(await knock(door, organiser, { group: slug })).toBe('404');
    }
  }
});

test('a public group shows a visitor no person, neither name nor address', async () => {
  const { open } = await scene();
  const context = contextOf(services, null);
  const request = new Request('https://tertulia.example/');
  const shown = JSON.stringify(await (group.loader as Door)({ request, params: { group: open.slug }, context } as never));
  expect(shown).toContain(open.name);
  expect(shown).not.toContain('Inès');
  expect(shown).not.toContain('@');
  expect(await knock(members.loader, null, { group: open.slug })).toBe('302 /sign-in');
});

test('a form that no page of ours wrote is refused: unknown intent, role, id, revision, rows', async () => {
  const { organiser, params } = await scene();
  const wrong: [Door, Record<string, string>][] = [
    [members.action, { intent: 'promote' }],
    [members.action, {}],
    [members.action, { intent: 'role', person: 'me', role: 'member' }],
    [members.action, { intent: 'role', person: newId(), role: 'king' }],
    [members.action, { intent: 'add', id: 'one', role: 'member' }],
    [newGroup.action, { id: '1; drop table groups' }],
    [editGroup.action, { name: 'A', kind: 'network', visibility: 'public', timeZone: 'Europe/Paris', revision: 'last' }],
    [editPerson.action, { familyName: 'A', language: 'fr', timeZone: 'Europe/Paris', revision: '1.5' }],
    [editOrganisation.action, { name: 'A', kind: 'other', country: 'FR', 'before-kind': 'x' }],
  ];
  for (const [door, form] of wrong) expect([form, await knock(door, organiser, params, form)]).toEqual([form, '404']);
});

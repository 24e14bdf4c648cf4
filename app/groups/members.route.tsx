import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { MEMBERSHIP_ROLES } from '#app/model/groups.ts';
import { isUuid } from '#app/model/uuid.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { listOrganisationNames } from '#db/directory/read.ts';
import { countMembers, listMembers, readGroup } from '#db/groups/read.ts';
import { enterMembers, enterNetwork, type OrganisedGroup, organiseGroup } from '#server/groups/access.ts';
import { addMember } from '#server/groups/add-member.ts';
import { changeRole } from '#server/groups/change-role.ts';
import { removeMember } from '#server/groups/remove-member.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Services } from '#server/services.ts';
import type { Route } from './+types/members.route.ts';
import { candidateOf } from './candidate.ts';
import type { MemberFormState } from './member-form.tsx';
import { faultOfRow, memberFormValues } from './member-form-values.ts';
import { MembersPage } from './members-page.tsx';
import './groups.css';
import './members.css';

const ON_A_PAGE = 100;
const PROPOSED_ORGANISATIONS = 500;

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: m.groups_page({ title: m.groups_members_of({ name: loaderData?.group.name ?? '' }) }) }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterMembers(services, viewer, params.group);
  const { searchParams } = new URL(request.url);
  const page = Math.min(Math.max(Math.trunc(Number(searchParams.get('page'))) || 1, 1), 1000);
  const text = (searchParams.get('q') ?? '').slice(0, 100);
  const network = await enterNetwork(services, viewer);
  const [group, members, count, organisations] = await Promise.all([
    readGroup(services.db, scope),
    listMembers(services.db, scope, { limit: ON_A_PAGE + 1, offset: (page - 1) * ON_A_PAGE, text }),
    countMembers(services.db, scope),
    scope.can.organise ? listOrganisationNames(services.db, network, { limit: PROPOSED_ORGANISATIONS }) : [],
  ]);
  return {
    ...{ group, count, organisations, page, text, organise: scope.can.organise, newId: crypto.randomUUID() as string },
    ...{ members: members.slice(0, ON_A_PAGE), more: members.length > ON_A_PAGE },
    done: { what: searchParams.get('done'), count: Math.trunc(Number(searchParams.get('count'))) || 0 },
  };
}
export type MembersData = Awaited<ReturnType<typeof loader>>;

/** What could not be done: about a member of the list, or about the form that adds one. */
export type MembersRefusal = { refused: string } | { refused: null; form: MemberFormState };

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseGroup(services, viewer, params.group, `/groups/${params.group}/members`);
  if (!viewer) return notFound();
  const form = await readForm(request);
  const back = (done: string) => redirect(localePath(`/groups/${params.group}/members?done=${done}#t-list`));
  const personId = form.get('person');
  switch (form.get('intent')) {
    case 'add': {
      const refusal = await add(services, viewer, scope, form);
      return refusal ? data<MembersRefusal>({ refused: null, form: refusal }, { status: 409 }) : back('added');
    }
    case 'role': {
      const role = MEMBERSHIP_ROLES.find((one) => one === form.get('role'));
      if (!isUuid(personId) || !role) return notFound();
      const changed = await changeRole(services, { viewer, scope, personId, role });
      return changed.ok ? back('role') : data<MembersRefusal>({ refused: messageFor(changed.reason) }, { status: 409 });
    }
    case 'remove': {
      if (!isUuid(personId)) return notFound();
      const removed = await removeMember(services, { viewer, scope, personId });
      if (!removed.ok) return data<MembersRefusal>({ refused: messageFor(removed.reason) }, { status: 409 });
      // whoever left sees neither this list nor, perhaps, the group
      return personId === viewer.personId ? redirect(localePath('/groups')) : back('removed');
    }
    default:
      return notFound();
  }
}

async function add(services: Services, viewer: Viewer, scope: OrganisedGroup, form: FormData): Promise<MemberFormState | null> {
  const id = form.get('id');
  const values = memberFormValues(form);
  const role = MEMBERSHIP_ROLES.find((one) => one === values.role);
  if (!isUuid(id) || !role) return notFound();
  const choice = form.get('choice');
  const { givenName, familyName, function: job, organisation, email } = values;
  const person = { id, givenName, familyName, function: job, organisation, email };
  const added = await addMember(services, { viewer, scope, person, role, choice: choice === 'other' || isUuid(choice) ? choice : null });
  if (added.ok) return null;
  const refusal = { id, values, faults: [], doubt: null };
  switch (added.reason) {
    case 'faulty':
      return { ...refusal, faults: added.faults.map(faultOfRow) };
    case 'already_member':
      return { ...refusal, faults: [{ field: 'familyName', message: m.groups_already_member({ name: candidateOf(added.person).name }) }] };
    case 'organiser_without_address':
      return { ...refusal, faults: [{ field: 'role', message: messageFor(added.reason) }] };
    case 'doubt':
      return { ...refusal, doubt: { by: added.by, candidates: added.candidates.map(candidateOf), proposed: added.proposed } };
  }
}

function messageFor(reason: 'not_a_member' | 'last_organiser' | 'organiser_without_address'): string {
  if (reason === 'last_organiser') return m.groups_last_organiser();
  return reason === 'not_a_member' ? m.groups_not_a_member() : m.groups_organiser_without_address();
}

export default function Members({ loaderData, actionData }: Route.ComponentProps) {
  return <MembersPage {...loaderData} refusal={actionData ?? null} />;
}

import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { parseRevision } from '#app/model/revision.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { listOrganisationNames } from '#db/directory/read.ts';
import { readPerson } from '#db/directory/read-records.ts';
import { correctPerson } from '#server/directory/access.ts';
import { editPerson } from '#server/directory/edit-person.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/edit-person.route.ts';
import { Conflict } from './conflict.tsx';
import { PersonForm } from './person-form.tsx';
import { type PersonFaults, type PersonFormValues, parsePersonForm, personFormValues } from './person-form-values.ts';
import './directory.css';

const PROPOSED_ORGANISATIONS = 500;

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: m.directory_edit_page({ name: loaderData ? nameOf(loaderData.person) : '' }) }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await correctPerson(services, viewer, params.person);
  const network = await enterNetwork(services, viewer);
  const [person, organisations] = await Promise.all([
    readPerson(services.db, scope),
    listOrganisationNames(services.db, network, { limit: PROPOSED_ORGANISATIONS }),
  ]);
  return { person, organisations, mayChangeAddress: scope.can.changeAddress, saved: new URL(request.url).searchParams.has('saved') };
}

interface Refused {
  values: PersonFormValues;
  revision: number;
  faults: PersonFaults;
  /** What somebody else saved meanwhile. */
  theirs: PersonFormValues | null;
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await correctPerson(services, viewer, params.person);
  if (!viewer) return notFound();
  const form = await readForm(request);
  const values = personFormValues(form);
  const revision = parseRevision(form.get('revision')) ?? notFound();
  const refused = { values, revision, faults: {}, theirs: null };
  const parsed = parsePersonForm(values);
  if ('faults' in parsed) return data<Refused>({ ...refused, faults: parsed.faults }, { status: 400 });
  const edited = await editPerson(services, { viewer, scope, revision, edit: parsed.edit });
  if (edited.ok) return redirect(localePath(`/directory/people/${params.person}/edit?saved`));
  switch (edited.reason) {
    case 'conflict': {
      const { current } = edited;
      return data<Refused>({ ...refused, revision: current.revision, theirs: { ...current, email: current.email ?? '' } }, { status: 409 });
    }
    case 'address_needed':
      return data<Refused>({ ...refused, faults: { email: m.directory_email_needed() } }, { status: 409 });
    case 'address_taken':
      return data<Refused>({ ...refused, faults: { email: m.directory_email_taken() } }, { status: 409 });
    case 'address_not_yours':
      return data<Refused>({ ...refused, faults: { email: m.directory_email_not_yours() } }, { status: 403 });
  }
}

const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }) => `${givenName} ${familyName}`.trim();

export default function EditPerson({ loaderData, actionData }: Route.ComponentProps) {
  const { person, organisations, mayChangeAddress, saved } = loaderData;
  const labels: [keyof PersonFormValues, string][] = [
    ['givenName', m.directory_given_name()],
    ['familyName', m.directory_family_name()],
    ['function', m.directory_function()],
    ['organisation', m.directory_organisation()],
    ['email', m.directory_email()],
    ['language', m.directory_language()],
    ['timeZone', m.directory_time_zone()],
  ];
  return (
    <>
      <div className="wrap fm-head">
        <Breadcrumb crumbs={[{ to: '/directory', label: m.directory_title() }]} />
        <h1>{nameOf(person)}</h1>
      </div>
      <div className="wrap stack">
        {saved && !actionData ? (
          <Notice look="ok" role="status">
            {m.directory_saved()}
          </Notice>
        ) : null}
        {actionData?.theirs ? <Conflict labels={labels} theirs={actionData.theirs} yours={actionData.values} /> : null}
        <PersonForm
          values={actionData?.values ?? { ...person, email: person.email ?? '' }}
          faults={actionData?.faults ?? {}}
          revision={actionData?.revision ?? person.revision}
          organisations={organisations}
          mayChangeAddress={mayChangeAddress}
        />
      </div>
    </>
  );
}

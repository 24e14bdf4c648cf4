import { data, Form, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { DIRECTORY_LIMITS, ORGANISATION_KINDS } from '#app/model/directory.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { readOrganisation } from '#db/directory/read-records.ts';
import { correctOrganisation } from '#server/directory/access.ts';
import { editOrganisation } from '#server/directory/edit-organisation.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/edit-organisation.route.ts';
import { Conflict } from './conflict.tsx';
import { CountryOptions } from './country-options.tsx';
import { kindName } from './kind-name.ts';
import { type OrganisationFaults, type OrganisationFormValues, parseOrganisationForm } from './organisation-form-values.ts';
import './directory.css';

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: m.directory_edit_page({ name: loaderData?.organisation.name ?? '' }) }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await correctOrganisation(services, viewer, params.organisation);
  return { organisation: await readOrganisation(services.db, scope), saved: new URL(request.url).searchParams.has('saved') };
}

interface Refused {
  values: OrganisationFormValues;
  before: OrganisationFormValues;
  faults: OrganisationFaults;
  conflict: boolean;
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await correctOrganisation(services, viewer, params.organisation);
  if (!viewer) return notFound();
  const form = await readForm(request);
  const typed = (prefix: string): OrganisationFormValues => ({
    name: String(form.get(`${prefix}name`) ?? ''),
    kind: String(form.get(`${prefix}kind`) ?? ''),
    country: String(form.get(`${prefix}country`) ?? ''),
  });
  const refused = { values: typed(''), before: typed('before-'), faults: {}, conflict: false };
  const before = parseOrganisationForm(refused.before);
  if ('faults' in before) return notFound();
  const after = parseOrganisationForm(refused.values, before.edit.country);
  if ('faults' in after) return data<Refused>({ ...refused, faults: after.faults }, { status: 400 });
  const edited = await editOrganisation(services, { viewer, scope, before: before.edit, edit: after.edit });
  if (edited.ok) return redirect(localePath(`/directory/organisations/${params.organisation}/edit?saved`));
  if (edited.reason === 'name_taken') return data<Refused>({ ...refused, faults: { name: m.directory_name_taken() } }, { status: 409 });
  return data<Refused>({ ...refused, before: edited.current, conflict: true }, { status: 409 });
}

export default function EditOrganisation({ loaderData: { organisation, saved }, actionData }: Route.ComponentProps) {
  const values = actionData?.values ?? organisation;
  const before = actionData?.before ?? organisation;
  const faults = actionData?.faults ?? {};
  return (
    <>
      <div className="wrap fm-head">
        <Breadcrumb crumbs={[{ to: '/directory', label: m.directory_title() }]} />
        <h1>{organisation.name}</h1>
      </div>
      <div className="wrap stack">
        {saved && !actionData ? (
          <Notice look="ok" role="status">
            {m.directory_saved()}
          </Notice>
        ) : null}
        {actionData?.conflict ? (
          <Conflict
            labels={[
              ['name', m.directory_name()],
              ['kind', m.directory_kind()],
              ['country', m.directory_country()],
            ]}
            theirs={before}
            yours={values}
          />
        ) : null}
        <Form method="post" className="pf" noValidate>
          <input type="hidden" name="before-name" value={before.name} />
          <input type="hidden" name="before-kind" value={before.kind} />
          <input type="hidden" name="before-country" value={before.country} />
          <section className="fm__sec" aria-labelledby="of-what">
            <h2 id="of-what">{m.directory_organisation()}</h2>
            <div className="fm__b">
              <Field
                label={m.directory_name()}
                name="name"
                defaultValue={values.name}
                maxLength={DIRECTORY_LIMITS.organisation}
                required
                error={faults.name}
                hint={m.directory_name_hint()}
              />
              <div className="g2">
                <Field as="select" label={m.directory_kind()} name="kind" defaultValue={values.kind} error={faults.kind}>
                  {ORGANISATION_KINDS.map((kind) => (
                    <option key={kind} value={kind}>
                      {kindName(kind)}
                    </option>
                  ))}
                </Field>
                <Field as="select" label={m.directory_country()} name="country" defaultValue={values.country} error={faults.country}>
                  <CountryOptions own={before.country} />
                </Field>
              </div>
            </div>
          </section>
          <div className="pf__end">
            <ErrorSummary faults={Object.entries(faults).map(([name, message]) => ({ id: fieldId(name), message }))} />
            <SubmitButton size="lg">{m.directory_save()}</SubmitButton>
          </div>
        </Form>
      </div>
    </>
  );
}

import { data, Form, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { countryName, NETWORK_COUNTRIES } from '#app/model/countries.ts';
import { EDITION_LIMITS } from '#app/model/programme.ts';
import { isUuid } from '#app/model/uuid.ts';
import { Check } from '#app/ui/check.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { listOrganisedGroups } from '#db/meetings/read-form.ts';
import { findEdition } from '#db/programme/read.ts';
import { enterNetwork, organiseGroup } from '#server/groups/access.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { createSession } from '#server/programme/create-session.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/new-session.route.ts';
import { DetailsFields } from './language-choices.tsx';
import type { Typed } from './parse-frame-form.ts';
import { parseSessionForm, type SessionFormValues, sessionFormValues } from './parse-session-form.ts';
import { PrepareFrame } from './prepare-frame.tsx';
import { preparePath, sessionPath } from './prepare-path.ts';

export function meta() {
  return [{ title: `${m.prepare_new_session()} · ${m.common_brand()}` }];
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, preparePath(params.edition, 'sessions/new'));
  const [edition, groups] = await Promise.all([
    findEdition(services.db, scope),
    listOrganisedGroups(services.db, await enterNetwork(services, viewer)),
  ]);
  const locale = getLocale();
  const countries = NETWORK_COUNTRIES.map((code) => ({ code, name: countryName(code, locale) }));
  const values: SessionFormValues = {
    ...{ id: crypto.randomUUID(), group: edition.groupSlug, title: '', summary: '', visibility: 'public' },
    ...{ themes: '', countries: [], languages: [], capacity: '' },
  };
  return { edition, groups, countries, values };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const path = preparePath(params.edition, 'sessions/new');
  const scope = await organiseEdition(services, viewer, params.edition, path);
  if (!viewer) return refuse(viewer, path);
  const values = sessionFormValues(await readForm(request));
  if (!isUuid(values.id)) return notFound();
  const again = (faults: Typed, status: number) => data({ values, faults }, { status });
  const parsed = parseSessionForm(values);
  if ('faults' in parsed) return again(parsed.faults, 422);
  const group = await organiseGroup(services, viewer, values.group, path);
  const created = await createSession(services, { viewer, scope, group, id: values.id, session: parsed.session });
  if (!created.ok) return again({ '': m.prepare_too_many_sessions({ max: EDITION_LIMITS.sessions }) }, 409);
  return redirect(localePath(sessionPath(params.edition, created.slug)));
}

export default function NewSession({ loaderData, actionData }: Route.ComponentProps) {
  const { edition, groups, countries } = loaderData;
  const { values, faults }: { values: SessionFormValues; faults: Typed } = actionData ?? { ...loaderData, faults: {} };
  return (
    <PrepareFrame edition={edition} title={m.prepare_new_session()} page={null}>
      <div className="wrap">
        <Form method="post" className="gf stack" noValidate aria-label={m.prepare_new_session()}>
          <input type="hidden" name="id" value={values.id} />
          <Field
            label={m.prepare_session_title()}
            name="title"
            defaultValue={values.title}
            error={faults.title}
            required
            autoComplete="off"
          />
          <Field
            as="textarea"
            label={m.prepare_summary()}
            hint={m.prepare_summary_hint()}
            name="summary"
            rows={6}
            defaultValue={values.summary}
            error={faults.summary}
            optional
          />
          <div className="g2">
            <Field as="select" label={m.prepare_group()} name="group" defaultValue={values.group}>
              {groups.map((group) => (
                <option key={group.slug} value={group.slug}>
                  {group.name}
                </option>
              ))}
            </Field>
            <Field as="select" label={m.prepare_visibility()} name="visibility" defaultValue={values.visibility}>
              <option value="public">{m.prepare_visibility_public()}</option>
              <option value="members">{m.prepare_visibility_members()}</option>
            </Field>
          </div>
          <Field
            label={m.prepare_themes()}
            hint={m.prepare_themes_hint()}
            name="themes"
            defaultValue={values.themes}
            error={faults.themes}
            autoComplete="off"
            optional
          />
          <details className="fold" open={values.countries.length > 0}>
            <summary>{m.prepare_countries()}</summary>
            <div className="ticks">
              {countries.map(({ code, name }) => (
                <Check key={code} name="countries" value={code} label={name} defaultChecked={values.countries.includes(code)} />
              ))}
            </div>
          </details>
          <DetailsFields languages={values.languages} capacity={values.capacity} fault={faults.capacity} />
          <ErrorSummary
            faults={Object.entries(faults).map(([field, message]) => (field ? { id: fieldId(field), message } : { message }))}
          />
          <SubmitButton size="lg">{m.prepare_create_session()}</SubmitButton>
          <p className="meta">{m.prepare_create_session_hint()}</p>
        </Form>
      </div>
    </PrepareFrame>
  );
}

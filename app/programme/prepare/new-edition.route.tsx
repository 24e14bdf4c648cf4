import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { cleanLine } from '#app/model/text.ts';
import { isUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Field } from '#app/ui/field.tsx';
import { listOrganisedGroups } from '#db/meetings/read-form.ts';
import { enterNetwork, organiseGroup } from '#server/groups/access.ts';
import { readForm } from '#server/http/read-form.ts';
import { createEdition } from '#server/programme/create-edition.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/new-edition.route.ts';
import { EditionForm } from './edition-form.tsx';
import { editionFormValues, parseEditionForm } from './parse-edition-form.ts';
import { preparePath } from './prepare-path.ts';
import './prepare.css';
import './prepare-forms.css';

export function meta() {
  return [{ title: `${m.prepare_new_edition()} · ${m.common_brand()}` }];
}

export async function loader({ context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  if (!viewer) return refuse(viewer, '/editions/new');
  const groups = await listOrganisedGroups(services.db, await enterNetwork(services, viewer));
  if (groups.length === 0) return notFound();
  const values = { name: '', summary: '', place: '', timeZone: viewer.timeZone, startsOn: '', endsOn: '' };
  return { id: crypto.randomUUID(), groups, group: groups[0]?.slug ?? '', values };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  if (!viewer) return refuse(viewer, '/editions/new');
  const form = await readForm(request);
  const [id, group] = [form.get('id'), cleanLine(String(form.get('group') ?? ''))];
  if (!isUuid(id)) return notFound();
  const scope = await organiseGroup(services, viewer, group, '/editions/new');
  const values = editionFormValues(form);
  const parsed = parseEditionForm(values);
  if ('faults' in parsed) return data({ id, group, values, faults: parsed.faults }, { status: 422 });
  const { slug } = await createEdition(services, { viewer, scope, id, plan: parsed.plan });
  return redirect(localePath(preparePath(slug, 'frame')));
}

export default function NewEdition({ loaderData, actionData }: Route.ComponentProps) {
  const { id, group, values } = actionData ?? loaderData;
  return (
    <>
      <div className="wrap fm-head">
        <Breadcrumb crumbs={[{ to: '/editions', label: m.common_nav_editions() }]} />
        <h1>{m.prepare_new_edition()}</h1>
      </div>
      <div className="wrap">
        <EditionForm values={values} faults={actionData?.faults ?? {}} submit={m.prepare_create_edition()}>
          <input type="hidden" name="id" value={id} />
          <Field as="select" label={m.prepare_group()} hint={m.prepare_edition_group_hint()} name="group" defaultValue={group}>
            {loaderData.groups.map((one) => (
              <option key={one.slug} value={one.slug}>
                {one.name}
              </option>
            ))}
          </Field>
        </EditionForm>
      </div>
    </>
  );
}

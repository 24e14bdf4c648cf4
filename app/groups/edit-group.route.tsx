import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { parseRevision } from '#app/model/revision.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { A } from '#app/ui/link.tsx';
import { readGroup } from '#db/groups/read.ts';
import { organiseGroup } from '#server/groups/access.ts';
import { editGroup } from '#server/groups/edit-group.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/edit-group.route.ts';
import { GroupConflict } from './group-conflict.tsx';
import { GroupForm } from './group-form.tsx';
import { type GroupFormValues, groupFormValues } from './group-form-values.ts';
import { parseGroupForm } from './parse-group-form.ts';
import './groups.css';

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: m.groups_page({ title: m.groups_edit_of({ name: loaderData?.group.name ?? '' }) }) }];
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseGroup(services, viewer, params.group, `/groups/${params.group}/edit`);
  return { group: await readGroup(services.db, scope) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseGroup(services, viewer, params.group, `/groups/${params.group}/edit`);
  if (!viewer) return notFound();
  const form = await readForm(request);
  const values = groupFormValues(form);
  const revision = parseRevision(form.get('revision')) ?? notFound();
  const parsed = parseGroupForm(values);
  if ('faults' in parsed) return data({ values, revision, faults: parsed.faults, current: null }, { status: 400 });
  const edited = await editGroup(services, { viewer, scope, revision, details: parsed.details });
  if (!edited.ok) return data({ values, revision: edited.current.revision, faults: {}, current: edited.current }, { status: 409 });
  return redirect(localePath(`/groups/${params.group}`));
}

export default function EditGroup({ loaderData: { group }, actionData }: Route.ComponentProps) {
  const stored: GroupFormValues = { ...group, country: group.country ?? '' };
  return (
    <>
      <div className="wrap fm-head">
        <Breadcrumb
          crumbs={[
            { to: '/groups', label: m.groups_title() },
            { to: `/groups/${group.slug}`, label: group.name },
          ]}
        />
        <h1>{m.groups_edit()}</h1>
        <p>
          <A to={`/groups/${group.slug}/style`}>{m.files_style_short()}</A>
        </p>
      </div>
      <div className="wrap">
        {actionData?.current ? <GroupConflict theirs={actionData.current} yours={actionData.values} /> : null}
        <GroupForm values={actionData?.values ?? stored} faults={actionData?.faults ?? {}} submit={m.groups_save()}>
          <input type="hidden" name="revision" value={actionData?.revision ?? group.revision} />
        </GroupForm>
      </div>
    </>
  );
}

import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { isUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { openNewGroup } from '#server/groups/access.ts';
import { createGroup } from '#server/groups/create-group.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/new-group.route.ts';
import { GroupForm } from './group-form.tsx';
import { EMPTY_GROUP, groupFormValues } from './group-form-values.ts';
import { parseGroupForm } from './parse-group-form.ts';
import './groups.css';

export function meta(): Route.MetaDescriptors {
  return [{ title: m.groups_page({ title: m.groups_new() }) }];
}

export async function loader({ context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  await openNewGroup(services, viewer);
  return { id: crypto.randomUUID() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const creator = await openNewGroup(services, viewer);
  const form = await readForm(request);
  const id = form.get('id');
  if (!isUuid(id)) return notFound();
  const values = groupFormValues(form);
  const parsed = parseGroupForm(values);
  if ('faults' in parsed) return data({ id, values, faults: parsed.faults }, { status: 400 });
  const { slug } = await createGroup(services, { viewer: creator, id, details: parsed.details });
  return redirect(localePath(`/groups/${slug}/members`));
}

export default function NewGroup({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <div className="wrap fm-head">
        <Breadcrumb crumbs={[{ to: '/groups', label: m.groups_title() }]} />
        <h1>{m.groups_new()}</h1>
      </div>
      <div className="wrap">
        <GroupForm values={actionData?.values ?? EMPTY_GROUP} faults={actionData?.faults ?? {}} submit={m.groups_create()}>
          <input type="hidden" name="id" value={actionData?.id ?? loaderData.id} />
        </GroupForm>
      </div>
    </>
  );
}

import { data, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { parseRevision } from '#app/model/revision.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { findFollowUp, listOrganisationChoices, listOwnerChoices } from '#db/follow-ups/read-to-edit.ts';
import { readGroup } from '#db/groups/read.ts';
import { editFollowUp } from '#server/follow-ups/edit-follow-up.ts';
import { organiseGroup } from '#server/groups/access.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/edit-follow-up.route.ts';
import { FollowUpConflict } from './follow-up-conflict.tsx';
import { FollowUpForm } from './follow-up-form.tsx';
import { type FollowUpFaults, parseFollowUpForm, valuesOf, valuesOfForm } from './follow-up-form-values.ts';
import './follow-ups.css';

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  const title = loaderData?.row.kind === 'decision' ? m.follow_ups_edit_title_decision() : m.follow_ups_edit_title();
  return [{ title: `${title} · ${m.common_brand()}` }];
}

const pathOf = (params: { group: string; followUp: string }) => `/groups/${params.group}/follow-ups/${params.followUp}`;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const { db } = services;
  const scope = await organiseGroup(services, viewer, params.group, pathOf(params));
  const id = parseUuid(params.followUp);
  const row = (id && (await findFollowUp(db, scope, id))) || notFound();
  const [group, people, organisations] = await Promise.all([
    readGroup(db, scope),
    listOwnerChoices(db, scope, row),
    listOrganisationChoices(db, scope, row),
  ]);
  return { group: { slug: group.slug, name: group.name }, row, people, organisations };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseGroup(services, viewer, params.group, pathOf(params));
  if (!viewer) return refuse(viewer, pathOf(params));
  const id = parseUuid(params.followUp) ?? notFound();
  const form = await readForm(request);
  const values = valuesOfForm(form);
  const revision = parseRevision(form.get('revision')) ?? notFound();
  const parsed = parseFollowUpForm(values);
  const NONE: FollowUpFaults = {};
  if ('faults' in parsed) return data({ values, revision, faults: parsed.faults, theirs: null }, { status: 422 });
  const edited = await editFollowUp(services, { viewer, scope, id, revision, edit: parsed.edit });
  if (edited.ok) return redirect(`${localePath(`/groups/${params.group}/follow-ups`)}?saved`);
  switch (edited.reason) {
    case 'gone':
      return notFound();
    case 'unknown_owner':
      return data({ values, revision, faults: { owner: m.follow_ups_fault_owner() } as FollowUpFaults, theirs: null }, { status: 422 });
    case 'conflict': {
      const { current } = edited;
      return data({ values, revision: current.revision, faults: NONE, theirs: valuesOf(current) }, { status: 409 });
    }
  }
}

export default function EditFollowUp({ loaderData: { group, row, people, organisations }, actionData }: Route.ComponentProps) {
  const list = `/groups/${group.slug}/follow-ups`;
  const values = actionData?.values ?? valuesOf(row);
  const name = row.ownerFullName ?? row.ownerName;
  const { kind, number, askedDue, declinedAt, ownerWord } = row;
  return (
    <div className="wrap fm-head stack">
      <Breadcrumb
        crumbs={[
          { to: `/groups/${group.slug}`, label: group.name },
          { to: list, label: m.follow_ups_list_title() },
        ]}
      />
      <h1>{kind === 'decision' ? m.follow_ups_edit_title_decision() : m.follow_ups_edit_title()}</h1>
      <div>
        <p className="lede fu-body">{frenchSpaces(row.body)}</p>
        <p className="meta">
          {number}, {frenchSpaces(row.meetingTitle)}.{' '}
          <A to={`/minutes/${row.meetingSlug}#b-${row.blockId}`}>{m.follow_ups_read_in_minutes()}</A>
        </p>
      </div>
      {askedDue || declinedAt ? (
        <Notice>
          {askedDue ? <p>{m.follow_ups_asked_for({ name, date: formatDay(askedDue, getLocale()) })}</p> : null}
          {askedDue ? <p>{m.follow_ups_asked_how()}</p> : null}
          {declinedAt ? <p>{m.follow_ups_declined_by({ name })}</p> : null}
          {ownerWord ? <p>{m.follow_ups_owner_says({ word: ownerWord })}</p> : null}
        </Notice>
      ) : null}
      {actionData?.theirs ? (
        <FollowUpConflict kind={kind} theirs={actionData.theirs} yours={actionData.values} names={[...people, ...organisations]} />
      ) : null}
      <FollowUpForm
        {...{ kind, values, people, organisations, back: list }}
        revision={actionData?.revision ?? row.revision}
        faults={actionData?.faults ?? {}}
      />
    </div>
  );
}

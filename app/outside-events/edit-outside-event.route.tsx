import { data, Form, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { formChoices } from '#app/meetings/form-choices.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen } from '#app/model/format-when.ts';
import { parseRevision } from '#app/model/revision.ts';
import { whenOf } from '#app/model/when.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { readGroup } from '#db/groups/read.ts';
import { findOwnOutsideEvent } from '#db/outside-events/read-organised.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseOutsideEvent } from '#server/outside-events/access.ts';
import { editOutsideEvent, removeOutsideEvent } from '#server/outside-events/save-event.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/edit-outside-event.route.ts';
import { OutsideEventForm } from './outside-event-form.tsx';
import { valuesOfOutsideEvent } from './outside-event-values.ts';
import { readOutsideEvent } from './read-outside-event.server.ts';

const REMOVE = 'remove';

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.outside_events_edit()} : ${loaderData?.event.title ?? ''} · ${m.common_brand()}` }];
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const { scope } = await organiseOutsideEvent(services, viewer, params.event);
  const event = (await findOwnOutsideEvent(services.db, scope, params.event)) ?? notFound();
  const { slug, name } = await readGroup(services.db, scope);
  return { group: { slug, name }, event, values: valuesOfOutsideEvent(event), choices: formChoices([], getLocale()) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const organised = await organiseOutsideEvent(services, viewer, params.event);
  const { slug } = await readGroup(services.db, organised.scope);
  const form = await readForm(request);
  const done = () => redirect(localePath(`/groups/${slug}/outside-events`));
  if (form.get('intent') === REMOVE) {
    await removeOutsideEvent(services, organised, params.event);
    return done();
  }
  const revision = parseRevision(form.get('revision')) ?? notFound();
  const read = await readOutsideEvent(services, organised, { form, id: params.event });
  if ('answer' in read) return data({ ...read.answer, revision, current: null }, { status: read.status });
  const saved = await editOutsideEvent(services, organised, { id: params.event, revision, plan: read.plan });
  if (saved.ok) return done();
  const current = (await findOwnOutsideEvent(services.db, organised.scope, params.event)) ?? notFound();
  // saving again then knowingly replaces what somebody else saved
  return data({ values: read.values, faults: {}, same: [], revision: current.revision, current }, { status: 409 });
}

export default function EditOutsideEvent({ loaderData, actionData }: Route.ComponentProps) {
  const { group, event } = loaderData;
  const current = actionData?.current;
  return (
    <>
      <div className="wrap fm-head">
        <Breadcrumb
          crumbs={[
            { to: `/groups/${group.slug}`, label: group.name },
            { to: `/groups/${group.slug}/outside-events`, label: m.outside_events_title() },
          ]}
        />
        <h1>{m.outside_events_edit()}</h1>
      </div>
      <div className="wrap">
        {current ? (
          <Notice look="warn" role="alert">
            <b>{m.outside_events_conflict()}</b>
            <p>
              {[
                current.title,
                formatWhen(whenOf(current.edtf), { zone: current.timeZone, locale: getLocale() }).full,
                current.place,
                current.url,
                current.note,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </Notice>
        ) : null}
        <OutsideEventForm
          values={actionData?.values ?? loaderData.values}
          faults={actionData?.faults ?? {}}
          same={actionData?.same ?? []}
          choices={loaderData.choices}
          submit={m.outside_events_save()}
        >
          <input type="hidden" name="revision" value={actionData?.revision ?? event.revision} />
        </OutsideEventForm>
        <Form method="post" className="oe__end">
          <SubmitButton look="danger" name="intent" value={REMOVE} icon="trash">
            {m.outside_events_remove()}
          </SubmitButton>
        </Form>
      </div>
    </>
  );
}

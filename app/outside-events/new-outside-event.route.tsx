import { data, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { formChoices } from '#app/meetings/form-choices.ts';
import { m } from '#app/messages/compiled/messages.js';
import { OUTSIDE_EVENT_LIMITS } from '#app/model/outside-events.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { readGroup } from '#db/groups/read.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseOutsideEvents } from '#server/outside-events/access.ts';
import { addOutsideEvent } from '#server/outside-events/save-event.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/new-outside-event.route.ts';
import { OutsideEventForm } from './outside-event-form.tsx';
import { emptyOutsideEvent } from './outside-event-values.ts';
import { readOutsideEvent } from './read-outside-event.server.ts';

export const meta: Route.MetaFunction = () => [{ title: `${m.outside_events_new()} · ${m.common_brand()}` }];

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const { scope } = await organiseOutsideEvents(services, viewer, params.group);
  const { slug, name, timeZone } = await readGroup(services.db, scope);
  return { group: { slug, name }, id: crypto.randomUUID(), values: emptyOutsideEvent(timeZone), choices: choices() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const organised = await organiseOutsideEvents(services, viewer, params.group);
  const form = await readForm(request);
  const id = parseUuid(form.get('id')) ?? notFound();
  const read = await readOutsideEvent(services, organised, { form, id });
  if ('answer' in read) return data({ ...read.answer, id }, { status: read.status });
  const saved = await addOutsideEvent(services, organised, { id, plan: read.plan });
  if (saved.ok) return redirect(localePath(`/groups/${params.group}/outside-events`));
  const title = m.outside_events_too_many({ max: OUTSIDE_EVENT_LIMITS.ofAGroup });
  return data({ values: read.values, faults: { title }, same: [], id }, { status: 409 });
}

const choices = () => formChoices([], getLocale());

export default function NewOutsideEvent({ loaderData, actionData }: Route.ComponentProps) {
  const { group } = loaderData;
  return (
    <>
      <div className="wrap fm-head">
        <Breadcrumb
          crumbs={[
            { to: `/groups/${group.slug}`, label: group.name },
            { to: `/groups/${group.slug}/outside-events`, label: m.outside_events_title() },
          ]}
        />
        <h1>{m.outside_events_new()}</h1>
      </div>
      <div className="wrap">
        <OutsideEventForm
          values={actionData?.values ?? loaderData.values}
          faults={actionData?.faults ?? {}}
          same={actionData?.same ?? []}
          choices={loaderData.choices}
          submit={m.outside_events_add()}
        >
          <input type="hidden" name="id" value={actionData?.id ?? loaderData.id} />
        </OutsideEventForm>
      </div>
    </>
  );
}

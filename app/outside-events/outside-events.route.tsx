import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { OUTSIDE_CALENDAR_LIMITS, parseCalendarAddress } from '#app/model/outside-calendars.ts';
import { OUTSIDE_EVENT_LIMITS } from '#app/model/outside-events.ts';
import { cleanLine } from '#app/model/text.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { readGroup } from '#db/groups/read.ts';
import { listFollowedCalendars, listOrganisedEvents } from '#db/outside-events/read-organised.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseOutsideEvents } from '#server/outside-events/access.ts';
import { followCalendar } from '#server/outside-events/follow-calendar.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/outside-events.route.ts';
import { CalendarState, StateTag } from './calendar-state.tsx';
import { EventRows } from './event-rows.tsx';
import { type FollowFaults, FollowForm, type FollowValues } from './follow-form.tsx';
import '#app/meetings/fold.css';
import './outside-events.css';

export const meta: Route.MetaFunction = () => [{ title: `${m.outside_events_title()} · ${m.common_brand()}` }];

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const { scope } = await organiseOutsideEvents(services, viewer, params.group);
  const [group, events, calendars] = await Promise.all([
    readGroup(services.db, scope),
    listOrganisedEvents(services.db, scope, { calendarId: null, limit: OUTSIDE_EVENT_LIMITS.ofAGroup }),
    listFollowedCalendars(services.db, scope),
  ]);
  const now = services.clock.now();
  const isPast = ({ endsAt }: { endsAt: string | null }) => endsAt !== null && Temporal.Instant.compare(endsAt, now) <= 0;
  const { slug, name, timeZone } = group;
  const entered = { upcoming: events.filter((event) => !isPast(event)), past: events.filter(isPast).reverse() };
  return { group: { slug, name, timeZone }, entered, calendars, year: now.toString().slice(0, 4), newId: crypto.randomUUID() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const organised = await organiseOutsideEvents(services, viewer, params.group);
  const form = await readForm(request);
  const id = parseUuid(form.get('id')) ?? notFound();
  const values: FollowValues = { id, address: textIn(form, 'address'), name: textIn(form, 'name') };
  const refuse = (faults: FollowFaults, status: number) => data({ values, faults }, { status });
  const url = parseCalendarAddress(values.address);
  if (!url)
    return refuse({ address: values.address.trim() === '' ? m.outside_events_address_missing() : m.outside_events_address_invalid() }, 422);
  const name = cleanLine(values.name) || new URL(url).hostname.slice(0, OUTSIDE_CALENDAR_LIMITS.name);
  if ([...name].length > OUTSIDE_CALENDAR_LIMITS.name)
    return refuse({ name: m.outside_events_too_long({ max: OUTSIDE_CALENDAR_LIMITS.name, length: [...name].length }) }, 422);
  const followed = await followCalendar(services, organised, { id, name, url });
  if (followed.ok) return redirect(localePath(`/outside-calendars/${id}`));
  const max = OUTSIDE_CALENDAR_LIMITS.calendarsOfAGroup;
  return refuse({ address: followed.reason === 'known' ? m.outside_events_known() : m.outside_events_too_many_calendars({ max }) }, 409);
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

export default function OutsideEvents({ loaderData, actionData }: Route.ComponentProps) {
  const { group, entered, calendars, year, newId } = loaderData;
  const name = ({ id, title }: { id: string; title: string }) => <A to={`/outside-events/${id}/edit`}>{title}</A>;
  const path = `/groups/${group.slug}/outside-events`;
  return (
    <div className="wrap fm-head stack oe">
      <Breadcrumb
        crumbs={[
          { to: '/groups', label: m.groups_title() },
          { to: `/groups/${group.slug}`, label: group.name },
        ]}
      />
      <h1>{m.outside_events_title()}</h1>
      <p className="lede">{m.outside_events_lede()}</p>
      <section aria-labelledby="oe-hand" className="stack">
        <div className="sect__h">
          <h2 id="oe-hand">{m.outside_events_entered()}</h2>
          <A className="btn btn--line btn--sm" to={`${path}/new`}>
            <Icon name="plus" />
            {m.outside_events_add()}
          </A>
        </div>
        {entered.upcoming.length === 0 ? <p>{m.outside_events_none()}</p> : <EventRows events={entered.upcoming} year={year} name={name} />}
        {entered.past.length > 0 ? (
          <details className="fold">
            <summary>{m.outside_events_past({ count: entered.past.length })}</summary>
            <EventRows events={entered.past} year={year} name={name} />
          </details>
        ) : null}
      </section>
      <section aria-labelledby="oe-calendars" className="stack">
        <div className="sect__h">
          <h2 id="oe-calendars">{m.outside_events_calendars()}</h2>
        </div>
        {calendars.map((calendar) => (
          <article key={calendar.id} className="panel stack" aria-labelledby={`c-${calendar.id}`}>
            <div className="oe__h">
              <h3 id={`c-${calendar.id}`}>
                <A to={`/outside-calendars/${calendar.id}`}>{calendar.name}</A>
              </h3>
              <StateTag state={calendar.state} />
            </div>
            <CalendarState calendar={calendar} zone={group.timeZone} />
          </article>
        ))}
        <FollowForm values={actionData?.values ?? { id: newId, address: '', name: '' }} faults={actionData?.faults ?? {}} />
      </section>
    </div>
  );
}

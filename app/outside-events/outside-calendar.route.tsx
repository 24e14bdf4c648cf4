import { Form, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { OUTSIDE_CALENDAR_LIMITS } from '#app/model/outside-calendars.ts';
import { cleanLine } from '#app/model/text.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { readGroup } from '#db/groups/read.ts';
import { findFollowedCalendar, listOrganisedEvents } from '#db/outside-events/read-organised.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseOutsideCalendar } from '#server/outside-events/access.ts';
import { renameCalendar, retryCalendar, unfollowCalendar } from '#server/outside-events/follow-calendar.ts';
import { hideOutsideEvent } from '#server/outside-events/save-event.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/outside-calendar.route.ts';
import { CalendarState, StateTag } from './calendar-state.tsx';
import { EventRows } from './event-rows.tsx';
import './outside-events.css';

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${loaderData?.calendar.name ?? m.outside_events_title()} · ${m.common_brand()}` }];
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const { scope } = await organiseOutsideCalendar(services, viewer, params.calendar);
  const calendar = (await findFollowedCalendar(services.db, scope, params.calendar)) ?? notFound();
  const events = await listOrganisedEvents(services.db, scope, { calendarId: calendar.id, limit: OUTSIDE_CALENDAR_LIMITS.dates });
  const { slug, name, timeZone } = await readGroup(services.db, scope);
  return { group: { slug, name, timeZone }, calendar, events, year: services.clock.now().toString().slice(0, 4) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const organised = await organiseOutsideCalendar(services, viewer, params.calendar);
  const { slug } = await readGroup(services.db, organised.scope);
  const form = await readForm(request);
  const id = params.calendar;
  switch (form.get('intent')) {
    case 'retry':
      await retryCalendar(services, organised, id);
      break;
    case 'rename': {
      const name = [...cleanLine(String(form.get('name') ?? ''))].slice(0, OUTSIDE_CALENDAR_LIMITS.name).join('');
      if (name !== '') await renameCalendar(services, organised, { id, name });
      break;
    }
    case 'hide':
    case 'show': {
      const event = parseUuid(form.get('event')) ?? notFound();
      await hideOutsideEvent(services, organised, { id: event, hidden: form.get('intent') === 'hide' });
      break;
    }
    case 'unfollow':
      await unfollowCalendar(services, organised, id);
      return redirect(localePath(`/groups/${slug}/outside-events`));
    default:
      return notFound();
  }
  return redirect(localePath(`/outside-calendars/${id}`));
}

export default function OutsideCalendar({ loaderData: { group, calendar, events, year } }: Route.ComponentProps) {
  return (
    <div className="wrap fm-head stack oe">
      <Breadcrumb
        crumbs={[
          { to: `/groups/${group.slug}`, label: group.name },
          { to: `/groups/${group.slug}/outside-events`, label: m.outside_events_title() },
        ]}
      />
      <div className="oe__h">
        <h1>{calendar.name}</h1>
        <StateTag state={calendar.state} />
      </div>
      <CalendarState calendar={calendar} zone={group.timeZone} />
      <p className="small">
        {m.outside_events_address()} : <code className="oe__url">{calendar.url}</code>
        <span className="meta oe__secret">{m.outside_events_address_secret()}</span>
      </p>
      <Form method="post" className="row">
        <SubmitButton look="line" name="intent" value="retry" icon="clock-clockwise">
          {calendar.fault ? m.outside_events_retry() : m.outside_events_read_now()}
        </SubmitButton>
      </Form>
      <section aria-labelledby="oe-dates" className="stack">
        <h2 id="oe-dates">{m.outside_events_dates()}</h2>
        {events.length === 0 ? <p>{m.outside_events_no_dates()}</p> : null}
        <EventRows events={events} year={year} name={({ title, hidden }) => (hidden ? <s>{title}</s> : title)} end={Visible} />
      </section>
      <section aria-labelledby="oe-manage" className="stack">
        <h2 id="oe-manage">{m.outside_events_manage()}</h2>
        <Form method="post" className="stack panel">
          <Field
            label={m.outside_events_calendar_name()}
            name="name"
            required
            maxLength={OUTSIDE_CALENDAR_LIMITS.name}
            defaultValue={calendar.name}
          />
          <div className="row">
            <SubmitButton look="line" name="intent" value="rename">
              {m.outside_events_save()}
            </SubmitButton>
          </div>
        </Form>
        <Form method="post" className="stack panel">
          <p>{m.outside_events_unfollow_what()}</p>
          <div className="row">
            <SubmitButton look="danger" name="intent" value="unfollow">
              {m.outside_events_unfollow()}
            </SubmitButton>
          </div>
        </Form>
      </section>
    </div>
  );
}

function Visible({ id, title, hidden }: { id: string; title: string; hidden: boolean }) {
  return (
    <Form method="post" className="oe__visible">
      {hidden ? <Tag look="soft">{m.outside_events_hidden()}</Tag> : null}
      <input type="hidden" name="event" value={id} />
      <SubmitButton look="quiet" size="sm" name="intent" value={hidden ? 'show' : 'hide'}>
        {hidden ? m.outside_events_show() : m.outside_events_hide()}
        <span className="vh"> {title}</span>
      </SubmitButton>
    </Form>
  );
}

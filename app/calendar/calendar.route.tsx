import { data, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { findTimeZone } from '#app/model/time-zones.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { findNetwork } from '#db/home/read.ts';
import { sameSitePath } from '#server/accounts/same-site-path.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { readForm } from '#server/http/read-form.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/calendar.route.ts';
import { feedOf, subscribeAddress } from './calendar-address.ts';
import { periodName } from './calendar-bar.tsx';
import { CalendarFilters } from './calendar-filters.tsx';
import keysScript from './calendar-keys.js?url';
import { CalendarLegend } from './calendar-legend.tsx';
import { type CalendarPlace, calendarAddress, isNarrowed, placeQuery } from './calendar-place.ts';
import { CalendarViews } from './calendar-views.tsx';
import { feedLinks } from './feed-links.ts';
import { loadCalendar } from './load-calendar.server.ts';
import { chosenZone, ownZone, zoneCookie } from './own-zone.ts';
import { PlaceFaults } from './place-faults.tsx';
import { ZoneChoice } from './zone-choice.tsx';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const { searchParams: params } = new URL(request.url);
  const scope = await enterNetwork(services, viewer);
  const own = ownZone(chosenZone(viewer, request.headers.get('cookie')), await findNetwork(services.db, scope));
  const calendar = await loadCalendar(services, scope, { params, ownZone: own });
  const { place, faults } = calendar;
  // one address for one view: a form sends its empty fields too
  if (faults.length === 0 && !isSame(params, placeQuery(place))) throw redirect(localePath(calendarAddress(place)));
  return data({ ...calendar, ownZone: own, signedIn: viewer !== null }, { status: faults.length > 0 ? 404 : 200 });
}

const isSame = (params: URLSearchParams, query: string) => params.toString() === new URLSearchParams(query).toString();

/** Keeps the clock that a visitor chose in a cookie; a reader's own is that of their account, and another goes into the address. */
export async function action({ request, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const form = await readForm(request);
  const to = form.get('to');
  const back = URL.parse(sameSitePath(typeof to === 'string' ? to : null), services.env.appUrl);
  const zone = findTimeZone(String(form.get('zone') ?? ''));
  if (!zone || back?.pathname !== '/calendar') return new Response(null, { status: 400 });
  if (viewer && zone !== viewer.timeZone) back.searchParams.set('zone', zone);
  const cookie = zoneCookie(zone, services.env.appUrl.startsWith('https:'));
  return redirect(localePath(back.pathname + back.search), { status: 303, headers: viewer ? {} : { 'Set-Cookie': cookie } });
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  if (!loaderData) return [{ title: m.calendar_title() }];
  const { place, content, faults } = loaderData;
  const shown = content.as === 'list' ? (content.past ? m.calendar_past() : m.calendar_upcoming()) : periodName(content.period);
  return [
    { title: m.calendar_page_title({ month: shown.charAt(0).toLocaleLowerCase(getLocale()) + shown.slice(1) }) },
    { name: 'description', content: m.calendar_page_description() },
    ...feedLinks(feedOf(place), m.calendar_title()),
    ...(faults.length > 0 ? [{ name: 'robots', content: 'noindex' }] : []),
  ];
}

export default function CalendarPage({ loaderData }: Route.ComponentProps) {
  const { place, faults, choices, zone, ownZone: own, signedIn } = loaderData;
  return (
    <div className={`wrap cal-page cal-page--${place.view}`}>
      <a className="skip" href="#calendar">
        {m.calendar_skip_filters()}
      </a>
      <div className="cal-page__h">
        <div>
          <h1>{m.calendar_title()}</h1>
          <p className="lede no-print">{m.calendar_lede()}</p>
        </div>
        <A className="btn btn--line" to={subscribeAddress(feedOf(place))}>
          <Icon name="calendar-plus" />
          {isNarrowed(place) ? m.calendar_subscribe_shown() : m.calendar_subscribe_title()}
        </A>
      </div>
      <PlaceFaults faults={faults} />
      <CalendarFilters place={place} choices={choices} />
      <div id="calendar" tabIndex={-1}>
        <a className="skip" href="#after-calendar">
          {m.calendar_skip_calendar()}
        </a>
        <CalendarViews calendar={loaderData} address={calendarAddress} />
      </div>
      <div id="after-calendar" tabIndex={-1} className="cal-after">
        <CalendarLegend view={place.view} />
        <ZoneChoice {...{ place, zone, ownZone: own, signedIn }} />
        <p className="cal-embed no-print">
          <A to={embedCodeAddress(place)}>{m.calendar_embed_link()}</A>
        </p>
      </div>
      <script type="module" src={keysScript} />
    </div>
  );
}

const embedCodeAddress = (place: CalendarPlace) => `/calendar/embed${placeQuery(place)}`;

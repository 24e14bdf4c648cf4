import { monthItems, monthWindow } from '#app/home/month-items.ts';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { feedPath } from '#app/model/calendar.ts';
import { whenOf } from '#app/model/when.ts';
import { daysOf } from '#app/model/when-in-margin.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { MonthBar, monthName } from '#app/ui/month/month-bar.tsx';
import { MonthTable } from '#app/ui/month/month-table.tsx';
import { listCalendarChoices } from '#db/calendar/read-choices.ts';
import { listCalendarMeetings, listUndatedMeetings } from '#db/calendar/read-month.ts';
import { findNetwork } from '#db/home/read.ts';
import { listEditions } from '#db/programme/read.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/calendar.route.ts';
import { type CalendarPlace, calendarAddress, feedOf, readPlace, subscribeAddress } from './calendar-address.ts';
import { CalendarFilters } from './calendar-filters.tsx';
import { CalendarLegend } from './calendar-legend.tsx';
import { MeetingList } from './meeting-list.tsx';
import { UndatedMeetings } from './undated-meetings.tsx';
import './calendar.css';

const MOST_MEETINGS = 500;
const MOST_UNDATED = 30;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const { db, clock } = services;
  const scope = await enterNetwork(services, viewer);
  const zone = viewer?.timeZone ?? (await findNetwork(db, scope))?.timeZone ?? 'Europe/Paris';
  const today = clock.now().toZonedDateTimeISO(zone).toPlainDate().toString();
  const place = readPlace(new URL(request.url).searchParams, today.slice(0, 7));
  const window = monthWindow(place.month, zone);
  const [found, undated, choices, editions] = await Promise.all([
    listCalendarMeetings(db, scope, { from: window.from, to: window.to, filters: place, limit: MOST_MEETINGS }),
    listUndatedMeetings(db, scope, { filters: place, limit: MOST_UNDATED }),
    listCalendarChoices(db, scope),
    isNarrowed(place) ? [] : listEditions(db, scope, { from: window.firstDay, to: window.lastDay, limit: 10 }),
  ]);
  const meetings = found.map((row) => ({ ...row, when: whenOf(row.edtf) }));
  return {
    place,
    today,
    readerZone: viewer?.timeZone ?? null,
    choices,
    items: monthItems(found, editions, getLocale()),
    listed: meetings.filter(({ when }) => touches(daysOf(when), place.month)),
    undated: [
      ...meetings.filter(({ when }) => when.kind === 'month' && when.month === place.month),
      ...meetings.filter(({ when }) => when.kind === 'year' && when.year === place.month.slice(0, 4)),
      // of a meeting without any date, no month that is over needs to speak
      ...(place.month >= today.slice(0, 7) ? undated : []),
    ],
    tooMany: found.length === MOST_MEETINGS,
  };
}

const isNarrowed = ({ group, kind, theme, country }: CalendarPlace) => Boolean(group || kind || theme || country);

function touches(days: { from: string; to: string } | null, month: string): boolean {
  return days !== null && days.from.slice(0, 7) <= month && month <= days.to.slice(0, 7);
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  if (!loaderData) return [{ title: m.calendar_title() }];
  const { place } = loaderData;
  return [
    { title: m.calendar_page_title({ month: monthName(place.month).toLocaleLowerCase(getLocale()) }) },
    { name: 'description', content: m.calendar_page_description() },
    { tagName: 'link', rel: 'alternate', type: 'text/calendar', href: feedPath(feedOf(place)), title: m.calendar_title() },
  ];
}

export default function CalendarPage({ loaderData }: Route.ComponentProps) {
  const { place, today, items, listed, undated, choices, readerZone, tooMany } = loaderData;
  const address = (month: string, view: CalendarPlace['view']) => calendarAddress({ ...place, month, view });
  return (
    <div className="wrap cal-page">
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
      <CalendarFilters place={place} choices={choices} />
      <div className="cal-views" data-view={place.view}>
        <h2 className="vh">{m.calendar_month_heading()}</h2>
        <MonthBar month={place.month} thisMonth={today.slice(0, 7)} view={place.view} address={address} />
        <p className="meta cal-page__count" role="status">
          {listed.length > 0 ? m.calendar_month_count({ count: listed.length }) : emptyText(place)}
        </p>
        {tooMany ? <p className="hint">{m.calendar_too_many()}</p> : null}
        <MonthTable
          month={place.month}
          caption={monthName(place.month)}
          today={today}
          items={items}
          moreTo={address(place.month, 'list')}
        />
        {listed.length > 0 ? <MeetingList meetings={listed} month={place.month} readerZone={readerZone} /> : null}
      </div>
      <UndatedMeetings meetings={undated} />
      <CalendarLegend />
    </div>
  );
}

function emptyText(place: CalendarPlace): string {
  const month = monthName(place.month);
  return isNarrowed(place) ? m.calendar_empty_filtered({ month }) : m.calendar_empty_month({ month });
}

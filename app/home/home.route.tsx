import { periodOf } from '#app/calendar/calendar-period.ts';
import { loadPeriod } from '#app/calendar/load-period.server.ts';
import { chosenZone, ownZone } from '#app/calendar/own-zone.ts';
import { publicHolidaysBetween } from '#app/calendar/public-holidays-between.ts';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { countNetwork, findNetwork, isInvited, listFirstTakeAways, listGroupsToMeet } from '#db/home/read.ts';
import { listUpcomingMeetings } from '#db/meetings/read.ts';
import { listMinutes } from '#db/minutes/read.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/home.route.ts';
import { HomeCalendar } from './home-calendar.tsx';
import { LatestMinutes } from './latest-minutes.tsx';
import { NetworkFacts } from './network-facts.tsx';
import { NextMeeting, NothingPlanned } from './next-meeting.tsx';
import { chooseNext, monthToShow } from './next-meetings.ts';
import { SubscribeBand } from './subscribe-band.tsx';
import './home.css';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const { db, clock } = services;
  const scope = await enterNetwork(services, viewer);
  const network = await findNetwork(db, scope);
  const readerZone = chosenZone(viewer, request.headers.get('cookie'));
  const zone = ownZone(readerZone, network);
  const now = clock.now();
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString();
  const params = new URL(request.url).searchParams;
  const view = params.get('view') === 'list' ? 'list' : params.get('view') === 'month' ? 'month' : 'auto';

  const upcoming = await listUpcomingMeetings(db, scope, { now: now.toString(), limit: 12 });
  const { next, after } = chooseNext(upcoming);
  const month = monthToShow(params.get('m'), today, next);
  const period = periodOf({ view: 'month', date: month }, today);

  const [content, minutes, groups, counts] = await Promise.all([
    loadPeriod(services, scope, { place: { view }, filters: {}, zone, today }, period),
    listMinutes(db, scope, { limit: 4 }),
    listGroupsToMeet(db, scope, { limit: 6 }),
    countNetwork(db, scope),
  ]);
  const takeAways = await listFirstTakeAways(
    db,
    scope,
    minutes.map(({ slug }) => slug),
  );
  return {
    network: network ?? null,
    now: now.toString(),
    today,
    ...{ zone, readerZone },
    next,
    after: after.slice(0, 4),
    invited: next ? await isInvited(db, scope, next.id) : false,
    calendar: { month, view, content, holidays: publicHolidaysBetween(period.firstDay, period.lastDay) } as const,
    minutes: minutes.map((row) => ({ ...row, takeAway: takeAways.get(row.slug) ?? '' })),
    groups,
    counts,
  };
}

export type HomeData = Route.ComponentProps['loaderData'];

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  const title = loaderData?.network?.name ?? m.common_brand();
  return [
    { title: m.home_page_title({ network: title, brand: m.common_brand() }) },
    { name: 'description', content: loaderData?.network?.description || m.common_what_it_is() },
  ];
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { network, next, minutes, groups, counts } = loaderData;
  return (
    <>
      <div className="wrap h-intro">
        <h1>{network?.name ?? m.common_brand()}</h1>
        <p>{frenchSpaces(network?.description ?? '') || m.common_what_it_is()}</p>
      </div>
      {next ? <NextMeeting {...loaderData} next={next} /> : <NothingPlanned {...loaderData} />}
      <div className="wrap sect h-cols">
        <HomeCalendar calendar={loaderData.calendar} today={loaderData.today} />
        <LatestMinutes minutes={minutes} />
      </div>
      <SubscribeBand />
      <NetworkFacts groups={groups} counts={counts} />
    </>
  );
}

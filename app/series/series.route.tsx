import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { parseUuid } from '#app/model/uuid.ts';
import { findSeries, listMeetingsOfSeries } from '#db/series/read.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { requestOf } from '#server/request-context.ts';
import { enterSeries } from '#server/series/access.ts';
import { recurrenceOf } from '#server/series/plan-of-series.ts';
import type { Route } from './+types/series.route.ts';
import { ruleInWords } from './rule-words.ts';
import { SeriesPage } from './series-page.tsx';
import { shownMeeting } from './shown-meeting.ts';
import './series.css';

const MEETINGS = 300;

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  if (!loaderData) return [{ title: m.common_brand() }];
  return [{ title: `${loaderData.series.title} · ${m.common_brand()}` }, { name: 'description', content: loaderData.rule }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterSeries(services, viewer, parseUuid(params.series), `/series/${params.series}`);
  const network = await enterNetwork(services, viewer);
  const [{ id, title, groupSlug, groupName, agenda, ...rule }, meetings] = await Promise.all([
    findSeries(services.db, scope),
    listMeetingsOfSeries(services.db, scope, network, { limit: MEETINGS }),
  ]);
  const [locale, now] = [getLocale(), services.clock.now().toString()];
  const shown = meetings.map((meeting) => shownMeeting(meeting, { title, now, locale }));
  return {
    series: { id, title, groupSlug, groupName, agenda },
    rule: ruleInWords(recurrenceOf(rule), locale),
    upcoming: shown.filter(({ over }) => !over),
    past: shown.filter(({ over }) => over).reverse(),
    organise: scope.can.organise,
    year: now.slice(0, 4),
    done: new URL(request.url).searchParams.has('changed'),
  };
}

export type SeriesPageData = Awaited<ReturnType<typeof loader>>;

export default function Series({ loaderData }: Route.ComponentProps) {
  return <SeriesPage {...loaderData} />;
}

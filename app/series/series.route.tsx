import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { SeriesScope } from '#app/model/scope.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { findSeries, listMeetingsOfSeries, type MeetingOfSeries } from '#db/series/read.ts';
import { countInvited } from '#db/series/read-following.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { requestOf } from '#server/request-context.ts';
import { enterSeries } from '#server/series/access.ts';
import { recurrenceOf } from '#server/series/plan-of-series.ts';
import type { Services } from '#server/services.ts';
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
  const asked = new URL(request.url).searchParams;
  const made = asked.has('created') && scope.can.organise ? await madeInWords(services, scope, meetings) : null;
  const shown = meetings.toSorted(inTime).map((meeting) => shownMeeting(meeting, { title, now, locale }));
  return {
    series: { id, title, groupSlug, groupName, agenda },
    rule: ruleInWords(recurrenceOf(rule), locale),
    upcoming: shown.filter(({ over }) => !over),
    past: shown.filter(({ over }) => over).reverse(),
    organise: scope.can.organise,
    year: now.slice(0, 4),
    done: asked.has('changed'),
    made,
  };
}

/** By when they are now; a date may have been moved past the next. What has no moment stands where the rule gave it. */
function inTime(one: MeetingOfSeries, other: MeetingOfSeries): number {
  const moment = ({ startsAt, seriesOn }: MeetingOfSeries) => Temporal.Instant.from(startsAt ?? `${seriesOn}T00:00Z`);
  return Temporal.Instant.compare(moment(one), moment(other));
}

/** « 11 réunions créées, 19 personnes invitées » or « 11 brouillons créés »: what was just made. */
async function madeInWords({ db }: Services, scope: SeriesScope, meetings: readonly MeetingOfSeries[]): Promise<string> {
  const drafts = meetings.filter(({ status }) => status === 'draft').length;
  if (drafts > 0) return m.series_made_drafts({ count: drafts });
  const ids = meetings.map(({ id }) => id);
  const invited = await countInvited(db, scope, ids);
  const words = m.series_made({ count: meetings.length });
  return invited > 0
    ? m.series_made_and({ made: words, invited: m.series_made_invited({ count: invited }) })
    : m.series_made_only({ made: words });
}

export type SeriesPageData = Awaited<ReturnType<typeof loader>>;

export default function Series({ loaderData }: Route.ComponentProps) {
  return <SeriesPage {...loaderData} />;
}

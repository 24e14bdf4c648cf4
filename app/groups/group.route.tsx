import { feedLinks } from '#app/calendar/feed-links.ts';
import { GroupPolls } from '#app/date-polls/group-polls.tsx';
import { GroupFollowUps } from '#app/follow-ups/group-follow-ups.tsx';
import { m } from '#app/messages/compiled/messages.js';
import { GroupOutside } from '#app/outside-events/group-outside.tsx';
import { GroupSeries } from '#app/series/group-series.tsx';
import { listedSeries } from '#app/series/listed-series.server.ts';
import { listPollsOfGroup } from '#db/date-polls/read-lists.ts';
import { countFollowUps } from '#db/follow-ups/read.ts';
import { countMembers, listMembers, listOrganisationsOfGroup, readGroup } from '#db/groups/read.ts';
import { listOwnAnswers } from '#db/groups/read-answers.ts';
import { listMeetingsOfGroup } from '#db/meetings/read.ts';
import { listOutsideEventsOfGroup } from '#db/outside-events/read.ts';
import { listSeriesOfGroup } from '#db/series/read.ts';
import { enterGroup, enterNetwork } from '#server/groups/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/group.route.ts';
import { GroupAnimators } from './group-animators.tsx';
import { GroupFeeds } from './group-feeds.tsx';
import { GroupHead } from './group-head.tsx';
import { GroupMeetings } from './group-meetings.tsx';
import { GroupMembers } from './group-members.tsx';
import './groups.css';

const UPCOMING = 50;
const PAST = { some: 12, all: 200 };
const ANIMATORS = 12;
const POLLS = 3;
const SERIES = 20;
const ORGANISATIONS = 300;
const OUTSIDE = 8;

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [
    { title: m.groups_page({ title: loaderData?.group.name ?? m.groups_title() }) },
    ...(loaderData ? [{ name: 'description', content: loaderData.group.description.slice(0, 200) }, feedLink(loaderData.group.slug)] : []),
    ...(loaderData?.group.visibility === 'public' ? feedLinks({ of: 'group', slug: loaderData.group.slug }, loaderData.group.name) : []),
  ];
}

const feedLink = (slug: string) => ({
  ...{ tagName: 'link' as const, rel: 'alternate', type: 'application/atom+xml' },
  ...{ href: `/feeds/groups/${slug}.atom`, title: m.sending_feed_link() },
});

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterGroup(services, viewer, params.group);
  const { db, clock } = services;
  const now = clock.now().toString();
  const everything = new URL(request.url).searchParams.get('meetings') === 'all';
  const network = await enterNetwork(services, viewer);
  const most = everything ? PAST.all : PAST.some;
  const [group, upcoming, past, drafts, organisers, organisations, memberCount, followUps, outside, series] = await Promise.all([
    readGroup(db, scope),
    listMeetingsOfGroup(db, scope, { which: 'upcoming', now, limit: UPCOMING }),
    listMeetingsOfGroup(db, scope, { which: 'past', now, limit: most + 1 }),
    listMeetingsOfGroup(db, scope, { which: 'drafts', now, limit: UPCOMING }),
    listMembers(db, scope, { role: 'organiser', limit: ANIMATORS }),
    listOrganisationsOfGroup(db, scope, { limit: ORGANISATIONS }),
    scope.can.seeMembers ? countMembers(db, scope) : null,
    countFollowUps(db, { group: scope, network }, now.slice(0, 10)),
    listOutsideEventsOfGroup(db, scope, { now, limit: OUTSIDE }),
    listSeriesOfGroup(db, { group: scope, network }, { now, limit: SERIES }),
  ]);
  const polls = await listPollsOfGroup(db, scope, { personId: viewer?.personId ?? null, limit: POLLS });
  const answers = await listOwnAnswers(
    db,
    network,
    upcoming.map((meeting) => meeting.id),
  );
  return {
    group,
    answers,
    meetings: { drafts, upcoming, past: past.slice(0, most), more: past.length > most && !everything },
    organisers,
    organisations,
    memberCount,
    followUps,
    outside,
    series: listedSeries(series),
    polls,
    now,
    can: scope.can,
    year: now.slice(0, 4),
    origin: new URL(services.env.appUrl).origin,
  };
}

export type GroupPage = Awaited<ReturnType<typeof loader>>;

export default function Group({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <GroupHead {...loaderData} />
      <div className="wrap">
        <section className="sect" id="meetings" aria-labelledby="t-meetings">
          <div className="two">
            <GroupMeetings {...loaderData} />
            <div>
              <GroupAnimators {...loaderData} />
              <GroupSeries slug={loaderData.group.slug} series={loaderData.series} organise={loaderData.can.organise} />
              <GroupPolls slug={loaderData.group.slug} polls={loaderData.polls} organise={loaderData.can.organise} now={loaderData.now} />
              <GroupFollowUps slug={loaderData.group.slug} counts={loaderData.followUps} />
              <GroupOutside slug={loaderData.group.slug} events={loaderData.outside} canOrganise={loaderData.can.organise} />
            </div>
          </div>
        </section>
        <GroupMembers {...loaderData} />
        <GroupFeeds {...loaderData} />
      </div>
    </>
  );
}

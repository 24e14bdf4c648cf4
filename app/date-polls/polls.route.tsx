import { m } from '#app/messages/compiled/messages.js';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { listPollsOfGroup } from '#db/date-polls/read-lists.ts';
import { readGroup } from '#db/groups/read.ts';
import { enterGroup } from '#server/groups/access.ts';
import { refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/polls.route.ts';
import { PollLedger } from './poll-ledger.tsx';
import './date-polls.css';

const MOST = 100;

export const headers: Route.HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' });

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.date_polls_title()} : ${loaderData?.group.name ?? ''} · ${m.common_brand()}` }];
}

/** Polls of a group: all for its organisers, for others those in which they are asked. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const path = `/groups/${params.group}/polls`;
  const scope = await enterGroup(services, viewer, params.group, path);
  if (!viewer) return refuse(viewer, path);
  const now = services.clock.now();
  const [group, polls] = await Promise.all([
    readGroup(services.db, scope),
    listPollsOfGroup(services.db, scope, { personId: viewer.personId, limit: MOST }),
  ]);
  return { group: { slug: group.slug, name: group.name }, polls, now: now.toString(), can: scope.can };
}

export default function Polls({ loaderData: { group, polls, now, can } }: Route.ComponentProps) {
  return (
    <div className="wrap page">
      <Breadcrumb crumbs={[{ to: `/groups/${group.slug}`, label: group.name }]} />
      <div className="dp-top">
        <h1>{m.date_polls_title()}</h1>
        {can.organise ? (
          <A className="btn btn--sm" to={`/groups/${group.slug}/polls/new`}>
            <Icon name="plus" />
            {m.date_polls_new_title()}
          </A>
        ) : null}
      </div>
      {polls.length > 0 ? (
        <PollLedger polls={polls} now={now} heading="h2" />
      ) : (
        <p className="meta">{can.organise ? m.date_polls_none_organiser() : m.date_polls_none()}</p>
      )}
    </div>
  );
}

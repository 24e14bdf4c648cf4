import { m } from '#app/messages/compiled/messages.js';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { readGroup } from '#db/groups/read.ts';
import { listSeriesOfGroup } from '#db/series/read.ts';
import { enterGroup, enterNetwork } from '#server/groups/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/series-list.route.ts';
import { listedSeries } from './listed-series.server.ts';
import { SeriesLedger } from './series-ledger.tsx';
import './series.css';

const SERIES = 100;

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: `${m.series_list_title()} : ${loaderData?.group.name ?? ''} · ${m.common_brand()}` }];
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterGroup(services, viewer, params.group, `/groups/${params.group}/series`);
  const network = await enterNetwork(services, viewer);
  const asked = { now: services.clock.now().toString(), limit: SERIES };
  const [{ slug, name }, rows] = await Promise.all([
    readGroup(services.db, scope),
    listSeriesOfGroup(services.db, { group: scope, network }, asked),
  ]);
  return { group: { slug, name }, series: listedSeries(rows), organise: scope.can.organise };
}

export default function SeriesList({ loaderData: { group, series, organise } }: Route.ComponentProps) {
  return (
    <div className="wrap fm-head stack">
      <Breadcrumb crumbs={[{ to: `/groups/${group.slug}`, label: group.name }]} />
      <h1>{m.series_list_title()}</h1>
      {organise ? (
        <p className="row">
          <A className="btn" to={`/groups/${group.slug}/series/new`}>
            <Icon name="calendar-plus" />
            {m.series_new_link()}
          </A>
        </p>
      ) : null}
      {series.length > 0 ? <SeriesLedger series={series} /> : <p className="meta">{m.series_list_empty()}</p>}
    </div>
  );
}

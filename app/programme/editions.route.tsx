import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen, sentenceCase } from '#app/model/format-when.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { useSite } from '#app/ui/layout/use-site.ts';
import { A } from '#app/ui/link.tsx';
import { listEditions } from '#db/programme/read.ts';
import { enterNetwork, isGroupCreator } from '#server/groups/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/editions.route.ts';
import './programme.css';

export async function loader({ context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const [editions, organises] = await Promise.all([
    listEditions(services.db, await enterNetwork(services, viewer), { limit: 100 }),
    isGroupCreator(services, viewer),
  ]);
  return { editions, organises };
}

export function meta(): Route.MetaDescriptors {
  return [{ title: `${m.programme_editions()} · ${m.common_brand()}` }, { name: 'description', content: m.programme_editions_lede() }];
}

export default function Editions({ loaderData: { editions, organises } }: Route.ComponentProps) {
  const today = useSite().now.slice(0, 10);
  return (
    <div className="wrap pg-head">
      <Breadcrumb />
      <h1>{m.programme_editions()}</h1>
      <p className="lede">{m.programme_editions_lede()}</p>
      {organises ? (
        <p className="edition-cta">
          <A className="btn btn--line" to="/editions/new">
            {m.prepare_new_edition()}
          </A>
        </p>
      ) : null}
      {editions.length === 0 ? (
        <p className="edition-list">{m.programme_no_editions()}</p>
      ) : (
        <ol className="ledger edition-list">
          {editions.map((edition) => (
            <li className="ledger__row" key={edition.slug}>
              <div className="ledger__m">
                <b>{edition.startsOn.slice(0, 4)}</b>
              </div>
              <div className="ledger__b">
                <h2>
                  <A to={`/editions/${edition.slug}`}>{edition.name}</A>
                </h2>
                <p className="meta">{[datesOf(edition), edition.place].filter(Boolean).join(', ')}</p>
              </div>
              <div className="ledger__e">
                {edition.endsOn < today ? (
                  <A className="btn btn--line" to={`/editions/${edition.slug}`}>
                    {m.common_nav_minutes()}
                  </A>
                ) : (
                  <A className="btn" to={`/editions/${edition.slug}/programme`}>
                    {m.programme_see_programme()}
                  </A>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function datesOf({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string {
  const when = startsOn === endsOn ? ({ kind: 'day', day: startsOn } as const) : ({ kind: 'span', from: startsOn, to: endsOn } as const);
  return sentenceCase(formatWhen({ ...when, toConfirm: false }, { zone: 'UTC', locale: getLocale() }).date);
}

import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { filterChoices, filterQuery, meetsFilters, parseProgrammeFilters } from '#app/model/programme-filters.ts';
import { OwnAside } from '#app/own-programme/own-aside.tsx';
import { ownDays } from '#app/own-programme/own-days.ts';
import { OwnTabs } from '#app/own-programme/own-tabs.tsx';
import starScript from '#app/own-programme/star.js?url';
import { A } from '#app/ui/link.tsx';
import { enterEdition } from '#server/programme/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/programme.route.ts';
import { EditionHead } from './edition-head.tsx';
import { EditionNav } from './edition-nav.tsx';
import { enterOwn, loadProgramme } from './load-programme.server.ts';
import { ProgrammeDaySection } from './programme-day.tsx';
import { programmeDays } from './programme-days.ts';
import { ProgrammeFilterBar } from './programme-filter-bar.tsx';
import { SessionList } from './session-list.tsx';
import { TakeAlong } from './take-along.tsx';
import './programme.css';
import './programme-phone.css';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterEdition(services, viewer, params.edition, `/editions/${params.edition}/programme`);
  const own = await enterOwn(services, { edition: scope, viewer, request });
  const { edition, organises, published, sessions } = await loadProgramme(services, scope, own);
  const filters = parseProgrammeFilters(new URL(request.url).searchParams, sessions);
  const compare = new Intl.Collator(getLocale()).compare;
  return {
    ...{ edition, organises, filters },
    version: published && { number: published.number, publishedAt: published.publishedAt },
    total: sessions.length,
    choices: filterChoices(sessions, filters, compare),
    tracks: new Map(sessions.flatMap(({ track }) => (track ? [[track.id, track.name]] : []))),
    ...programmeDays(sessions, { published: published?.slots ?? [], keep: (session) => meetsFilters(session, filters) }),
    ownCount: sessions.filter(({ choice }) => choice !== null).length,
    own: ownDays(sessions),
  };
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: m.programme_page_title({ edition: loaderData?.edition.name ?? '', brand: m.common_brand() }) }];
}

export default function Programme({ loaderData }: Route.ComponentProps) {
  const { edition, organises, filters, choices, tracks, total, days, unscheduled, own, ownCount, version } = loaderData;
  const page = `/editions/${edition.slug}/programme`;
  const query = filterQuery(filters);
  const left = days.reduce((sum, { count }) => sum + count, unscheduled.length);
  return (
    <>
      <EditionHead
        edition={edition}
        title={m.programme_title({ edition: edition.name })}
        crumbs={[
          { to: '/editions', label: m.common_nav_editions() },
          { to: `/editions/${edition.slug}`, label: edition.name },
        ]}
      />
      <EditionNav edition={edition} organises={organises} here="/programme" />
      <div className="pg-bar">
        <div className="wrap pg-bar__in">
          <OwnTabs edition={edition.slug} count={ownCount} here="all" />
          <ProgrammeFilterBar {...{ filters, choices, tracks }} own={page} />
        </div>
      </div>
      <div className="wrap pg" id="programme">
        <div>
          {total === 0 ? <p className="lede">{m.programme_empty()}</p> : null}
          {query ? (
            <p className="pg-left" role="status">
              {m.programme_left({ count: left, total })} <A to={page}>{m.programme_whole()}</A>
            </p>
          ) : null}
          {days.map((day) => (
            <ProgrammeDaySection key={day.day} edition={edition.slug} day={day} query={query} />
          ))}
          {unscheduled.length > 0 ? (
            <section className="pg__day" aria-labelledby="unscheduled">
              <div className="pg__d">
                <h2 id="unscheduled">{m.programme_unscheduled()}</h2>
              </div>
              <SessionList sessions={unscheduled} />
            </section>
          ) : null}
          {total > 0 ? <TakeAlong edition={edition} version={version} /> : null}
        </div>
        <OwnAside edition={edition.slug} days={own} count={ownCount} />
      </div>
      <script type="module" src={starScript} />
    </>
  );
}

import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, sentenceCase } from '#app/model/format-when.ts';
import { filterQuery, meetsFilters, parseProgrammeFilters } from '#app/model/programme-filters.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Time } from '#app/ui/time.tsx';
import { enterEdition } from '#server/programme/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/print.route.ts';
import { enterOwn, loadProgramme } from './load-programme.server.ts';
import { DaySheet } from './print-day.tsx';
import { programmeDays } from './programme-days.ts';
import './print.css';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterEdition(services, viewer, params.edition, `/editions/${params.edition}/programme/print`);
  const own = await enterOwn(services, { edition: scope, viewer, request });
  const { edition, published, sessions } = await loadProgramme(services, scope, own);
  const asked = new URL(request.url).searchParams;
  const filters = parseProgrammeFilters(asked, sessions);
  return {
    ...{ edition, query: filterQuery(filters) },
    paper: asked.get('paper') === 'a3' ? ('a3' as const) : ('a4' as const),
    version: published && { number: published.number, publishedAt: published.publishedAt },
    ...programmeDays(sessions, { published: published?.slots ?? [], keep: (session) => meetsFilters(session, filters) }),
  };
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [
    { title: m.programme_page_title({ edition: loaderData?.edition.name ?? '', brand: m.common_brand() }) },
    { name: 'robots', content: 'noindex' },
  ];
}

/** The programme as sheets of paper, one a day where it fits: rooms across, hours down. */
export default function PrintProgramme({ loaderData: { edition, paper, query, version, days, unscheduled } }: Route.ComponentProps) {
  const own = `/editions/${edition.slug}/programme`;
  const other = paper === 'a3' ? 'a4' : 'a3';
  return (
    <div className={`wrap sheet sheet--${paper}`}>
      <div className="no-print">
        <Notice>
          <p>{paper === 'a3' ? m.programme_sheet_a3() : m.programme_sheet_a4()}</p>
          <p className="row">
            <A to={`${own}/print?paper=${other}${query.replace('?', '&')}`}>
              <Icon name="printer" /> {other === 'a3' ? m.programme_print_a3() : m.programme_print_a4()}
            </A>
            <A to={own + query}>{m.programme_sheet_back()}</A>
          </p>
        </Notice>
      </div>
      <header className="sheet__h">
        <h1>{m.programme_title({ edition: edition.name })}</h1>
        <p>
          {edition.place}
          {version ? (
            <>
              {edition.place ? ' · ' : ''}
              {m.programme_version({ number: version.number })} <Time iso={version.publishedAt} zone={edition.timeZone} />
            </>
          ) : null}
        </p>
      </header>
      {days.map((day) => (
        <section key={day.day} className="sheet__day" aria-labelledby={`p${day.day}`}>
          <h2 id={`p${day.day}`}>{sentenceCase(formatDay(day.day, getLocale(), { weekday: true }))}</h2>
          <DaySheet day={day} />
        </section>
      ))}
      {unscheduled.length > 0 ? (
        <section className="sheet__day" aria-labelledby="p-later">
          <h2 id="p-later">{m.programme_unscheduled()}</h2>
          <ul className="sheet__later">
            {unscheduled.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

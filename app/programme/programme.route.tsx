import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { findEdition, listSessions } from '#db/programme/read.ts';
import { enterEdition } from '#server/programme/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/programme.route.ts';
import { EditionHead } from './edition-head.tsx';
import { EditionNav } from './edition-nav.tsx';
import { ProgrammeAside } from './programme-aside.tsx';
import { ProgrammeDaySection } from './programme-day.tsx';
import { programmeDays } from './programme-days.ts';
import { SessionList } from './session-list.tsx';
import './programme.css';

const MOST_SESSIONS = 400;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterEdition(services, viewer, params.edition);
  const [edition, sessions] = await Promise.all([
    findEdition(services.db, scope),
    listSessions(services.db, scope, { limit: MOST_SESSIONS }),
  ]);
  const themes = [...new Set(sessions.flatMap((session) => session.themes))].toSorted((a, b) => a.localeCompare(b, getLocale()));
  const asked = new URL(request.url).searchParams.get('theme');
  const theme = themes.find((known) => known === asked) ?? null;
  const shown = theme ? sessions.filter((session) => session.themes.includes(theme)) : sessions;
  return { edition, organises: scope.can.organise, themes, theme, total: sessions.length, ...programmeDays(shown) };
}

export type Session = Route.ComponentProps['loaderData']['unscheduled'][number];

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: m.programme_page_title({ edition: loaderData?.edition.name ?? '', brand: m.common_brand() }) }];
}

export default function Programme({ loaderData: { edition, organises, themes, theme, total, days, unscheduled } }: Route.ComponentProps) {
  const own = `/editions/${edition.slug}/programme`;
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
      {themes.length > 1 ? (
        <div className="pg-bar">
          <nav className="wrap pg-bar__in" aria-label={m.programme_filter()}>
            <div className="pg-filters">
              <A className="chip" to={own} aria-current={theme ? undefined : 'true'}>
                {m.programme_all_themes()}
              </A>
              {themes.map((name) => (
                <A
                  key={name}
                  className="chip"
                  to={`${own}?theme=${encodeURIComponent(name)}`}
                  aria-current={theme === name ? 'true' : undefined}
                >
                  {name}
                </A>
              ))}
            </div>
          </nav>
        </div>
      ) : null}
      <div className="wrap pg">
        <div>
          {total === 0 ? <p className="lede">{m.programme_empty()}</p> : null}
          {days.map((day) => (
            <ProgrammeDaySection key={day.day} day={day} />
          ))}
          {unscheduled.length > 0 ? (
            <section className="pg__day" aria-labelledby="unscheduled">
              <div className="pg__d">
                <h2 id="unscheduled">{m.programme_unscheduled()}</h2>
              </div>
              <SessionList sessions={unscheduled} />
            </section>
          ) : null}
        </div>
        <ProgrammeAside edition={edition} days={days} />
      </div>
    </>
  );
}

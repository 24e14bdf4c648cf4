import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, sentenceCase } from '#app/model/format-when.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { findEdition, listSessions } from '#db/programme/read.ts';
import { enterEdition } from '#server/programme/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/edition.route.ts';
import { EditionHead } from './edition-head.tsx';
import { EditionNav } from './edition-nav.tsx';
import { programmeDays } from './programme-days.ts';
import { SessionList } from './session-list.tsx';
import './programme.css';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterEdition(services, viewer, params.edition);
  const [edition, sessions] = await Promise.all([findEdition(services.db, scope), listSessions(services.db, scope, { limit: 400 })]);
  const { days } = programmeDays(sessions);
  return {
    edition,
    organises: scope.can.organise,
    days: days.map(({ day, count, slots }) => ({ day, count, slots: slots.length })),
    reported: sessions.filter((session) => session.minutesVersion !== null),
  };
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  const edition = loaderData?.edition;
  return [{ title: `${edition?.name ?? ''} · ${m.common_brand()}` }, { name: 'description', content: edition?.summary ?? '' }];
}

export default function Edition({ loaderData: { edition, organises, days, reported } }: Route.ComponentProps) {
  const programme = `/editions/${edition.slug}/programme`;
  return (
    <>
      <EditionHead edition={edition} title={edition.name} crumbs={[{ to: '/editions', label: m.common_nav_editions() }]} />
      <EditionNav edition={edition} organises={organises} here="" />
      <div className="wrap sect h-cols">
        <section aria-labelledby="t-days">
          <div className="sect__h">
            <h2 id="t-days">{m.programme_programme()}</h2>
            <A to={programme}>{m.programme_see_all()}</A>
          </div>
          {days.length === 0 ? (
            <p className="meta">{m.programme_empty()}</p>
          ) : (
            <ol className="ledger">
              {days.map(({ day, count, slots }) => (
                <li className="ledger__row" key={day}>
                  <div className="ledger__m">
                    <b>{Number(day.slice(8))}</b>
                    {new Intl.DateTimeFormat(getLocale(), { month: 'short', timeZone: 'UTC' }).format(Date.parse(`${day}T12:00Z`))}
                  </div>
                  <div className="ledger__b">
                    <h3>
                      <A to={`${programme}#d${day}`}>{sentenceCase(formatDay(day, getLocale(), { weekday: true }))}</A>
                    </h3>
                    <p className="meta">{m.programme_day_summary({ sessions: m.programme_sessions({ count }), slots })}</p>
                  </div>
                </li>
              ))}
            </ol>
          )}
          <p className="row edition-cta">
            <A className="btn" to={programme}>
              {m.programme_see_programme()}
            </A>
            <a className="btn btn--line" href={`/feeds/editions/${edition.slug}.ics`}>
              <Icon name="calendar-plus" />
              {m.programme_to_calendar()}
            </a>
          </p>
        </section>
        <section aria-labelledby="t-minutes">
          <div className="sect__h">
            <h2 id="t-minutes">{m.common_nav_minutes()}</h2>
          </div>
          {reported.length === 0 ? <p className="meta">{m.programme_no_minutes()}</p> : <SessionList sessions={reported} />}
          <p className="meta edition-cta">
            {m.programme_held_by()} <A to={`/groups/${edition.groupSlug}`}>{edition.groupName}</A>
          </p>
        </section>
      </div>
    </>
  );
}

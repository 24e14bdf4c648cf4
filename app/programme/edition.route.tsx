import { EditionFigures } from '#app/figures/edition-figures.tsx';
import { m } from '#app/messages/compiled/messages.js';
import { EDITION_LIMITS } from '#app/model/programme.ts';
import { opennessOn } from '#app/model/registrations.ts';
import { EditionRegistration } from '#app/registrations/edition-registration.tsx';
import { A } from '#app/ui/link.tsx';
import { EditionVolume } from '#app/volumes/edition-volume.tsx';
import { findEdition } from '#db/programme/read.ts';
import { listProgrammeSessions } from '#db/programme/read-sessions.ts';
import { listProgrammeVersions } from '#db/programme/read-versions.ts';
import { readSum } from '#server/figures/read-figures.ts';
import { enterEdition } from '#server/programme/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/edition.route.ts';
import { EditionDays } from './edition-days.tsx';
import { EditionHead } from './edition-head.tsx';
import { EditionNav } from './edition-nav.tsx';
import { EditionNews } from './edition-news.tsx';
import { programmeDays } from './programme-days.ts';
import { SessionList } from './session-list.tsx';
import './programme.css';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterEdition(services, viewer, params.edition);
  const [edition, sessions, [version], figures] = await Promise.all([
    findEdition(services.db, scope),
    listProgrammeSessions(services.db, scope, { limit: EDITION_LIMITS.sessions }),
    listProgrammeVersions(services.db, scope, { limit: 1 }),
    readSum(services, scope),
  ]);
  const today = services.clock.now().toZonedDateTimeISO(edition.timeZone).toPlainDate().toString();
  const { days } = programmeDays(sessions);
  return {
    ...{ edition, organises: scope.can.organise, version: version ?? null, figures },
    openness: opennessOn(today, edition, edition.endsOn),
    /** Then the page is its archive: what was said comes before what was planned. */
    over: edition.endsOn < today,
    days: days.map(({ day, count, slots }) => ({ day, count, slots: slots.length })),
    reported: sessions.filter((session) => session.minutesVersion !== null),
  };
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  const edition = loaderData?.edition;
  return [{ title: `${edition?.name ?? ''} · ${m.common_brand()}` }, { name: 'description', content: edition?.summary ?? '' }];
}

export default function Edition({ loaderData }: Route.ComponentProps) {
  const { edition, organises, openness, over, version, figures, days, reported } = loaderData;
  const minutes = (
    <section aria-labelledby="t-minutes">
      <div className="sect__h">
        <h2 id="t-minutes">{m.common_nav_minutes()}</h2>
      </div>
      {reported.length === 0 ? <p className="meta">{m.programme_no_minutes()}</p> : <SessionList sessions={reported} />}
    </section>
  );
  return (
    <>
      <EditionHead edition={edition} title={edition.name} crumbs={[{ to: '/editions', label: m.common_nav_editions() }]} />
      <EditionNav edition={edition} organises={organises} here="" />
      <div className="wrap sect h-cols">
        <div className="edition-col">{over ? minutes : <EditionDays edition={edition} days={days} />}</div>
        <div className="edition-col">
          <EditionRegistration edition={edition} openness={openness} />
          {edition.bound ? <EditionVolume edition={edition} /> : null}
          {figures ? <EditionFigures edition={edition} figures={figures} /> : null}
          {over ? null : <EditionNews edition={edition} version={version} />}
          {over ? <EditionDays edition={edition} days={days} /> : reported.length > 0 ? minutes : null}
          <p className="meta">
            {m.programme_held_by()} <A to={`/groups/${edition.groupSlug}`}>{edition.groupName}</A>
          </p>
        </div>
      </div>
    </>
  );
}

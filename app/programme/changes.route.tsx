import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { Time } from '#app/ui/time.tsx';
import { findEdition } from '#db/programme/read.ts';
import { listProgrammeVersions } from '#db/programme/read-versions.ts';
import { enterEdition } from '#server/programme/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/changes.route.ts';
import { EditionHead } from './edition-head.tsx';
import { EditionNav } from './edition-nav.tsx';
import { changeWords } from './prepare/change-words.ts';
import './programme.css';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterEdition(services, viewer, params.edition, `/editions/${params.edition}/changes`);
  const [edition, versions] = await Promise.all([
    findEdition(services.db, scope),
    listProgrammeVersions(services.db, scope, { limit: 100 }),
  ]);
  return { edition, versions, organises: scope.can.organise };
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: m.programme_changes_page_title({ edition: loaderData?.edition.name ?? '', brand: m.common_brand() }) }];
}

/** What changed in the programme from one published version to the next, newest first. */
export default function ProgrammeChanges({ loaderData: { edition, versions, organises } }: Route.ComponentProps) {
  return (
    <>
      <EditionHead
        edition={edition}
        title={m.programme_changes_title()}
        crumbs={[
          { to: '/editions', label: m.common_nav_editions() },
          { to: `/editions/${edition.slug}`, label: edition.name },
        ]}
      />
      <EditionNav edition={edition} organises={organises} here="/changes" />
      <div className="wrap sect pg-changes">
        {versions.length === 0 ? <p>{m.programme_changes_none()}</p> : null}
        {versions.map(({ number, publishedAt, note, changes }) => (
          <section key={number} aria-labelledby={`v${number}`}>
            <h2 id={`v${number}`}>{m.programme_changes_version({ number })}</h2>
            <p className="meta">
              <Time iso={publishedAt} zone={edition.timeZone} />
            </p>
            {note ? <p className="lines measure">{note}</p> : null}
            {number === 1 ? (
              <p className="measure">{m.programme_changes_first()}</p>
            ) : changes.length === 0 ? (
              <p className="measure">{m.programme_changes_nothing()}</p>
            ) : (
              <ul className="pg-changes__list">
                {changes.map((change) => {
                  const words = changeWords(change);
                  return <li key={words}>{words}</li>;
                })}
              </ul>
            )}
          </section>
        ))}
        <p>
          <A className="btn btn--line" to={`/editions/${edition.slug}/programme`}>
            {m.programme_see_programme()}
          </A>
        </p>
      </div>
    </>
  );
}

import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { LEAST_TOLD } from '#app/model/figures.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { EditionHead } from '#app/programme/edition-head.tsx';
import { EditionNav } from '#app/programme/edition-nav.tsx';
import { A } from '#app/ui/link.tsx';
import { findEdition } from '#db/programme/read.ts';
import { readFigures } from '#server/figures/read-figures.ts';
import { enterEdition } from '#server/programme/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/figures.route.ts';
import { FigureSum } from './figure-sum.tsx';
import { FigureTable } from './figure-table.tsx';
import { kindLabel, originLabel } from './labels.ts';
import './figures.css';

const FORMATS = ['csv', 'xlsx', 'ods'] as const;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterEdition(services, viewer, params.edition, `/editions/${params.edition}/figures`);
  const [edition, figures] = await Promise.all([findEdition(services.db, scope), readFigures(services, scope)]);
  return { edition, figures, organises: scope.can.organise };
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  const name = loaderData?.edition.name ?? '';
  return [{ title: `${m.figures_title()} · ${name} · ${m.common_brand()}` }, { name: 'description', content: m.figures_lede({ name }) }];
}

export default function Figures({ loaderData: { edition, figures, organises } }: Route.ComponentProps) {
  const crumbs = [
    { to: '/editions', label: m.common_nav_editions() },
    { to: `/editions/${edition.slug}`, label: edition.name },
  ];
  return (
    <>
      <EditionHead edition={edition} title={m.figures_title()} crumbs={crumbs} />
      <EditionNav edition={edition} organises={organises} here="/figures" />
      <div className="wrap sect">
        {figures === null ? (
          <p className="lede">{m.figures_early()}</p>
        ) : (
          <>
            <FigureSum figures={figures} />
            <p className="meta fig__note">{(figures.exact ? m.figures_exact : m.figures_protected)({ least: LEAST_TOLD })}</p>
          </>
        )}
        {figures ? (
          <div className="figs">
            <FigureTable
              {...{ id: 't-kinds', title: m.figures_by_kind(), head: [m.figures_kind(), m.figures_people()] }}
              rows={figures.kinds.map(({ key, people }) => ({ key: key ?? '', label: kindLabel(key), values: [people] }))}
            />
            <FigureTable
              {...{ id: 't-origins', title: m.figures_by_origin(), head: [m.figures_origin(), m.figures_people()] }}
              rows={figures.origins.map(({ key, people }) => ({ key: key ?? '', label: originLabel(key), values: [people] }))}
              note={m.figures_origin_note()}
            />
            <FigureTable
              {...{
                id: 't-sessions',
                title: m.figures_by_session(),
                head: [m.figures_session(), m.figures_came(), m.figures_registered()],
              }}
              rows={figures.sessions.map(({ slug, title, came, registered }) => ({
                ...{ key: slug, label: <A to={`/meetings/${slug}`}>{frenchSpaces(title)}</A>, values: [came, registered] },
              }))}
            />
            <div className="figs__col">
              <FigureTable
                {...{ id: 't-themes', title: m.figures_by_theme(), head: [m.figures_theme(), m.figures_came(), m.figures_sessions()] }}
                rows={figures.themes.map(({ name, came, sessions }) => ({ key: name, label: name, values: [came, sessions] }))}
                note={m.figures_theme_note()}
              />
              <FigureTable
                {...{ id: 't-years', title: m.figures_by_year(), head: [m.figures_edition(), m.figures_came(), m.figures_registered()] }}
                rows={figures.years.map(({ slug, name, came, registered }) => ({
                  ...{ key: slug, label: <A to={`/editions/${slug}/figures`}>{name}</A>, values: [came, registered] },
                }))}
              />
            </div>
            <section aria-labelledby="t-files">
              <div className="sect__h">
                <h2 id="t-files">{m.figures_files()}</h2>
              </div>
              <p className="row">
                {FORMATS.map((format) => (
                  <a className="btn btn--line" key={format} href={localePath(`/editions/${edition.slug}/figures/${format}`)}>
                    {format.toUpperCase()}
                  </a>
                ))}
              </p>
            </section>
          </div>
        ) : null}
      </div>
    </>
  );
}

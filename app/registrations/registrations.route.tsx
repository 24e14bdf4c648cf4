import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { REGISTRATION_LIMITS } from '#app/model/registrations.ts';
import { isUuid } from '#app/model/uuid.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { findEdition } from '#db/programme/read.ts';
import { countRegistered } from '#db/registrations/read-counts.ts';
import { countRegistrations, listRegistrations } from '#db/registrations/read-list.ts';
import { listPlacesOfSessions } from '#db/registrations/read-places.ts';
import { findSettings } from '#db/registrations/read-settings.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { refuse } from '#server/refusals.ts';
import { seatByHand } from '#server/registrations/organise.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/registrations.route.ts';
import { filterOf, queryOf } from './list-filter.ts';
import { OrganiseHead } from './organise-head.tsx';
import { RegistrationFilters } from './registration-filters.tsx';
import { RegistrationTable } from './registration-table.tsx';
import './registrations.css';

const pathOf = (edition: string) => `/editions/${edition}/registrations`;

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: m.registrations_page({ title: m.registrations_list_title({ edition: loaderData?.edition.name ?? '' }) }) }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, pathOf(params.edition));
  const { searchParams } = new URL(request.url);
  const filter = filterOf(searchParams);
  const size = REGISTRATION_LIMITS.page;
  const { db } = services;
  const [edition, settings, counts, sessions, rows, found] = await Promise.all([
    findEdition(db, scope),
    findSettings(db, scope),
    countRegistered(db, scope),
    listPlacesOfSessions(db, scope),
    listRegistrations(db, scope, filter, { limit: size, offset: (filter.page - 1) * size }),
    countRegistrations(db, scope, filter),
  ]);
  const said = searchParams.get('said');
  return {
    ...{ edition, rows, found, filter, pages: Math.ceil(found / size), capacity: settings.capacity, opensOn: settings.opensOn },
    counts: { registered: counts.edition, waiting: counts.waiting },
    sessions: sessions.map(({ meetingId, title, registered, waiting, capacity }) => ({
      id: meetingId,
      title,
      registered,
      waiting,
      capacity,
    })),
    said: said === 'seated' ? m.registrations_said_seated() : said === 'added' ? m.registrations_said_added() : null,
  };
}

/** A place given by hand, to somebody who waits. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const path = pathOf(params.edition);
  const scope = await organiseEdition(services, viewer, params.edition, path);
  if (!viewer) return refuse(viewer, path);
  const form = await readForm(request);
  const registrationId = form.get('registration');
  const session = form.get('session');
  if (!isUuid(registrationId) || (session && !isUuid(session)))
    return data({ refused: m.registrations_refused_not_waiting() }, { status: 400 });
  const meetingId = isUuid(session) ? session : null;
  const seated = await seatByHand(services, { viewer, scope, registrationId, meetingId });
  if (!seated.ok) return data({ refused: m.registrations_refused_not_waiting() }, { status: 409 });
  const filter = filterOf(new URL(request.url).searchParams);
  const query = queryOf(filter, filter.page);
  return redirect(`${localePath(path)}${query}${query ? '&' : '?'}said=seated`);
}

export default function Registrations({ loaderData, actionData }: Route.ComponentProps) {
  const { edition, rows, found, filter, pages, counts, capacity, sessions, said, opensOn } = loaderData;
  const path = pathOf(edition.slug);
  return (
    <>
      <OrganiseHead edition={edition} title={m.registrations_list_title({ edition: edition.name })} said={said} />
      <div className="wrap rg">
        {actionData ? (
          <Notice look="err" role="alert">
            {actionData.refused}
          </Notice>
        ) : null}
        {opensOn === null ? <Notice look="warn">{m.registrations_not_set_up()}</Notice> : null}
        <div className="rg-top">
          <p className="rg-counts">
            <span>
              <b>{counts.registered}</b> {capacity === null ? m.registrations_count_places() : m.registrations_count_of({ capacity })}
            </span>
            <span>
              <b>{counts.waiting}</b> {m.registrations_count_waiting()}
            </span>
          </p>
          <p className="row">
            <A className="btn" to={`${path}/new`}>
              {m.registrations_add()}
            </A>
            <A className="btn btn--line" to={`${path}/settings`}>
              {m.registrations_settings()}
            </A>
            <a href="#t-export">{m.registrations_export()}</a>
          </p>
        </div>
        <RegistrationFilters filter={filter} sessions={sessions} path={path} />
        <p aria-live="polite">{m.registrations_found({ count: found })}</p>
        {rows.length > 0 ? <RegistrationTable rows={rows} filter={filter} path={path} /> : null}
        {pages > 1 ? (
          <nav className="row" aria-label={m.registrations_pages()}>
            {filter.page > 1 ? <A to={path + queryOf(filter, filter.page - 1)}>{m.registrations_page_before()}</A> : null}
            <span>{m.registrations_page_of({ page: filter.page, pages })}</span>
            {filter.page < pages ? <A to={path + queryOf(filter, filter.page + 1)}>{m.registrations_page_after()}</A> : null}
          </nav>
        ) : null}
        <section aria-labelledby="t-export" className="stack">
          <h2 id="t-export">{m.registrations_export()}</h2>
          <p className="meta">{m.registrations_export_what()}</p>
          <p className="row">
            {(['csv', 'xlsx', 'ods'] as const).map((format) => (
              <a key={format} className="btn btn--line" href={`${localePath(`${path}/export/${format}`)}`} download>
                <Icon name="download-simple" />
                {format.toUpperCase()}
              </a>
            ))}
          </p>
        </section>
      </div>
    </>
  );
}

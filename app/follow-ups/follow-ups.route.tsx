import { redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { FOLLOW_UP_LISTS, type FollowUpList } from '#app/model/follow-ups.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { countFollowUps, countUntold, listFollowUps, listOwners } from '#db/follow-ups/read.ts';
import { readGroup } from '#db/groups/read.ts';
import { enterFollowUps } from '#server/follow-ups/access.ts';
import { closeFollowUp } from '#server/follow-ups/close-follow-up.ts';
import { notifyOwners } from '#server/follow-ups/notify-owners.ts';
import { organiseGroup } from '#server/groups/access.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/follow-ups.route.ts';
import { addressOf, readFilter } from './follow-up-address.ts';
import { FollowUpLedger } from './follow-up-ledger.tsx';
import { FollowUpsSide } from './follow-ups-side.tsx';
import './follow-ups.css';

const A_PAGE = 50;
const OWNERS = 200;

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: `${m.follow_ups_list_page({ group: loaderData?.group.name ?? '' })} · ${m.common_brand()}` }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const { db, clock } = services;
  const scopes = await enterFollowUps(services, viewer, params.group);
  const { searchParams } = new URL(request.url);
  const filter = readFilter(searchParams);
  const group = await readGroup(db, scopes.group);
  const today = clock.now().toZonedDateTimeISO(group.timeZone).toPlainDate().toString();
  const { organised } = scopes;
  const [rows, counts, owners, untold] = await Promise.all([
    listFollowUps(db, scopes, filter, { today, limit: A_PAGE + 1, offset: (filter.page - 1) * A_PAGE }),
    countFollowUps(db, scopes, today),
    listOwners(db, scopes.group, { limit: OWNERS }),
    organised ? countUntold(db, { group: organised, network: scopes.network }) : 0,
  ]);
  const sent = Number(searchParams.get('sent') ?? Number.NaN);
  return {
    group: { slug: group.slug, name: group.name },
    ...{ filter, today, counts, owners, untold, can: scopes.group.can },
    ...{ rows: rows.slice(0, A_PAGE), more: rows.length > A_PAGE },
    sent: Number.isInteger(sent) && sent >= 0 && organised ? sent : null,
    saved: searchParams.has('saved'),
  };
}

export type FollowUpsPage = Awaited<ReturnType<typeof loader>>;

/** One click of an organiser: an action is done, or its owners are told. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const path = `/groups/${params.group}/follow-ups`;
  const scope = await organiseGroup(services, viewer, params.group, path);
  if (!viewer) return refuse(viewer, path);
  const form = await readForm(request);
  if (form.get('intent') === 'notify') {
    const sent = await notifyOwners(services, { viewer, scope });
    return redirect(`${localePath(path)}?sent=${sent}#owners`);
  }
  const id = parseUuid(form.get('followUp'));
  if (form.get('intent') !== 'done' || !id) return notFound();
  const closed = await closeFollowUp(services, { viewer, scope, id, done: true });
  if (!closed.ok) return notFound();
  return redirect(localePath(addressOf(params.group, readFilter(new URL(request.url).searchParams))));
}

const NAMES: Record<FollowUpList, () => string> = {
  open: m.follow_ups_show_open,
  overdue: m.follow_ups_show_overdue,
  unsettled: m.follow_ups_show_unsettled,
  done: m.follow_ups_show_done,
  decisions: m.follow_ups_show_decisions,
};
const EMPTY: Record<FollowUpList, () => string> = {
  open: m.follow_ups_none_open,
  overdue: m.follow_ups_none_overdue,
  unsettled: m.follow_ups_none_unsettled,
  done: m.follow_ups_none_done,
  decisions: m.follow_ups_none_decisions,
};

export default function FollowUps({ loaderData }: Route.ComponentProps) {
  const { group, filter, rows, today, can, counts, more, saved } = loaderData;
  const lists = FOLLOW_UP_LISTS.filter((show) => can.organise || show !== 'unsettled');
  const query = addressOf(group.slug, filter).replace(/^[^?]*/, '');
  return (
    <>
      <div className="wrap ph">
        <Breadcrumb crumbs={[{ to: `/groups/${group.slug}`, label: group.name }]} />
        <div className="ph__grid">
          <div>
            <h1>{m.follow_ups_list_title()}</h1>
            <p className="lede">{m.follow_ups_list_lede()}</p>
          </div>
        </div>
      </div>
      <nav className="subnav" aria-label={m.follow_ups_list_nav()}>
        <div className="wrap">
          <ul>
            {lists.map((show) => (
              <li key={show}>
                <A to={addressOf(group.slug, { ...filter, show, page: 1 })} aria-current={show === filter.show ? 'page' : undefined}>
                  {NAMES[show]()} <span className="fu-count">{counts[show]}</span>
                </A>
              </li>
            ))}
          </ul>
        </div>
      </nav>
      <div className="wrap sect">
        <div className="two">
          <section aria-labelledby="t-list">
            <h2 className="vh" id="t-list">
              {NAMES[filter.show]()}
            </h2>
            {saved ? (
              <Notice look="ok" role="status">
                {m.follow_ups_edit_saved()}
              </Notice>
            ) : null}
            {rows.length > 0 ? (
              <FollowUpLedger rows={rows} slug={group.slug} today={today} organise={can.organise} query={query} />
            ) : (
              <p className="meta">{EMPTY[filter.show]()}</p>
            )}
            <Pages slug={group.slug} filter={filter} more={more} />
          </section>
          <FollowUpsSide {...loaderData} />
        </div>
      </div>
    </>
  );
}

function Pages({ slug, filter, more }: { slug: string; filter: FollowUpsPage['filter']; more: boolean }) {
  if (filter.page === 1 && !more) return null;
  const to = (page: number) => addressOf(slug, { ...filter, page });
  return (
    <nav className="row fu-pages" aria-label={m.follow_ups_pages()}>
      {filter.page > 1 ? <A to={to(filter.page - 1)}>{m.follow_ups_page_before()}</A> : null}
      {more ? <A to={to(filter.page + 1)}>{m.follow_ups_page_after()}</A> : null}
    </nav>
  );
}

import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatWhen, localTime } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { whenOf } from '#app/model/when.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { A } from '#app/ui/link.tsx';
import { listMinutes, type MinutesListRow } from '#db/minutes/read.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/minutes-list.route.ts';
import './minutes.css';

const PAGE = 30;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const query = new URL(request.url).searchParams;
  const scope = await enterNetwork(services, viewer);
  const group = query.get('group') ?? undefined;
  const rows = await listMinutes(services.db, scope, { limit: PAGE + 1, group, before: instantOf(query.get('before')) });
  const more = rows.length > PAGE ? (rows[PAGE - 1]?.publishedAt ?? null) : null;
  return { rows: rows.slice(0, PAGE), more, group: group ?? null };
}

/** What stands in an address is anybody's: only an instant goes into the query. */
function instantOf(text: string | null): string | undefined {
  return text && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${m.minutes_title()} · Tertulia` },
  {
    tagName: 'link',
    rel: 'alternate',
    type: 'application/atom+xml',
    href: feedOf(loaderData?.group ?? null),
    title: m.sending_feed_link(),
  },
];

const feedOf = (group: string | null) => (group ? `/feeds/groups/${group}.atom` : '/feeds/minutes.atom');

export default function MinutesList({ loaderData: { rows, more, group } }: Route.ComponentProps) {
  const older = new URLSearchParams({ ...(group ? { group } : {}), ...(more ? { before: more } : {}) });
  return (
    <div className="wrap page">
      <Breadcrumb />
      <h1>{m.minutes_title()}</h1>
      <p className="lede">{m.minutes_intro()}</p>
      <p>
        <a href={feedOf(group)}>{m.sending_feed_link()}</a>
      </p>
      {group ? (
        <p>
          <A to="/minutes">{m.minutes_filter_all()}</A>
        </p>
      ) : null}
      {rows.length === 0 ? (
        <div className="empty">
          <h2>{m.minutes_empty_title()}</h2>
          <p>{m.minutes_empty_text()}</p>
        </div>
      ) : (
        <ul className="crs crs--page">
          {rows.map((row) => (
            <Row key={row.slug} row={row} />
          ))}
        </ul>
      )}
      {more ? (
        <p>
          <A className="btn btn--line" to={`/minutes?${older}`}>
            {m.minutes_more()}
          </A>
        </p>
      ) : null}
    </div>
  );
}

function Row({ row }: { row: MinutesListRow }) {
  const locale = getLocale();
  const { date } = formatWhen(whenOf(row.edtf), { zone: row.timeZone, locale });
  const published = formatDay(localTime(row.publishedAt, row.timeZone).slice(0, 10), locale);
  return (
    <li>
      <h2>
        <A to={`/minutes/${row.slug}`}>{frenchSpaces(row.title)}</A>
      </h2>
      <p className="crs__k">
        <span>{date}</span>
        <span>{row.groupName}</span>
        <span>{m.minutes_published_on({ date: published })}</span>
      </p>
    </li>
  );
}

import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay } from '#app/model/format-when.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { listOpenImports } from '#db/imports/read.ts';
import { listOrganisedGroups } from '#db/meetings/read-form.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/imports.route.ts';
import './imports.css';

const MOST = 200;

export function meta() {
  return [{ title: `${m.imports_title()} · ${m.common_brand()}` }];
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  if (!viewer) return refuse(viewer, '/imports');
  const network = await enterNetwork(services, viewer);
  if ((await listOrganisedGroups(services.db, network)).length === 0) return notFound();
  const dropped = new URL(request.url).searchParams.get('done') === 'dropped';
  const rows = await listOpenImports(services.db, network, { limit: MOST });
  return { dropped, imports: rows.map((row) => ({ ...row, day: row.updatedAt.slice(0, 10) })) };
}

export default function Imports({ loaderData: { imports, dropped } }: Route.ComponentProps) {
  return (
    <div className="wrap fm-head imp-list">
      <Breadcrumb crumbs={[{ to: '/minutes', label: m.minutes_title() }]} />
      <h1>{m.imports_title()}</h1>
      {dropped ? (
        <Notice look="ok" role="status">
          {m.imports_dropped()}
        </Notice>
      ) : null}
      <p className="lede">{m.imports_list_what()}</p>
      <p>
        <A className="btn" to="/imports/new">
          <Icon name="plus" />
          {m.imports_new()}
        </A>
      </p>
      {imports.length === 0 ? (
        <p className="meta">{m.imports_none()}</p>
      ) : (
        <ul className="imp-rows">
          {imports.map((row) => (
            <li key={row.id}>
              <A to={`/imports/${row.id}`}>{row.title || row.fileName}</A>
              <span className="meta">
                {[row.groupName, row.fileName, m.imports_since({ day: formatDay(row.day, getLocale()) })].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

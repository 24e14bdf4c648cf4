import { chosenZone, ownZone } from '#app/calendar/own-zone.ts';
import { m } from '#app/messages/compiled/messages.js';
import { GROUP_KINDS, type GroupKind } from '#app/model/groups.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { listGroups } from '#db/groups/read.ts';
import { findNetwork } from '#db/home/read.ts';
import { enterNetwork, isGroupCreator } from '#server/groups/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/groups.route.ts';
import { GroupLedger } from './group-ledger.tsx';
import './groups.css';

/** More than any network has; beyond it, the directory of groups needs a search. */
const MOST = 300;

export function meta(): Route.MetaDescriptors {
  return [{ title: m.groups_page({ title: m.groups_title() }) }];
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterNetwork(services, viewer);
  const now = services.clock.now().toString();
  const [groups, mayCreate, network] = await Promise.all([
    listGroups(services.db, scope, { now, limit: MOST }),
    isGroupCreator(services, viewer),
    findNetwork(services.db, scope),
  ]);
  const clock = ownZone(chosenZone(viewer, request.headers.get('cookie')), network);
  return { groups, mayCreate, year: now.slice(0, 4), clock };
}

export default function Groups({ loaderData: { groups, mayCreate, year, clock } }: Route.ComponentProps) {
  const kinds = GROUP_KINDS.filter((kind) => groups.some((group) => group.kind === kind));
  return (
    <>
      <div className="wrap ph">
        <Breadcrumb />
        <div className="ph__grid">
          <div>
            <h1>{m.groups_title()}</h1>
            <p className="lede">{m.groups_lede()}</p>
          </div>
          {mayCreate ? (
            <div className="ph__cta">
              <A className="btn" to="/groups/new">
                <Icon name="plus" />
                {m.groups_new()}
              </A>
            </div>
          ) : null}
        </div>
      </div>
      <div className="wrap gl">
        {kinds.map((kind) => (
          <section key={kind} aria-labelledby={`g-${kind}`}>
            <div className="sect__h">
              <h2 id={`g-${kind}`}>{headingOf(kind)}</h2>
            </div>
            <GroupLedger groups={groups.filter((group) => group.kind === kind)} year={year} clock={clock} />
          </section>
        ))}
        {groups.length === 0 ? (
          <div className="empty">
            <Icon name="users-three" />
            <h2>{m.groups_none()}</h2>
            <p>{mayCreate ? m.groups_none_create() : m.groups_none_why()}</p>
          </div>
        ) : null}
      </div>
    </>
  );
}

function headingOf(kind: GroupKind): string {
  if (kind === 'network') return m.groups_kinds_network();
  return kind === 'country' ? m.groups_kinds_country() : m.groups_kinds_thematic();
}

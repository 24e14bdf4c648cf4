import { m } from '#app/messages/compiled/messages.js';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { countOrganisations, listOrganisations } from '#db/directory/read.ts';
import { listPeopleOf, listPeopleOfNone } from '#db/directory/read-people.ts';
import { maySeePeople } from '#server/directory/policy.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/directory.route.ts';
import { filterOf } from './directory-filter.ts';
import { DirectoryFilters } from './directory-filters.tsx';
import { DirectoryList } from './directory-list.tsx';
import './directory.css';

const ON_A_PAGE = 40;
const PEOPLE = 500;

export function meta(): Route.MetaDescriptors {
  return [{ title: m.directory_page() }];
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterNetwork(services, viewer);
  const people = maySeePeople(scope);
  const filter = filterOf(new URL(request.url).searchParams);
  const [found, facets] = await Promise.all([
    listOrganisations(services.db, scope, filter, { limit: ON_A_PAGE, offset: (filter.page - 1) * ON_A_PAGE, people }),
    countOrganisations(services.db, scope, filter, people),
  ]);
  const ids = found.map((one) => one.id);
  const theirs = people ? await listPeopleOf(services.db, scope, ids, { limit: PEOPLE }) : [];
  const organisations = found.map((one) => {
    const its = theirs.filter((person) => person.organisationId === one.id);
    return { ...one, people: its, editable: its.some((person) => person.editable) };
  });
  const more = facets.total > filter.page * ON_A_PAGE;
  // after the last organisation, unless the reader asked for organisations of some kind or country
  const alone = people && !more && filter.country === null && filter.kinds.length === 0;
  const others = alone ? await listPeopleOfNone(services.db, scope, { text: filter.text, limit: PEOPLE }) : [];
  return { organisations, others, facets, filter, seesPeople: people, more };
}

export type DirectoryPage = Awaited<ReturnType<typeof loader>>;

export default function Directory({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <div className="wrap dir-head">
        <Breadcrumb />
        <div className="dir-head__g">
          <div>
            <h1>{m.directory_title()}</h1>
            <p className="lede dh__lede">{m.directory_lede()}</p>
          </div>
        </div>
      </div>
      <div className="wrap">
        <div className="dir">
          <DirectoryFilters {...loaderData} />
          <DirectoryList {...loaderData} />
        </div>
      </div>
    </>
  );
}

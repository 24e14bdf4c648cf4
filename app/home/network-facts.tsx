import { m } from '#app/messages/compiled/messages.js';
import { Monogram } from '#app/ui/avatar.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import type { HomeData } from './home.route.tsx';

/** Who meets here: how many organisations of how many countries, and the groups. */
export function NetworkFacts({ groups, counts }: Pick<HomeData, 'groups' | 'counts'>) {
  return (
    <div className="wrap sect h-cols">
      <section aria-labelledby="t-network">
        <div className="sect__h">
          <h2 id="t-network">{m.common_network()}</h2>
          <A to="/directory">{m.common_nav_directory()}</A>
        </div>
        <p className="facts">
          {counts.organisations === 0 ? (
            m.home_network_empty()
          ) : (
            <Marked text={m.home_network_facts({ organisations: counts.organisations, countries: counts.countries })} />
          )}
        </p>
      </section>
      <section aria-labelledby="t-groups">
        <div className="sect__h">
          <h2 id="t-groups">{m.common_nav_groups()}</h2>
          <A to="/groups">{m.home_all_groups()}</A>
        </div>
        {groups.length === 0 ? (
          <p className="meta">{m.home_no_groups()}</p>
        ) : (
          <ul className="grp">
            {groups.map((group) => (
              <li key={group.slug}>
                <Monogram name={group.name} letters={group.country} />
                <h3>
                  <A to={`/groups/${group.slug}`}>{group.name}</A>
                </h3>
                <Icon name="caret-right" />
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

/** A sentence of the catalogue in which *stars* stand around what is marked. */
function Marked({ text }: { text: string }) {
  return text.split('*').map((part, place) => (place % 2 === 1 ? <mark key={part}>{part}</mark> : part));
}

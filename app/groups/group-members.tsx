import { m } from '#app/messages/compiled/messages.js';
import { Monogram } from '#app/ui/avatar.tsx';
import { A } from '#app/ui/link.tsx';
import type { GroupPage } from './group.route.tsx';

/** The bodies that take part; the people behind them are for members (see policy.ts). */
export function GroupMembers({ group, organisations, memberCount }: GroupPage) {
  if (organisations.length === 0 && memberCount === null) return null;
  return (
    <section className="sect sect--next" id="members" aria-labelledby="t-members">
      <div className="sect__h">
        <h2 id="t-members">{m.groups_members()}</h2>
        {memberCount === null ? null : <A to={`/groups/${group.slug}/members`}>{m.groups_people_count({ count: memberCount })}</A>}
      </div>
      <ul className="orgs">
        {organisations.map((organisation) => (
          <li key={organisation.id}>
            <Monogram name={organisation.name} />
            <span>{organisation.name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

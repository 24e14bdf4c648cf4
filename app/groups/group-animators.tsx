import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Person } from '#app/ui/person.tsx';
import type { GroupPage } from './group.route.tsx';
import { placeOf } from './names.ts';

/** Who leads the group, for those who may see its members; visitors are told how to keep up with it instead. */
export function GroupAnimators({ group, organisers, can }: GroupPage) {
  if (!can.seeMembers)
    return (
      <aside aria-labelledby="t-follow">
        <div className="sect__h">
          <h2 id="t-follow">{m.groups_follow()}</h2>
        </div>
        <p className="small">{m.groups_follow_what()}</p>
        <p className="row ga__do">
          <A className="btn btn--line btn--wide" to="#feeds">
            <Icon name="calendar-plus" />
            {m.groups_subscribe_meetings()}
          </A>
        </p>
        <p className="meta">{m.groups_members_sign_in()}</p>
      </aside>
    );
  return (
    <aside aria-labelledby="t-who">
      <div className="sect__h">
        <h2 id="t-who">{m.groups_who_leads()}</h2>
      </div>
      <ul className="stack">
        {organisers.map((person) => (
          <li key={person.personId}>
            <Person id={person.personId} name={`${person.givenName} ${person.familyName}`} role={placeOf(person)} size="lg" />
          </li>
        ))}
      </ul>
      <p className="row ga__do">
        <A className="btn btn--line btn--wide" to={`/groups/${group.slug}/members`}>
          <Icon name="users-three" />
          {can.organise ? m.groups_manage_members() : m.groups_see_members()}
        </A>
      </p>
    </aside>
  );
}

import { m } from '#app/messages/compiled/messages.js';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { GroupPage } from './group.route.tsx';
import { groupKindName } from './names.ts';

/** What the group is, and the ways on: subscribe, and for its organisers plan a meeting and edit. */
export function GroupHead({ group, can, organisations, memberCount }: GroupPage) {
  const [lede, ...more] = group.description.split(/\n{2,}/);
  return (
    <>
      <div className="wrap ph">
        <Breadcrumb crumbs={[{ to: '/groups', label: m.groups_title() }]} />
        <div className="ph__grid">
          <div>
            <h1>{group.name}</h1>
            {lede ? <p className="lede pre">{lede}</p> : null}
            {more.map((paragraph) => (
              <p className="gh__more pre" key={paragraph}>
                {paragraph}
              </p>
            ))}
            <p className="row gh__tags">
              <Tag look="soft">{groupKindName(group)}</Tag>
              {group.visibility === 'members' ? <Tag icon="lock-simple">{m.groups_for_members()}</Tag> : null}
            </p>
          </div>
          <div className="ph__cta">
            {can.organise ? (
              <>
                <A className="btn btn--line" to={`/groups/${group.slug}/edit`}>
                  <Icon name="pencil-simple" />
                  {m.groups_edit_short()}
                </A>
                <A className="btn" to={`/meetings/new?group=${group.slug}`}>
                  <Icon name="plus" />
                  {m.groups_plan_meeting()}
                </A>
              </>
            ) : (
              <A className="btn btn--line" to="#feeds">
                <Icon name="calendar-plus" />
                {m.groups_subscribe()}
              </A>
            )}
          </div>
        </div>
      </div>
      <nav className="subnav" aria-label={m.groups_on_this_page()}>
        <div className="wrap">
          <ul>
            <li>
              <a href="#meetings">{m.groups_meetings()}</a>
            </li>
            {organisations.length > 0 || memberCount !== null ? (
              <li>
                <a href="#members">{m.groups_members()}</a>
              </li>
            ) : null}
            <li>
              <a href="#feeds">{m.groups_feeds()}</a>
            </li>
          </ul>
        </div>
      </nav>
    </>
  );
}

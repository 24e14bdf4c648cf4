import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import type { GroupPage } from './group.route.tsx';

/** The addresses that calendar applications subscribe to, and the group's published minutes. */
export function GroupFeeds({ group, origin }: GroupPage) {
  const feed = `/feeds/groups/${group.slug}.ics`;
  return (
    <section className="sect sect--next" id="feeds" aria-labelledby="t-feeds">
      <div className="sect__h">
        <h2 id="t-feeds">{m.groups_feeds()}</h2>
        <A to="/subscribe">{m.groups_feeds_how()}</A>
      </div>
      <ul className="feeds">
        <li>
          <Icon name="calendar-blank" />
          <span>
            {m.groups_feed_meetings()}
            <code>{`${origin}${feed}`}</code>
          </span>
          <a className="btn btn--line btn--sm" href={`${origin.replace(/^https?:/, 'webcal:')}${feed}`}>
            {m.groups_subscribe()}
          </a>
        </li>
        <li>
          <Icon name="download-simple" />
          <span>
            {m.groups_feed_file()}
            <span className="meta gf__what">{m.groups_feed_file_what()}</span>
          </span>
          <a className="btn btn--line btn--sm" href={feed}>
            {m.groups_feed_download()}
          </a>
        </li>
        <li>
          <Icon name="file-text" />
          <span>
            {m.groups_feed_minutes()}
            <code>{`${origin}/feeds/groups/${group.slug}.atom`}</code>
          </span>
          <A className="btn btn--line btn--sm" to={`/minutes?group=${group.slug}`}>
            {m.groups_feed_read()}
          </A>
        </li>
      </ul>
    </section>
  );
}

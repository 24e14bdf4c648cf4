import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { Time } from '#app/ui/time.tsx';
import type { PersonalFeedRow } from '#db/calendar/read-personal-feeds.ts';
import { subscribeAddress } from './calendar-address.ts';
import '#app/meetings/fold.css';
import { alarmLabel, holdsLabel } from './personal-feed-form.ts';

/** One's personal feeds, each with the button that ends it. For /account and /subscribe; /subscribe does what the buttons say. */
export function PersonalFeeds({ feeds, zone, on }: { feeds: readonly PersonalFeedRow[]; zone: string; on: 'account' | 'subscribe' }) {
  return (
    <section className="account__part" aria-labelledby="personal-feeds">
      <h2 id="personal-feeds">{m.calendar_mine_list_title()}</h2>
      <p>{feeds.length > 0 ? m.calendar_mine_list_what() : m.calendar_mine_none()}</p>
      {feeds.length > 0 ? (
        <ul className="ledger account__ledger">
          {feeds.map((feed) => (
            <FeedLine key={feed.id} feed={feed} zone={zone} on={on} />
          ))}
        </ul>
      ) : null}
      {on === 'account' ? (
        <p className="account__all">
          <A className="btn btn--line" to={subscribeAddress('mine')}>
            <Icon name="calendar-plus" />
            {m.calendar_mine_add()}
          </A>
        </p>
      ) : null}
    </section>
  );
}

function FeedLine({ feed, zone, on }: { feed: PersonalFeedRow; zone: string; on: string }) {
  const name = feed.name || m.calendar_mine_unnamed();
  return (
    <li className="ledger__row">
      <div className="ledger__m">
        <Time iso={feed.createdAt.slice(0, 10)} />
      </div>
      <div className="ledger__b">
        <b>{name}</b>
        <p className="meta">
          {holdsLabel(feed.holds)}, {alarmLabel(feed.alarmMinutes).toLocaleLowerCase()}
        </p>
        <p className="meta">
          {feed.rotatedAt ? (
            <>
              {m.feeds_rotated_on()} <Time iso={feed.rotatedAt} zone={zone} />
              {'. '}
            </>
          ) : null}
          {feed.lastUsedAt ? (
            <>
              {m.calendar_mine_last_used()} <Time iso={feed.lastUsedAt} zone={zone} />
            </>
          ) : (
            m.calendar_mine_never_used()
          )}
        </p>
      </div>
      <div className="ledger__e">
        <Form method="post" action={localePath(subscribeAddress('mine'))}>
          <input type="hidden" name="id" value={feed.id} />
          <input type="hidden" name="on" value={on} />
          <details className="fold">
            <summary aria-label={m.feeds_rotate_of({ name })}>{m.feeds_rotate()}</summary>
            <p className="small">{m.feeds_rotate_ask()}</p>
            <SubmitButton look="quiet" size="sm" name="intent" value="rotate" aria-label={m.feeds_rotate_confirm_of({ name })}>
              {m.feeds_rotate_confirm()}
            </SubmitButton>
          </details>
          <SubmitButton look="line" size="sm" name="intent" value="revoke" aria-label={m.calendar_mine_revoke_of({ name })}>
            {m.calendar_mine_revoke()}
          </SubmitButton>
        </Form>
      </div>
    </li>
  );
}

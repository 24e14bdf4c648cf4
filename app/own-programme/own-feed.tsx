import { FeedDestinations } from '#app/calendar/feed-destinations.tsx';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { Time } from '#app/ui/time.tsx';
import type { OwnFeed } from '#db/own-programme/read.ts';
import '#app/calendar/subscribe.css';

interface OwnFeedPartProps {
  edition: { slug: string; timeZone: string };
  feed: OwnFeed | null;
  /** Just made, and told this once; null: none was. */
  address: string | null;
  any: boolean;
}

/** One's own programme in one's own calendar: an address that only its owner knows, and can end. */
export function OwnFeedPart({ edition, feed, address, any }: OwnFeedPartProps) {
  if (!any && !feed && !address) return null;
  return (
    <section className="own__part no-print" aria-labelledby="t-feed">
      <h2 id="t-feed">{m.own_programme_feed_title()}</h2>
      <p>{m.own_programme_feed_what()}</p>
      {address ? (
        <>
          <Notice look="ok" role="status">
            <b>{m.own_programme_feed_made()}</b>
            <p>{m.own_programme_feed_once()}</p>
          </Notice>
          <FeedDestinations address={address} name={m.own_programme_title()} download={false} />
        </>
      ) : null}
      {feed && !address ? (
        <p className="meta">
          {m.own_programme_feed_since()} <Time iso={feed.createdAt} zone={edition.timeZone} />.{' '}
          {feed.usedAt ? (
            <>
              {m.own_programme_feed_used()} <Time iso={feed.usedAt} zone={edition.timeZone} />.
            </>
          ) : (
            m.own_programme_feed_unused()
          )}
        </p>
      ) : null}
      <form method="post" action={localePath(`/editions/${edition.slug}/my-programme`)} className="row">
        {address ? null : (
          <SubmitButton look={feed ? 'line' : 'primary'} icon="calendar-plus" name="intent" value="feed">
            {feed ? m.own_programme_feed_again() : m.own_programme_feed_make()}
          </SubmitButton>
        )}
        {feed || address ? (
          <SubmitButton look="line" name="intent" value="end-feed">
            {m.own_programme_feed_end()}
          </SubmitButton>
        ) : null}
      </form>
      {feed && !address ? <p className="meta">{m.own_programme_feed_again_what()}</p> : null}
    </section>
  );
}

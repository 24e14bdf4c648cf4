import { m } from '#app/messages/compiled/messages.js';
import { FEED_TYPES, feedPath, type PublicFeed } from '#app/model/calendar.ts';

/**
 * How to add a calendar as an account (CalDAV), which brings changes within minutes. `password` null: a public one, which
 * phones that insist on a name and a password read under the name of the public.
 */
export function DavAccess({ address, password }: { address: string; password: string | null }) {
  return (
    <details className="dav">
      <summary>{m.feeds_dav_title()}</summary>
      <p>{m.feeds_dav_why()}</p>
      <dl>
        <dt>{m.feeds_dav_address()}</dt>
        <dd>
          <code>{address}</code>
        </dd>
        <dt>{m.feeds_dav_user()}</dt>
        <dd>{password === null ? <code>public</code> : m.feeds_dav_any_user()}</dd>
        <dt>{m.feeds_dav_secret()}</dt>
        <dd>{password === null ? m.feeds_dav_any_password() : <code>{password}</code>}</dd>
      </dl>
      <ul>
        <li>{m.feeds_dav_ios()}</li>
        <li>{m.feeds_dav_thunderbird()}</li>
        <li>{m.feeds_dav_android()}</li>
      </ul>
    </details>
  );
}

/** The same entries for news readers and programs. */
export function OtherForms({ feed }: { feed: PublicFeed }) {
  return (
    <p className="hint">
      {m.feeds_other_forms()}{' '}
      <a href={feedPath(feed, 'atom')} type={FEED_TYPES.atom}>
        Atom
      </a>
      {', '}
      <a href={feedPath(feed, 'json')} type={FEED_TYPES.json}>
        JSON (JSCalendar)
      </a>
    </p>
  );
}

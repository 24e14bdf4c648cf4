import { m } from '#app/messages/compiled/messages.js';
import { A } from './link.tsx';

export type ErrorKind = 'missing' | 'forbidden' | 'broken';

/** What happened, what is safe, what to do. */
export function ErrorPage({ kind }: { kind: ErrorKind }) {
  const words = {
    missing: { code: '404', title: m.common_missing_title(), what: m.common_missing_what(), next: m.common_missing_next() },
    forbidden: { code: '403', title: m.common_forbidden_title(), what: m.common_forbidden_what(), next: m.common_forbidden_next() },
    broken: { code: '500', title: m.common_broken_title(), what: m.common_broken_what(), next: m.common_broken_next() },
  }[kind];
  return (
    <div className="wrap oops">
      <title>{`${words.title} · ${m.common_brand()}`}</title>
      <p className="bigdate" aria-hidden="true">
        <span className="bigdate__n oops__n">{words.code}</span>
      </p>
      <div className="stack">
        <h1>{words.title}</h1>
        <p className="lede">{words.what}</p>
        <p>{words.next}</p>
        <p className="row">
          <A className="btn" to="/">
            {m.common_back_home()}
          </A>
          <A className="btn btn--line" to="/calendar">
            {m.common_see_calendar()}
          </A>
        </p>
      </div>
    </div>
  );
}

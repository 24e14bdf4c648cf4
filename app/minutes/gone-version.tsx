import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, localTime } from '#app/model/format-when.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { A } from '#app/ui/link.tsx';
import type { RedactedVersion } from '#server/minutes/access.ts';
import './minutes.css';

interface GoneVersionProps {
  version: RedactedVersion;
  /** Slug. */
  meeting: string;
}

/** In place of a version whose text was redacted away: when, why, what to read now, and what its hashes still prove. */
export function GoneVersion({ version, meeting }: GoneVersionProps) {
  const day = (instant: string) => formatDay(localTime(instant, 'Europe/Paris').slice(0, 10), getLocale());
  return (
    <div className="wrap page stack">
      <Breadcrumb crumbs={[{ to: '/minutes', label: m.minutes_title() }]} />
      <h1>{m.versions_gone_title({ number: version.number })}</h1>
      <p className="lede">
        {m.versions_gone_when({ published: day(version.publishedAt), date: day(version.redactedAt), number: version.by })}
      </p>
      {version.reason ? <p>{m.versions_gone_why({ reason: version.reason })}</p> : null}
      <p>{m.versions_gone_proof()}</p>
      <p className="row">
        <A className="btn" to={`/minutes/${meeting}`}>
          {m.versions_gone_read({ number: version.latest })}
        </A>
        <a className="btn btn--line" href={`/minutes/${meeting}/v/${version.number}/proof.json`}>
          {m.versions_proof_open()}
        </a>
      </p>
    </div>
  );
}

import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { Time } from '#app/ui/time.tsx';
import type { ProgrammeVersionRow } from '#db/programme/read-versions.ts';
import { changeWords } from './prepare/change-words.ts';

/** Lines of a change list that the edition's page shows before it leads on. */
const MOST = 5;

/** What the last published version changed; nothing before the second. */
export function EditionNews({ edition, version }: { edition: { slug: string; timeZone: string }; version: ProgrammeVersionRow | null }) {
  if (!version || version.number === 1 || version.changes.length === 0) return null;
  return (
    <section aria-labelledby="t-news">
      <div className="sect__h">
        <h2 id="t-news">{m.programme_changes_title()}</h2>
        <A to={`/editions/${edition.slug}/changes`}>{m.programme_see_all()}</A>
      </div>
      <p className="meta">
        {m.programme_version({ number: version.number })} <Time iso={version.publishedAt} zone={edition.timeZone} />
      </p>
      <ul className="pg-changes__list">
        {version.changes.slice(0, MOST).map((change) => {
          const words = changeWords(change);
          return <li key={words}>{words}</li>;
        })}
      </ul>
    </section>
  );
}

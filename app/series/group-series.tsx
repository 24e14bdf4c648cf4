import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { A } from '#app/ui/link.tsx';
import type { ListedSeries } from './series-ledger.tsx';

/** On a group's page: its series that go on, and for organisers the way to a new one. */
export function GroupSeries({ slug, series, organise }: { slug: string; series: readonly ListedSeries[]; organise: boolean }) {
  const going = series.filter(({ toCome }) => toCome > 0);
  if (going.length === 0 && !organise) return null;
  return (
    <section className="fu-panel" aria-labelledby="t-series">
      <div className="sect__h">
        <h2 id="t-series">{m.series_list_title()}</h2>
        {series.length > 0 ? <A to={`/groups/${slug}/series`}>{m.series_all()}</A> : null}
      </div>
      <ul className="fu-panel__l">
        {going.map(({ id, title, rule }) => (
          <li key={id}>
            <A to={`/series/${id}`}>{frenchSpaces(title)}</A>
            <p className="meta">{rule}</p>
          </li>
        ))}
        {organise ? (
          <li>
            <A to={`/groups/${slug}/series/new`}>{m.series_new_link()}</A>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { A } from '#app/ui/link.tsx';

export interface ListedSeries {
  id: string;
  title: string;
  /** In words. */
  rule: string;
  /** Meetings that are not over. */
  toCome: number;
}

/** Series by title, with their rules. */
export function SeriesLedger({ series }: { series: readonly ListedSeries[] }) {
  return (
    <ul className="ledger ledger--tight">
      {series.map(({ id, title, rule, toCome }) => (
        <li className="ledger__row" key={id}>
          <div className="ledger__m">{m.series_to_come({ count: toCome })}</div>
          <div className="ledger__b">
            <h2 className="series__name">
              <A to={`/series/${id}`}>{frenchSpaces(title)}</A>
            </h2>
            <p className="meta">{rule}</p>
          </div>
          <div className="ledger__e" />
        </li>
      ))}
    </ul>
  );
}

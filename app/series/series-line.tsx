import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import './series-line.css';

export interface SeriesLineData {
  id: string;
  /** « Le 3e mardi du mois » */
  pattern: string;
  previous: { slug: string; date: string } | null;
  next: { slug: string; date: string } | null;
}

/** On a meeting's page: the series that it comes from, and its neighbours there. */
export function SeriesLine({ series: { id, pattern, previous, next } }: { series: SeriesLineData }) {
  return (
    <nav className="series__beside" aria-label={m.series_line_label()}>
      {previous ? (
        <A to={`/meetings/${previous.slug}`}>
          <Icon name="caret-left" />
          {m.series_previous({ date: previous.date })}
        </A>
      ) : null}
      <A to={`/series/${id}`}>{m.series_line({ pattern })}</A>
      {next ? (
        <A to={`/meetings/${next.slug}`}>
          {m.series_next({ date: next.date })}
          <Icon name="caret-right" />
        </A>
      ) : null}
    </nav>
  );
}

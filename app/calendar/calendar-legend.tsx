import { m } from '#app/messages/compiled/messages.js';
import type { CalendarView } from './calendar-place.ts';

/** What the looks of a view's entries mean; the words of a list need no explanation. */
export function CalendarLegend({ view }: { view: CalendarView }) {
  if (view === 'list') return null;
  if (view === 'year') return <p className="hint">{m.calendar_legend_year()}</p>;
  const looks = [
    ['ev--dalc', m.calendar_legend_groups()],
    ['ev--raict', m.calendar_legend_sessions()],
    ['ev--ext', m.calendar_legend_others()],
    ['ev--out', m.calendar_outside()],
    ['ev--poll', m.calendar_legend_undated()],
  ] as const;
  return (
    <ul className="legend" aria-label={m.calendar_legend()}>
      {looks.map(([look, label]) => (
        <li key={look}>
          <i className={look} />
          {label}
        </li>
      ))}
    </ul>
  );
}

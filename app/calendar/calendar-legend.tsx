import { m } from '#app/messages/compiled/messages.js';

/** What the looks of the entries of a month mean. */
export function CalendarLegend() {
  const looks = [
    ['ev--dalc', m.calendar_legend_groups()],
    ['ev--raict', m.calendar_legend_sessions()],
    ['ev--ext', m.calendar_legend_others()],
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

import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen } from '#app/model/format-when.ts';
import { Icon } from '#app/ui/icon.tsx';
import type { IconName } from '#app/ui/icon-names.ts';
import { A, type AProps } from '#app/ui/link.tsx';
import { monthName } from '#app/ui/month/month-bar.tsx';
import type { Period } from './calendar-period.ts';
import { type CalendarPlace, type CalendarView, dateIn, focusOf } from './calendar-place.ts';

interface CalendarBarProps {
  place: CalendarPlace;
  /** null: a list of all that is to come, or over. */
  period: Period | null;
  /** 'YYYY-MM-DD'. */
  today: string;
  address: (place: CalendarPlace) => string;
  /** Of its links: where they open. */
  target?: AProps['target'];
}

const VIEWS: readonly (readonly [view: CalendarView, icon: IconName, label: () => string])[] = [
  ['month', 'calendar-blank', m.common_view_month],
  ['week', 'table', m.calendar_view_week],
  ['list', 'list-bullets', m.common_view_list],
  ['year', 'squares-four', m.calendar_view_year],
];

/** What is shown, what lies before and after it, and the other ways to show it: links all, so that each is an address. */
export function CalendarBar({ place, period, today, address, target }: CalendarBarProps) {
  // the present has no date in its address; that of a list says which month
  const at = (view: CalendarView, date: string) =>
    address({ ...place, view, page: undefined, past: undefined, date: date === dateIn(view, today) ? undefined : date });
  const step = (date: string) => (place.view === 'list' ? address({ ...place, date }) : at(place.view, date));
  const focus = focusOf(period?.date, today);
  return (
    <div className="cal__bar">
      <h2>{period ? periodName(period) : place.past ? m.calendar_past() : m.calendar_upcoming()}</h2>
      {period ? <Around period={period} step={step} target={target} /> : null}
      <A
        className="btn btn--quiet"
        to={at(place.view, dateIn(place.view, today))}
        target={target}
        aria-current={period?.firstDay && period.firstDay <= today && today <= period.lastDay ? 'date' : undefined}
      >
        {m.common_this_month()}
      </A>
      <nav className="seg" aria-label={m.common_calendar_view()}>
        {VIEWS.map(([view, icon, label]) => (
          <A
            key={view}
            to={at(view, dateIn(view, focus))}
            target={target}
            className={`seg__${view}`}
            aria-current={place.view === view ? 'true' : undefined}
          >
            <Icon name={icon} />
            {label()}
          </A>
        ))}
      </nav>
    </div>
  );
}

function Around({ period, step, target }: { period: Period; step: (date: string) => string; target: AProps['target'] }) {
  return (
    <>
      {period.previous ? (
        <A
          className="btn btn--line btn--icon"
          rel="prev"
          to={step(period.previous)}
          target={target}
          aria-label={nameOf(period, period.previous)}
        >
          <Icon name="caret-left" />
        </A>
      ) : null}
      {period.next ? (
        <A className="btn btn--line btn--icon" rel="next" to={step(period.next)} target={target} aria-label={nameOf(period, period.next)}>
          <Icon name="caret-right" />
        </A>
      ) : null}
    </>
  );
}

const nameOf = ({ view }: Period, date: string) => periodName({ view, date });

/** 'Décembre 2026', 'Semaine du 14 au 20 décembre 2026', '2026'. */
export function periodName({ view, date }: Pick<Period, 'view' | 'date'>): string {
  if (view === 'year') return date;
  if (view === 'month') return monthName(date);
  const to = Temporal.PlainDate.from(date).add({ days: 6 }).toString();
  return m.calendar_week_of({
    days: formatWhen({ kind: 'span', from: date, to, toConfirm: false }, { zone: 'UTC', locale: getLocale() }).date,
  });
}

import { isYear } from '#app/model/when.ts';
import { monthSpan } from '#app/ui/month/month-weeks.ts';
import { type CalendarPlace, type CalendarView, dateIn, focusOf } from './calendar-place.ts';

/** The days that a page of the calendar is about. */
export interface Period {
  view: Exclude<CalendarView, 'list' | 'auto'>;
  /** As the address says it: 'YYYY-MM', the Monday 'YYYY-MM-DD', or 'YYYY'. */
  date: string;
  /** First and last day of what is drawn; a month is drawn in whole weeks. */
  firstDay: string;
  lastDay: string;
  /** The same view before and after; null beyond the years that the product knows. */
  previous: string | null;
  next: string | null;
}

/** What a place shows; a list with a date is that of a month. `today` is 'YYYY-MM-DD'. */
export function periodOf({ view, date }: Pick<CalendarPlace, 'view' | 'date'>, today: string): Period {
  const shown = view === 'auto' || view === 'list' ? 'month' : view;
  const named = dateIn(shown, focusOf(date, today));
  const first = Temporal.PlainDate.from(focusOf(named, ''));
  const step = { week: { days: 7 }, month: { months: 1 }, year: { years: 1 } }[shown];
  const known = (other: Temporal.PlainDate) => (isYear(other.toString().slice(0, 4)) ? dateIn(shown, other.toString()) : null);
  return {
    ...{ view: shown, date: named, previous: known(first.subtract(step)), next: known(first.add(step)) },
    ...daysDrawn(shown, named, first, step),
  };
}

function daysDrawn(view: Period['view'], named: string, first: Temporal.PlainDate, step: Temporal.DurationLike) {
  if (view === 'month') {
    const { first: monday, weeks } = monthSpan(named);
    return { firstDay: monday.toString(), lastDay: monday.add({ days: weeks * 7 - 1 }).toString() };
  }
  return { firstDay: first.toString(), lastDay: first.add(step).subtract({ days: 1 }).toString() };
}

/** The days from the first to the last, both included. */
export function daysFrom(firstDay: string, lastDay: string): string[] {
  const first = Temporal.PlainDate.from(firstDay);
  const count = first.until(lastDay).total('days') + 1;
  return Array.from({ length: count }, (_, index) => first.add({ days: index }).toString());
}

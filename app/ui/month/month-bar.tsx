import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';

/** 'auto': the month on wide screens, the list on phones. */
export type MonthView = 'auto' | 'month' | 'list';

interface MonthBarProps {
  /** 'YYYY-MM'. */
  month: string;
  /** 'YYYY-MM' of today. */
  thisMonth: string;
  view: MonthView;
  /** Address of a month in a view; undefined view: as it is. */
  address: (month: string, view: MonthView) => string;
}

/** The month's name, the months around it, and the choice between table and list: links all, so that each is an address. */
export function MonthBar({ month, thisMonth, view, address }: MonthBarProps) {
  const around = (months: number) => Temporal.PlainYearMonth.from(month).add({ months }).toString();
  return (
    <div className="cal__bar">
      <h3>{monthName(month)}</h3>
      <A className="btn btn--line btn--icon" to={address(around(-1), view)} aria-label={monthName(around(-1))}>
        <Icon name="caret-left" />
      </A>
      <A className="btn btn--line btn--icon" to={address(around(1), view)} aria-label={monthName(around(1))}>
        <Icon name="caret-right" />
      </A>
      <A className="btn btn--quiet" to={address(thisMonth, view)} aria-current={month === thisMonth ? 'date' : undefined}>
        {m.common_this_month()}
      </A>
      <nav className="seg" aria-label={m.common_calendar_view()}>
        <A to={address(month, 'month')} className="seg__month" aria-current={view === 'month' ? 'true' : undefined}>
          <Icon name="calendar-blank" />
          {m.common_view_month()}
        </A>
        <A to={address(month, 'list')} className="seg__list" aria-current={view === 'list' ? 'true' : undefined}>
          <Icon name="list-bullets" />
          {m.common_view_list()}
        </A>
      </nav>
    </div>
  );
}

/** 'Juin 2022', 'June 2022'. */
export function monthName(month: string): string {
  const name = new Intl.DateTimeFormat(getLocale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01T12:00Z`),
  );
  return name.charAt(0).toLocaleUpperCase(getLocale()) + name.slice(1);
}

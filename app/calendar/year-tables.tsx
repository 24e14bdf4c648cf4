import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatWhen } from '#app/model/format-when.ts';
import { A, type AProps } from '#app/ui/link.tsx';
import { monthName } from '#app/ui/month/month-bar.tsx';
import { type Day, monthWeeks } from '#app/ui/month/month-weeks.ts';
import type { DayCount, YearContent, YearMonth } from './load-year.server.ts';
import './year.css';

interface YearTablesProps {
  content: YearContent;
  today: string;
  holidays: Readonly<Record<string, string[]>>;
  /** Addresses of a month and of the week of a day. */
  monthTo: (month: string) => string;
  weekTo: (day: string) => string;
  target?: AProps['target'];
}

/** Twelve small months: how much each holds, in words, and its days with something, as links and as figures. */
export function YearTables({ content, ...rest }: YearTablesProps) {
  return (
    <>
      {content.editions.length > 0 ? (
        <ul className="yr__ed">
          {content.editions.map(({ name, to, startsOn, endsOn }) => (
            <li key={to}>
              <A className="ev ev--raict" to={to}>
                <b>{name}</b> {formatWhen(spanOf(startsOn, endsOn), { zone: 'UTC', locale: getLocale(), year: false }).date}
              </A>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="yr" data-keys>
        {content.months.map((month) => (
          <MonthCard key={month.month} month={month} {...rest} />
        ))}
      </div>
    </>
  );
}

function spanOf(from: string, to: string) {
  return from === to ? ({ kind: 'day', day: from, toConfirm: false } as const) : ({ kind: 'span', from, to, toConfirm: false } as const);
}

type MonthCardProps = Omit<YearTablesProps, 'content'> & { month: YearMonth };

function MonthCard({ month, today, holidays, monthTo, weekTo, target }: MonthCardProps) {
  const name = monthName(month.month).replace(/ \d{4}$/, '');
  const counts = [
    month.meetings > 0 && m.calendar_count_meetings({ count: month.meetings }),
    month.undated > 0 && m.calendar_count_undated({ count: month.undated }),
    month.outside > 0 && m.calendar_count_outside({ count: month.outside }),
  ].filter(Boolean);
  return (
    <section aria-labelledby={`y-${month.month}`}>
      <h3 id={`y-${month.month}`}>
        <A to={monthTo(month.month)} target={target}>
          {name}
        </A>
      </h3>
      <p className="meta">{counts.length > 0 ? counts.join(', ') : m.calendar_count_nothing()}</p>
      <table>
        <caption className="vh">{monthName(month.month)}</caption>
        <thead>
          <tr>
            {weekdays().map(({ long, short }) => (
              <th key={long} scope="col">
                <abbr title={long}>{short}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthWeeks(month.month, today, []).map((week) => (
            <tr key={week[0]?.day}>
              {week.map((day) => (
                <DayCell key={day.day} day={day} count={month.days[day.day]} holiday={holidays[day.day]} weekTo={weekTo} target={target} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface DayCellProps extends Pick<YearTablesProps, 'weekTo' | 'target'> {
  day: Day;
  count: DayCount | undefined;
  holiday: string[] | undefined;
}

function DayCell({ day, count, holiday, weekTo, target }: DayCellProps) {
  if (!day.inMonth) return <td />;
  const number = Number(day.day.slice(8));
  const classes = [day.weekend && 'we', day.today && 'today', holiday && 'yr__hol'].filter(Boolean).join(' ') || undefined;
  if (!count) {
    return (
      <td className={classes} title={holiday?.join(', ')}>
        {number}
      </td>
    );
  }
  const said = [
    formatDay(day.day, getLocale(), { year: false }),
    day.today && m.common_today(),
    count.meetings > 0 && m.calendar_count_meetings({ count: count.meetings }),
    count.outside > 0 && m.calendar_count_outside({ count: count.outside }),
    ...(holiday ?? []),
  ].filter(Boolean);
  return (
    <td className={classes}>
      <A className={count.meetings > 0 ? 'yr__d' : 'yr__d yr__d--out'} to={weekTo(day.day)} target={target} aria-label={said.join(', ')}>
        {number}
        {count.meetings + count.outside > 1 ? <sup>{count.meetings + count.outside}</sup> : null}
      </A>
    </td>
  );
}

/** Monday first. 5 January 1970 was a Monday. */
function weekdays(): { long: string; short: string }[] {
  const [long, narrow] = (['long', 'narrow'] as const).map((weekday) => new Intl.DateTimeFormat(getLocale(), { weekday, timeZone: 'UTC' }));
  return Array.from({ length: 7 }, (_, index) => {
    const day = Date.UTC(1970, 0, 5 + index);
    return { long: long?.format(day) ?? '', short: narrow?.format(day) ?? '' };
  });
}

import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay } from '#app/model/format-when.ts';
import { A, type AProps } from '#app/ui/link.tsx';
import { MonthEvent } from './month-event.tsx';
import { type Day, type MonthItem, monthWeeks } from './month-weeks.ts';

interface MonthTableProps {
  /** 'YYYY-MM'. */
  month: string;
  caption: string;
  /** 'YYYY-MM-DD' where the reader is. */
  today: string;
  items: readonly MonthItem[];
  /** Where the rest of a full day can be read. */
  moreTo: string;
  /** Where a week ('YYYY-MM-DD' of its Monday) can be read by itself. */
  weekTo?: (monday: string) => string;
  /** Where moreTo and weekTo open. */
  target?: AProps['target'];
  /** Names of public holidays, by day. */
  holidays?: Readonly<Record<string, string[]>>;
}

/** A month as a table of days; bars for what lasts several. */
export function MonthTable({ month, caption, today, items, moreTo, weekTo, target, holidays = {} }: MonthTableProps) {
  const weeks = monthWeeks(month, today, items);
  return (
    <table className="cal cal-month" data-keys>
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {weeks[0]?.map(({ day }) => (
            <th key={day} scope="col">
              <abbr title={weekday(day, 'long')}>{weekday(day, 'short')}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.day}>
            {week.map((day, index) => (
              <DayCell
                key={day.day}
                {...{ day, moreTo, target }}
                holidays={holidays[day.day] ?? []}
                weekTo={index === 0 ? weekTo?.(day.day) : undefined}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayCellProps extends Pick<MonthTableProps, 'moreTo' | 'target'> {
  day: Day;
  holidays: readonly string[];
  weekTo: string | undefined;
}

function DayCell({ day, moreTo, target, holidays, weekTo }: DayCellProps) {
  const classes = [!day.inMonth && 'out', day.weekend && 'we', day.today && 'today', holidays.length > 0 && 'hol']
    .filter(Boolean)
    .join(' ');
  return (
    <td className={classes || undefined}>
      <span className="cal__n">
        {Number(day.day.slice(8))}
        {day.today ? <span className="vh">, {m.common_today()}</span> : null}
      </span>
      {weekTo ? (
        <A className="cal__wk no-print" to={weekTo} target={target}>
          {m.common_week_short({ week: Temporal.PlainDate.from(day.day).weekOfYear ?? 0 })}
          <span className="vh">, {m.common_week_from({ day: formatDay(day.day, getLocale()) })}</span>
        </A>
      ) : null}
      {holidays.map((name) => (
        <span key={name} className="cal__hol">
          {name}
        </span>
      ))}
      {day.pieces.map((piece) =>
        piece.item ? (
          <MonthEvent key={piece.item.key} piece={piece} day={day.day} />
        ) : (
          <span key={`lane ${piece.lane}`} className="ev ev--gap" aria-hidden="true" />
        ),
      )}
      {day.more > 0 ? (
        <A className="ev ev--more" to={moreTo} target={target}>
          {m.common_more_events({ count: day.more })}
        </A>
      ) : null}
    </td>
  );
}

function weekday(day: string, weekday: 'long' | 'short'): string {
  return new Intl.DateTimeFormat(getLocale(), { weekday, timeZone: 'UTC' }).format(Date.parse(`${day}T12:00Z`));
}

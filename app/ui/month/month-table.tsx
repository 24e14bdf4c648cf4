import type { CSSProperties } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay } from '#app/model/format-when.ts';
import { A } from '#app/ui/link.tsx';
import { type Day, type MonthItem, monthWeeks, type Piece } from './month-weeks.ts';

interface MonthTableProps {
  /** 'YYYY-MM'. */
  month: string;
  caption: string;
  /** 'YYYY-MM-DD' where the reader is. */
  today: string;
  items: readonly MonthItem[];
  /** Where the rest of a full day can be read. */
  moreTo: string;
}

/** A month as a table of days; bars for what lasts several. */
export function MonthTable({ month, caption, today, items, moreTo }: MonthTableProps) {
  const weeks = monthWeeks(month, today, items);
  return (
    <table className="cal cal-month">
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
            {week.map((day) => (
              <DayCell key={day.day} day={day} moreTo={moreTo} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, moreTo }: { day: Day; moreTo: string }) {
  const classes = [!day.inMonth && 'out', day.weekend && 'we', day.today && 'today'].filter(Boolean).join(' ');
  return (
    <td className={classes || undefined}>
      <span className="cal__n">
        {Number(day.day.slice(8))}
        {day.today ? <span className="vh">, {m.common_today()}</span> : null}
      </span>
      {day.pieces.map((piece) =>
        piece.item ? (
          <Event key={piece.item.key} piece={piece} day={day.day} />
        ) : (
          <span key={`lane ${piece.lane}`} className="ev ev--gap" aria-hidden="true" />
        ),
      )}
      {day.more > 0 ? (
        <A className="ev ev--more" to={moreTo}>
          {m.common_more_events({ count: day.more })}
        </A>
      ) : null}
    </td>
  );
}

const SHAPES = { single: '', start: ' ev--s', middle: ' ev--m', end: ' ev--e' } as const;

function Event({ piece: { item, shape, titleDays }, day }: { piece: Piece; day: string }) {
  const className = `ev ev--${item.look}${SHAPES[shape]}${item.cancelled ? ' ev--off' : ''}`;
  if (shape === 'single') {
    return (
      <A className={className} to={item.to}>
        {item.time ? <b>{item.time} </b> : null}
        <EventTitle item={item} />
      </A>
    );
  }
  // the rest of a bar repeats the same link, for the mouse only
  if (titleDays === 0) return <A className={className} to={item.to} tabIndex={-1} aria-hidden="true" />;
  return (
    <A className={className} to={item.to}>
      <span className="ev__w" style={{ '--days': titleDays } as CSSProperties}>
        <EventTitle item={item} />
        <span className="vh">, {m.common_until({ day: formatDay(item.until, getLocale(), { year: false }) })}</span>
        {day === item.from ? null : <span className="vh">, {m.common_continued()}</span>}
      </span>
    </A>
  );
}

function EventTitle({ item }: { item: MonthItem }) {
  return item.cancelled ? (
    <>
      <s>{item.title}</s>
      <span className="vh">, {m.common_cancelled()}</span>
    </>
  ) : (
    item.title
  );
}

function weekday(day: string, weekday: 'long' | 'short'): string {
  return new Intl.DateTimeFormat(getLocale(), { weekday, timeZone: 'UTC' }).format(Date.parse(`${day}T12:00Z`));
}

import type { CSSProperties } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { Slot } from '#app/model/day-slots.ts';
import { formatDay, sentenceCase } from '#app/model/format-when.ts';
import { A } from '#app/ui/link.tsx';
import type { Gap, MonthItem, Piece } from '#app/ui/month/month-weeks.ts';
import type { CalendarEntry } from './entries.ts';

interface WeekDayProps {
  /** 'YYYY-MM-DD'. */
  day: string;
  today: boolean;
  weekend: boolean;
  holidays: readonly string[];
  /** What lasts several days, in lanes. */
  bars: readonly (Piece | Gap)[];
  /** What is of this day alone and has no hour. */
  whole: readonly MonthItem[];
  slots: readonly Slot<CalendarEntry>[];
}

export function WeekDay({ day, today, weekend, holidays, bars, whole, slots }: WeekDayProps) {
  const empty = whole.length === 0 && slots.length === 0 && bars.every(({ item }) => item === null);
  const classes = ['wk__day', today && 'today', weekend && 'we', empty && 'wk__day--empty'].filter(Boolean).join(' ');
  return (
    <section className={classes} aria-labelledby={`d-${day}`}>
      <h3 id={`d-${day}`}>
        <span className="wk__full">{sentenceCase(formatDay(day, getLocale(), { weekday: true, year: false }))}</span>
        <span className="wk__short" aria-hidden="true">
          {shortDay(day)}
        </span>
        {today ? <span className="vh">, {m.common_today()}</span> : null}
      </h3>
      <div className="wk__hol">
        {holidays.map((name) => (
          <p key={name} className="cal__hol">
            {name}
          </p>
        ))}
      </div>
      <ul className="wk__all">
        {bars.map((piece) =>
          piece.item ? (
            <li key={piece.item.key}>
              <Bar piece={piece} day={day} />
            </li>
          ) : (
            <li key={`lane ${piece.lane}`} className="ev ev--gap" aria-hidden="true" />
          ),
        )}
        {whole.map((item) => (
          <li key={item.key}>
            <Entry item={item} className={`ev ev--${item.look}`} />
          </li>
        ))}
      </ul>
      <ol className="wk__slots">
        {slots.map((slot) => (
          <li key={slot.item.key} style={{ '--s': slot.from, '--e': slot.to, '--l': slot.lane, '--n': slot.lanes } as CSSProperties}>
            <Entry item={slot.item} className={`ev ev--${slot.item.look}`} slot={slot} />
          </li>
        ))}
      </ol>
      {empty ? <p className="wk__none meta">{m.calendar_nothing_that_day()}</p> : null}
    </section>
  );
}

const SHAPES = { single: '', start: ' ev--s', middle: ' ev--m', end: ' ev--e' } as const;

/** Its part of one day; wide screens draw the parts as one bar, named once, and lists name it on each of its days. */
function Bar({ piece, day }: { piece: Piece; day: string }) {
  const again = piece.titleDays === 0;
  const until = m.common_until({ day: formatDay(piece.item.until, getLocale(), { year: false }) });
  return (
    <Entry
      item={piece.item}
      className={`ev ev--${piece.item.look}${SHAPES[piece.shape]}${again ? ' wk__again' : ''}`}
      said={[until, day === piece.item.from ? '' : m.common_continued()].filter(Boolean).join(', ')}
    />
  );
}

function Entry({
  item,
  className,
  slot,
  said = '',
}: {
  item: MonthItem | CalendarEntry;
  className: string;
  slot?: Slot<CalendarEntry>;
  said?: string;
}) {
  const { to, title, cancelled, word = '', ownTime = '' } = item;
  const place = 'place' in item ? item.place : '';
  const hours = slot && slot.lanes < 3 ? slot.item.range : item.time;
  const content = (
    <>
      {word ? <i>{word}</i> : null}
      {hours ? <b>{hours} </b> : null}
      <span className="wk__t">{cancelled ? <s>{title}</s> : title}</span>
      {cancelled ? <span className="vh">, {m.common_cancelled()}</span> : null}
      {said ? <span className="wk__said">, {said}</span> : null}
      {slot?.before ? <span className="wk__part"> ({m.calendar_since_yesterday()})</span> : null}
      {slot?.after ? <span className="wk__part"> ({m.calendar_until_tomorrow()})</span> : null}
      <small>{[ownTime, place].filter(Boolean).join(' · ')}</small>
    </>
  );
  const classes = cancelled ? `${className} ev--off` : className;
  if (to === null) return <div className={classes}>{content}</div>;
  return (
    <A className={classes} to={to}>
      {content}
    </A>
  );
}

/** 'lun. 14', 'Mon 14'. */
function shortDay(day: string): string {
  return new Intl.DateTimeFormat(getLocale(), { weekday: 'short', day: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${day}T12:00Z`));
}

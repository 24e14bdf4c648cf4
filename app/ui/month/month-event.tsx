import type { CSSProperties, ReactNode } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay } from '#app/model/format-when.ts';
import { A } from '#app/ui/link.tsx';
import type { MonthItem, Piece } from './month-weeks.ts';

const SHAPES = { single: '', start: ' ev--s', middle: ' ev--m', end: ' ev--e' } as const;

/** One piece of an item on one day of a month. */
export function MonthEvent({ piece: { item, shape, titleDays }, day }: { piece: Piece; day: string }) {
  const className = `ev ev--${item.look}${SHAPES[shape]}${item.cancelled ? ' ev--off' : ''}`;
  if (shape === 'single') {
    return (
      <Box item={item} className={className}>
        <EventTitle item={item} />
        {item.ownTime ? <small>{item.ownTime}</small> : null}
      </Box>
    );
  }
  // the rest of a bar repeats the same link, for the mouse only
  if (titleDays === 0)
    return item.to ? (
      <A className={className} to={item.to} tabIndex={-1} aria-hidden="true" />
    ) : (
      <span className={className} aria-hidden="true" />
    );
  return (
    <Box item={item} className={className}>
      <span className="ev__w" style={{ '--days': titleDays } as CSSProperties}>
        <EventTitle item={item} />
        {item.ownTime ? <span className="vh">, {item.ownTime}</span> : null}
        <span className="vh">, {m.common_until({ day: formatDay(item.until, getLocale(), { year: false }) })}</span>
        {day === item.from ? null : <span className="vh">, {m.common_continued()}</span>}
      </span>
    </Box>
  );
}

function Box({ item, className, children }: { item: MonthItem; className: string; children: ReactNode }) {
  if (item.to === null) return <div className={className}>{children}</div>;
  return (
    <A className={className} to={item.to}>
      {children}
    </A>
  );
}

function EventTitle({ item: { time, title, word, cancelled } }: { item: MonthItem }) {
  return (
    <>
      {word ? <i>{word} </i> : null}
      {time ? <b>{time} </b> : null}
      {cancelled ? (
        <>
          <s>{title}</s>
          <span className="vh">, {m.common_cancelled()}</span>
        </>
      ) : (
        title
      )}
    </>
  );
}

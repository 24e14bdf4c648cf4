import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { calendarAddress } from './calendar-place.ts';
import { type CalendarEntry, isUndated, type UndatedEntry } from './entries.ts';
import type { Calendar } from './load-calendar.server.ts';

interface FragmentListProps {
  calendar: Calendar;
  limit: number;
  /** Of the product, for addresses that are read elsewhere. */
  origin: string;
}

/** A list with the classes of one name, for the style sheet of the site that includes it. */
export function FragmentList({ calendar: { place, content }, limit, origin }: FragmentListProps) {
  const entries: readonly (CalendarEntry | UndatedEntry)[] = content.as === 'year' ? [] : content.entries.slice(0, limit);
  const address = (to: string) => (to.startsWith('/') ? origin + localePath(to) : to);
  return (
    <section className="tertulia-calendar" lang={getLocale()} aria-label={m.calendar_title()}>
      {entries.length === 0 ? <p>{m.calendar_list_empty()}</p> : null}
      <ol>
        {entries.map((entry) => (
          <li key={entry.key} className={entry.word ? 'tertulia-outside' : undefined}>
            <Moment entry={entry} /> <Title entry={entry} href={entry.to && address(entry.to)} />{' '}
            <span className="tertulia-place">
              {[entry.word, isUndated(entry) ? '' : entry.place, entry.cancelled ? m.calendar_cancelled() : ''].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ol>
      <p>
        <a href={address(calendarAddress({ ...place, view: 'auto', page: undefined }))} rel="noopener">
          {m.calendar_embed_whole()}
        </a>
      </p>
    </section>
  );
}

function Moment({ entry }: { entry: CalendarEntry | UndatedEntry }) {
  if (isUndated(entry)) return <span className="tertulia-when">{entry.label}</span>;
  return (
    <time className="tertulia-when" dateTime={entry.iso}>
      {entry.full}
    </time>
  );
}

function Title({ entry: { title, cancelled }, href }: { entry: CalendarEntry | UndatedEntry; href: string | null }) {
  const text = cancelled ? <s>{title}</s> : title;
  if (href === null) return <span className="tertulia-title">{text}</span>;
  return (
    <a className="tertulia-title" href={href} rel="noopener">
      {text}
    </a>
  );
}

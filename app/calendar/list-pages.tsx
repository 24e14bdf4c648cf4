import { m } from '#app/messages/compiled/messages.js';
import { A, type AProps } from '#app/ui/link.tsx';
import { type CalendarPlace, isNarrowed } from './calendar-place.ts';
import { EntryList } from './entry-list.tsx';
import type { ListContent } from './load-list.server.ts';

interface ListPagesProps {
  place: CalendarPlace;
  content: ListContent;
  /** 'YYYY-MM-DD'. */
  today: string;
  address: (place: CalendarPlace) => string;
  target?: AProps['target'];
}

/** All that is to come, or over, month by month, a page at a time. */
export function ListPages({ place, content: { past, entries, page, pages }, today, address, target }: ListPagesProps) {
  const to = (number: number) => address({ ...place, page: number > 1 ? number : undefined });
  return (
    <>
      <nav className="cal-list-nav no-print" aria-label={m.calendar_list_which()}>
        <A
          className="chip"
          to={address({ ...place, past: undefined, page: undefined })}
          target={target}
          aria-current={past ? undefined : 'true'}
        >
          {m.calendar_upcoming()}
        </A>
        <A
          className="chip"
          to={address({ ...place, past: true, page: undefined })}
          target={target}
          aria-current={past ? 'true' : undefined}
        >
          {m.calendar_past()}
        </A>
      </nav>
      {entries.length > 0 ? (
        <EntryList entries={entries} year={today.slice(0, 4)} byMonth />
      ) : (
        <p className="empty-line">{isNarrowed(place) ? m.calendar_list_empty_filtered() : m.calendar_list_empty()}</p>
      )}
      {pages > 1 ? (
        <nav className="cal-pages no-print" aria-label={m.calendar_pages()}>
          {page > 1 ? (
            <A className="btn btn--line" rel="prev" to={to(page - 1)} target={target}>
              {m.calendar_page_previous()}
            </A>
          ) : null}
          <span className="meta">{m.calendar_page_of({ page, pages })}</span>
          {page < pages ? (
            <A className="btn btn--line" rel="next" to={to(page + 1)} target={target}>
              {m.calendar_page_next()}
            </A>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}

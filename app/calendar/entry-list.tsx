import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { sentenceCase } from '#app/model/format-when.ts';
import { whenInMargin } from '#app/model/when-in-margin.ts';
import { monthName } from '#app/ui/month/month-bar.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { type CalendarEntry, isUndated, type UndatedEntry } from './entries.ts';
import { EntryLink } from './entry-link.tsx';

interface EntryListProps {
  entries: readonly (CalendarEntry | UndatedEntry)[];
  /** 'YYYY', which dates of that year leave out. */
  year: string;
  /** Under the names of their months. */
  byMonth?: boolean;
}

/** Entries in their order: when on the left of the rule, what on its right. */
export function EntryList({ entries, year, byMonth = false }: EntryListProps) {
  if (!byMonth) return <Ledger entries={entries} year={year} level="h3" />;
  const groups = Map.groupBy(entries, (entry) => ('from' in entry ? entry.from : entry.within).slice(0, 7));
  return (
    <div className="cal-list">
      {[...groups].map(([month, some]) => (
        <section key={month} aria-labelledby={`t-${month}`}>
          <h3 id={`t-${month}`} className="cal-list__h">
            {month.length === 7 ? monthName(month) : month || m.calendar_undated_unknown()}
          </h3>
          <Ledger entries={some} year={month.slice(0, 4)} level="h4" />
        </section>
      ))}
    </div>
  );
}

function Ledger({ entries, year, level }: EntryListProps & { level: 'h3' | 'h4' }) {
  return (
    <ol className="ledger cal-list">
      {entries.map((entry) => (
        <Line key={entry.key} entry={entry} year={year} level={level} />
      ))}
    </ol>
  );
}

function Line({ entry, year, level: Heading }: { entry: CalendarEntry | UndatedEntry; year: string; level: 'h3' | 'h4' }) {
  const dated = isUndated(entry) ? null : entry;
  return (
    <li className={entry.word ? 'ledger__row cal-out' : 'ledger__row'}>
      <div className="ledger__m" aria-hidden="true">
        <Margin entry={entry} year={year} />
      </div>
      <div className="ledger__b">
        <Heading>
          <EntryLink entry={entry} />
        </Heading>
        <p className="meta">{isUndated(entry) ? [entry.label, entry.by].filter(Boolean).join(' · ') : <Moment entry={entry} />}</p>
      </div>
      <div className="ledger__e">
        {entry.word ? <Tag icon="globe-hemisphere-west">{entry.word}</Tag> : null}
        {entry.cancelled ? <Tag look="late">{m.calendar_cancelled()}</Tag> : null}
        {dated?.toConfirm && !entry.cancelled ? <Tag look="warn">{m.calendar_to_confirm()}</Tag> : null}
        {dated?.membersOnly ? <Tag icon="lock-simple">{m.calendar_members_only()}</Tag> : null}
        {dated?.kind ? <Tag look="soft">{dated.kind}</Tag> : null}
      </div>
    </li>
  );
}

/** The whole date for whoever listens, the hours for whoever looks: the day is in the margin. */
function Moment({ entry }: { entry: CalendarEntry }) {
  const hours = [entry.range, entry.ownTime && `(${entry.ownTime})`].filter(Boolean).join(' ');
  return (
    <>
      <time className="vh" dateTime={entry.iso}>
        {entry.full}.{' '}
      </time>
      {entry.ownTime ? <span className="vh">{m.calendar_here({ time: entry.range })} </span> : null}
      <span aria-hidden="true">{hours ? `${hours} · ` : ''}</span>
      {[entry.place, entry.by].filter(Boolean).join(' · ')}
    </>
  );
}

function Margin({ entry, year }: { entry: CalendarEntry | UndatedEntry; year: string }) {
  const when =
    'from' in entry
      ? entry.from === entry.until
        ? ({ kind: 'day', day: entry.from } as const)
        : ({ kind: 'span', from: entry.from, to: entry.until } as const)
      : entry.within.length === 7
        ? ({ kind: 'month', month: entry.within } as const)
        : ({ kind: 'year', year: entry.within } as const);
  const margin = whenInMargin({ ...when, toConfirm: false }, getLocale(), year);
  return (
    <>
      <b>{sentenceCase(margin?.big ?? '')}</b>
      {margin?.small}
    </>
  );
}

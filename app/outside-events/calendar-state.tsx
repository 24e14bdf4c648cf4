import { m } from '#app/messages/compiled/messages.js';
import { Tag } from '#app/ui/tag.tsx';
import { Time } from '#app/ui/time.tsx';
import type { FollowedCalendar } from '#db/outside-events/read-organised.ts';
import { faultWords, reportWords, stateName } from './calendar-words.ts';

const LOOKS = { waiting: 'soft', followed: 'ok', failing: 'warn', stopped: 'late' } as const;

export function StateTag({ state }: Pick<FollowedCalendar, 'state'>) {
  return <Tag look={LOOKS[state]}>{stateName(state)}</Tag>;
}

/** What was read of a followed calendar and when, and what is wrong with it now. */
export function CalendarState({ calendar, zone }: { calendar: FollowedCalendar; zone: string }) {
  const { fault, faultStatus, lastOkAt, lastFetchedAt, nextFetchAt, report, state } = calendar;
  return (
    <div className="oe__state">
      {fault ? (
        <p className="oe__fault">
          {faultWords(fault, faultStatus)}{' '}
          {lastOkAt ? (
            <>
              {m.outside_events_kept_since()} <Time iso={lastOkAt} zone={zone} />.
            </>
          ) : (
            m.outside_events_never_read()
          )}
        </p>
      ) : null}
      {report ? <p>{reportWords(report).join(' ')}</p> : null}
      {report && report.examples.length > 0 ? (
        <p className="meta">{m.outside_events_examples({ titles: report.examples.join(' · ') })}</p>
      ) : null}
      {lastFetchedAt ? (
        <p className="meta">
          {m.outside_events_last_fetch()} <Time iso={lastFetchedAt} zone={zone} />.{' '}
          {state === 'stopped' ? (
            m.outside_events_no_next_fetch()
          ) : (
            <>
              {m.outside_events_next_fetch()} <Time iso={nextFetchAt} zone={zone} />.
            </>
          )}
        </p>
      ) : null}
    </div>
  );
}

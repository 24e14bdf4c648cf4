import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatTime, sentenceCase } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import type { EditionDetails } from '#db/programme/read.ts';
import type { Session } from './programme.route.tsx';
import type { ProgrammeDay } from './programme-days.ts';

/** The edition at a glance, hour by hour, and in the reader's own calendar. */
export function ProgrammeAside({ edition, days }: { edition: EditionDetails; days: ProgrammeDay<Session>[] }) {
  const locale = getLocale();
  return (
    <aside className="mine" aria-labelledby="t-glance">
      <h2 id="t-glance">{m.programme_at_a_glance()}</h2>
      {days.map((day) => (
        <div key={day.day}>
          <h3>{sentenceCase(formatDay(day.day, locale, { weekday: true, year: false }))}</h3>
          <ol>
            {day.slots.map((slot) => (
              <li key={slot.start}>
                <time dateTime={`${day.day}T${slot.start}`}>{formatTime(slot.start, locale)}</time>
                {slot.sessions.length === 1
                  ? frenchSpaces(slot.sessions[0]?.row.title ?? '')
                  : m.programme_parallel({ count: slot.sessions.length })}
              </li>
            ))}
          </ol>
        </div>
      ))}
      <a className="btn btn--wide" href={`/feeds/editions/${edition.slug}.ics`}>
        <Icon name="calendar-plus" />
        {m.programme_to_calendar()}
      </a>
      <p className="meta">
        <A to="/subscribe">{m.programme_subscribe_instead()}</A>
      </p>
    </aside>
  );
}

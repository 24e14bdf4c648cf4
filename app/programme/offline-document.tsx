import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatInstant, formatTime, formatWhen, sentenceCase } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { EditionDetails } from '#db/programme/read.ts';
import type { ProgrammePerson } from '#db/programme/read-offline.ts';
import type { Session } from './load-programme.server.ts';
import { OfflineSession } from './offline-session.tsx';
import type { ProgrammeDay, Slot } from './programme-days.ts';

interface OfflineDocumentProps {
  edition: EditionDetails;
  version: { number: number; publishedAt: string } | null;
  /** ISO instant: what happened since is not in the file. */
  savedAt: string;
  days: readonly ProgrammeDay<Session>[];
  unscheduled: readonly Session[];
  summaries: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, ProgrammePerson[]>;
  styles: string;
}

/** A document of its own: no script, no font, no picture, no address but those within it. */
export function OfflineDocument({ edition, version, savedAt, days, unscheduled, summaries, people, styles }: OfflineDocumentProps) {
  const locale = getLocale();
  const title = m.programme_title({ edition: edition.name });
  const about = (row: Session) => ({ row, summary: summaries.get(row.id) ?? '', people: people.get(row.id) ?? [] });
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta httpEquiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>{title}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own file; text in a style element is not escaped as text elsewhere is */}
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body>
        <a className="skip" href="#programme">
          {m.common_skip_to_content()}
        </a>
        <header>
          <h1>{title}</h1>
          <p>{[datesOf(edition), edition.place].filter(Boolean).join(', ')}</p>
          {edition.summary ? <p>{frenchSpaces(edition.summary)}</p> : null}
          <p className="small">
            {version ? `${m.programme_version({ number: version.number })} ${instantOf(version.publishedAt, edition.timeZone)}. ` : ''}
            {m.programme_saved_on({ date: instantOf(savedAt, edition.timeZone) })}
          </p>
        </header>
        <nav aria-label={m.programme_programme()}>
          {days.map((day) => (
            <section key={day.day}>
              <h2>
                <a href={`#d${day.day}`}>{sentenceCase(formatDay(day.day, locale, { weekday: true }))}</a>
              </h2>
              <ul>
                {day.slots.flatMap(({ start, sessions }) =>
                  sessions.map(({ row }) => (
                    <li key={row.id}>
                      {formatTime(start, locale)} <a href={`#${row.slug}`}>{frenchSpaces(row.title)}</a>
                    </li>
                  )),
                )}
              </ul>
            </section>
          ))}
        </nav>
        <main id="programme" tabIndex={-1}>
          {days.map((day) => (
            <section key={day.day} aria-labelledby={`d${day.day}`}>
              <h2 id={`d${day.day}`}>{sentenceCase(formatDay(day.day, locale, { weekday: true }))}</h2>
              {day.slots.map((slot) => (
                <section key={`${slot.start} ${slot.label}`} className="slot">
                  <h3>{slotTitle(slot)}</h3>
                  {slot.sessions.map(({ row, ownEnd }) => (
                    <OfflineSession key={row.id} {...about(row)} ownEnd={ownEnd} />
                  ))}
                </section>
              ))}
            </section>
          ))}
          {unscheduled.length > 0 ? (
            <section aria-labelledby="later">
              <h2 id="later">{m.programme_unscheduled()}</h2>
              {unscheduled.map((row) => (
                <OfflineSession key={row.id} {...about(row)} ownEnd={null} />
              ))}
            </section>
          ) : null}
        </main>
      </body>
    </html>
  );
}

function slotTitle({ start, end, label, kind, toConfirm }: Slot<Session>): string {
  const locale = getLocale();
  const hours = [formatTime(start, locale), end && m.programme_until({ time: formatTime(end, locale) })].filter(Boolean).join(' ');
  const name = label ? frenchSpaces(label) : kind === 'break' ? m.programme_break() : kind === 'plenary' ? m.programme_plenary() : '';
  return [hours, toConfirm && m.programme_to_confirm(), name].filter(Boolean).join(', ');
}

function instantOf(iso: string, zone: string): string {
  const { date, time } = formatInstant(iso, zone, getLocale());
  return `${date}, ${time}`;
}

function datesOf({ startsOn, endsOn }: EditionDetails): string {
  const when = startsOn === endsOn ? ({ kind: 'day', day: startsOn } as const) : ({ kind: 'span', from: startsOn, to: endsOn } as const);
  return sentenceCase(formatWhen({ ...when, toConfirm: false }, { zone: 'UTC', locale: getLocale() }).date);
}

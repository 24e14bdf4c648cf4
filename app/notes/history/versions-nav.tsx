import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatInstant } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { VersionReason } from '#app/model/note-history.ts';
import { A } from '#app/ui/link.tsx';
import { historyPath } from './history-query.ts';
import type { History } from './load-history.server.ts';

/** The points of the agenda; of the chosen one its versions, the newest first: when on the left of the rule, who on the right. */
export function VersionsNav({ history }: { history: History }) {
  const { meeting, points, point } = history;
  return (
    <nav className="hs-nav" aria-label={m.history_points()}>
      <ul className="hs-points">
        {points.map(({ id, title, versions }) => (
          <li key={id}>
            <A className="hs-point" to={historyPath(meeting.slug, { section: id })} aria-current={id === point?.id ? 'true' : undefined}>
              <span>{frenchSpaces(title)}</span>
              {versions > 0 ? <span className="meta">{m.history_count({ count: versions })}</span> : null}
            </A>
            {id === point?.id && versions > 0 ? <Versions history={history} /> : null}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Versions({ history: { meeting, point, versions, shown, view } }: { history: History }) {
  let lastDay = '';
  return (
    <ol className="hs-versions" aria-label={m.history_versions_of({ title: point?.title ?? '' })}>
      {versions.map(({ id, savedAt, reason, authors }) => {
        const { date, time } = formatInstant(savedAt, meeting.timeZone, getLocale());
        const day = date === lastDay ? null : date;
        lastDay = date;
        const why = reasonWord(reason);
        return (
          <li key={id}>
            {day ? <p className="hs-day">{day}</p> : null}
            <A
              className="hs-v"
              to={`${historyPath(meeting.slug, { section: point?.id ?? null, version: id, view })}#version`}
              aria-current={id === shown?.id ? 'page' : undefined}
            >
              <span className="num">{time}</span>
              <span>
                {why ? <b>{why}</b> : null}
                <span>{authors.join(', ') || (why ? '' : m.history_nobody())}</span>
              </span>
            </A>
          </li>
        );
      })}
    </ol>
  );
}

export function reasonWord(reason: VersionReason): string {
  switch (reason) {
    case 'pause':
      return '';
    case 'closed':
      return m.history_reason_closed();
    case 'before-restore':
      return m.history_reason_before_restore();
    case 'restored':
      return m.history_reason_restored();
  }
}

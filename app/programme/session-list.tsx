import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { whenOf } from '#app/model/when.ts';
import { whenInMargin } from '#app/model/when-in-margin.ts';
import { A } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { ProgrammeSession } from '#db/programme/read-sessions.ts';
import { subjectOf } from './session-words.ts';

/** Sessions one under the other, with what is known of their date. */
export function SessionList({ sessions }: { sessions: readonly ProgrammeSession[] }) {
  const locale = getLocale();
  return (
    <ol className="ledger">
      {sessions.map((session) => {
        const when = whenOf(session.edtf);
        const margin = whenInMargin(when, locale, '');
        const { time } = formatWhen(when, { zone: session.timeZone, locale });
        return (
          <li className="ledger__row" key={session.id}>
            <div className="ledger__m">
              <b>{margin?.big ?? '?'}</b>
              {margin?.small}
            </div>
            <div className="ledger__b">
              <h3>
                <A to={`/meetings/${session.slug}`}>{frenchSpaces(session.title)}</A>
              </h3>
              <p className="meta">{[time, subjectOf(session), session.placeName].filter(Boolean).join(', ')}</p>
            </div>
            <div className="ledger__e">
              {session.status === 'cancelled' ? <Tag look="late">{m.programme_cancelled()}</Tag> : null}
              {session.minutesVersion ? <A to={`/minutes/${session.slug}`}>{m.programme_minutes()}</A> : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

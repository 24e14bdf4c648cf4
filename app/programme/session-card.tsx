import type { CSSProperties } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatTime } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { StarForm } from '#app/own-programme/star-form.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { Session } from './load-programme.server.ts';
import { iconOf, languagesOf, subjectOf } from './session-words.ts';

interface SessionCardProps {
  edition: string;
  session: Session;
  /** Nothing runs beside it: a plenary. */
  wide: boolean;
  ownEnd: string | null;
  /** Place of its room among the columns; -1: none of them. */
  column: number;
  /** The filters of the page, as they stand in its address. */
  query: string;
}

export function SessionCard({ edition, session, wide, ownEnd, column, query }: SessionCardProps) {
  const title = frenchSpaces(session.title);
  const cancelled = session.status === 'cancelled';
  const style = column >= 0 ? ({ '--column': column + 2 } as CSSProperties) : undefined;
  const subject = subjectOf(session) || (wide ? m.programme_plenary() : m.programme_session());
  // that the network speaks French goes without saying
  const languages = session.languages.some((code) => code !== 'fr') ? languagesOf(session.languages) : '';
  const more = [ownEnd && m.programme_until({ time: formatTime(ownEnd, getLocale()) }), session.track?.name, languages].filter(Boolean);
  const classes = ['ses', wide && 'ses--wide', session.choice && 'ses--own'].filter(Boolean).join(' ');
  return (
    <li className={classes} style={style} id={`s-${session.id}`}>
      <p className="ses__k">
        <Icon name={wide ? 'megaphone-simple' : iconOf(session)} />
        {subject}
      </p>
      <h3>
        <A to={`/meetings/${session.slug}`}>{cancelled ? <s>{title}</s> : title}</A>
      </h3>
      {session.placeName ? <p className="ses__room">{session.placeName}</p> : null}
      {more.length > 0 ? <p className="ses__more">{more.join(' · ')}</p> : null}
      <div className="ses__f">
        <SessionState session={session} />
        {session.minutesVersion ? (
          <A className="ses__minutes" to={`/minutes/${session.slug}`}>
            <Icon name="file-text" />
            {m.programme_minutes()}
            <span className="vh">, {title}</span>
          </A>
        ) : null}
        {cancelled && !session.choice ? null : (
          <StarForm edition={edition} session={session} title={title} back={{ page: 'programme', query }} />
        )}
      </div>
      {session.clash ? (
        <p className="ses__clash">
          <Icon name="warning" />
          {m.own_programme_same_time_own()}
        </p>
      ) : null}
    </li>
  );
}

/** What to know before choosing it: it is off, or there is no place left, as far as people register for it. */
export function SessionState({ session }: { session: Pick<Session, 'status' | 'places'> }) {
  if (session.status === 'cancelled') return <Tag look="late">{m.programme_cancelled()}</Tag>;
  if (session.places === 'full') return <Tag look="late">{m.programme_full()}</Tag>;
  return session.places === 'few' ? <Tag look="warn">{m.programme_few_places()}</Tag> : null;
}

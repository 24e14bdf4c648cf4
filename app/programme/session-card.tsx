import type { CSSProperties } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatTime } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { Session } from './programme.route.tsx';

interface SessionCardProps {
  session: Session;
  /** Nothing runs beside it: a plenary. */
  wide: boolean;
  ownEnd: string | null;
  /** Place of its room among the columns; -1: none of them. */
  column: number;
}

export function SessionCard({ session, wide, ownEnd, column }: SessionCardProps) {
  const title = frenchSpaces(session.title);
  const cancelled = session.status === 'cancelled';
  const style = column >= 0 ? ({ '--column': column + 2 } as CSSProperties) : undefined;
  return (
    <li className={wide ? 'ses ses--wide' : 'ses'} style={style}>
      <p className="ses__k">
        <Icon name={wide ? 'megaphone-simple' : session.countries.length > 0 ? 'globe-hemisphere-west' : 'users-three'} />
        {subjectOf(session) || (wide ? m.programme_plenary() : m.programme_session())}
      </p>
      <h3>
        <A to={`/meetings/${session.slug}`}>{cancelled ? <s>{title}</s> : title}</A>
      </h3>
      {session.placeName ? <p className="ses__room">{session.placeName}</p> : null}
      {ownEnd ? <p className="meta">{m.programme_until({ time: formatTime(ownEnd, getLocale()) })}</p> : null}
      <p className="ses__f">
        {cancelled ? <Tag look="late">{m.programme_cancelled()}</Tag> : null}
        {session.minutesVersion ? (
          <A className="ses__minutes" to={`/minutes/${session.slug}`}>
            <Icon name="file-text" />
            {m.programme_minutes()}
            <span className="vh">, {title}</span>
          </A>
        ) : null}
      </p>
    </li>
  );
}

/** Its themes, or else its countries. */
export function subjectOf(session: Session): string {
  if (session.themes.length > 0) return session.themes.slice(0, 2).join(', ');
  const names = new Intl.DisplayNames(getLocale(), { type: 'region' });
  return session.countries
    .slice(0, 3)
    .map((country) => names.of(country) ?? country)
    .join(', ');
}

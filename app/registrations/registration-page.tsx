import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { EditionHead } from '#app/programme/edition-head.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { Refused } from './act-on-registration.server.ts';
import type { LoadedRegistration } from './load-registration.server.ts';
import { RegistrationForms } from './registration-forms.tsx';
import { categoryWords, STATE_LOOKS, stateWords } from './words.ts';

interface RegistrationPageProps {
  page: LoadedRegistration;
  path: string;
  said: string | null;
  refused: Refused | null;
  /** Of a person whom the contact of a delegation looks after: the way back to the delegation. */
  back?: string;
}

/** One's own registration: where it stands, the badge, the sessions, and what can be changed. */
export function RegistrationPage({ page, path, said, refused, back }: RegistrationPageProps) {
  const { registration, offer, sessions } = page;
  const { edition } = offer;
  const crumbs = [
    { to: `/editions/${edition.slug}`, label: edition.name },
    ...(back ? [{ to: back, label: m.registrations_delegation() }] : []),
  ];
  return (
    <>
      <EditionHead edition={edition} title={m.registrations_own_title({ name: registration.name })} crumbs={crumbs} />
      <div className="wrap rg">
        {said ? (
          <Notice look="ok" role="status">
            {said}
          </Notice>
        ) : null}
        <section className="rg-own" aria-labelledby="t-state">
          <div className="stack">
            <h2 id="t-state">{m.registrations_own_state()}</h2>
            <p>
              <Tag look={STATE_LOOKS[registration.state]}>{stateWords(registration.state)}</Tag> {categoryWords(registration.category)}
            </p>
            <p>{explanationOf(registration)}</p>
            {registration.state === 'cancelled' ? (
              <p>
                <A className="btn" to={`/editions/${edition.slug}/register`}>
                  {m.registrations_register_again()}
                </A>
              </p>
            ) : null}
            <OwnSessions sessions={sessions} />
            {sessions.length > 0 && !back ? (
              <p className="row">
                <a className="btn btn--line" href={`${path}/sessions.ics`}>
                  <Icon name="calendar-plus" />
                  {m.registrations_calendar()}
                </a>
              </p>
            ) : null}
            {sessions.length > 0 && !back ? <p className="meta">{m.registrations_calendar_follow()}</p> : null}
          </div>
          {registration.state === 'registered' && !back ? (
            <figure className="rg-badge">
              <img src={`${path}/badge.svg`} alt={m.registrations_badge_alt()} width={180} height={180} />
              <figcaption className="meta">{m.registrations_badge()}</figcaption>
            </figure>
          ) : null}
        </section>
        <RegistrationForms page={page} path={localePath(path)} refused={refused} />
      </div>
    </>
  );
}

function explanationOf({ state, turn }: LoadedRegistration['registration']): string {
  if (state === 'registered') return m.registrations_own_registered();
  return state === 'waiting' ? m.registrations_own_waiting({ turn: turn ?? 1 }) : m.registrations_own_cancelled();
}

/** The sessions that somebody chose, with their turn in those where they wait. */
export function OwnSessions({ sessions }: { sessions: LoadedRegistration['sessions'] }) {
  if (sessions.length === 0) return null;
  return (
    <>
      <h3>{m.registrations_own_sessions()}</h3>
      <ul className="rg-list">
        {sessions.map((session) => (
          <li key={session.id}>
            <A to={`/meetings/${session.slug}`}>{frenchSpaces(session.title)}</A>
            <span className="meta">{[session.day, session.time, session.placeName].filter(Boolean).join(', ')}</span>
            {session.status === 'cancelled' ? (
              <Tag look="late">{m.registrations_session_off()}</Tag>
            ) : session.state === 'waiting' ? (
              <Tag look="warn">{m.registrations_session_turn({ turn: session.turn ?? 1 })}</Tag>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

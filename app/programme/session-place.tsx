import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { StarForm } from '#app/own-programme/star-form.tsx';
import { A } from '#app/ui/link.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { SessionPlaceData } from './load-session-place.server.ts';
import { languagesOf } from './session-words.ts';
import './session-place.css';

/** A session's place in the programme of its edition: room, track, languages, what else runs at that time. */
export function SessionPlace({ place, slug, title }: { place: SessionPlaceData; slug: string; title: string }) {
  const { edition, session, sameTime, previous, next } = place;
  const facts = [
    [m.programme_place_room(), session.room?.name],
    [m.programme_place_track(), session.track?.name],
    [m.programme_place_languages(), languagesOf(session.languages)],
  ].filter(([, value]) => value);
  return (
    <section aria-labelledby="t-programme" id="programme" className="ses-place">
      <div className="sect__h">
        <h2 id="t-programme">{m.programme_place_title()}</h2>
        <A to={`/editions/${edition.slug}/programme#s-${session.id}`}>{m.programme_place_whole({ edition: edition.name })}</A>
      </div>
      {facts.length > 0 ? (
        <dl className="ses-place__facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {session.status === 'cancelled' && !session.choice ? null : (
        <StarForm edition={edition.slug} session={session} title={frenchSpaces(title)} back={{ page: 'session', slug }} />
      )}
      {sameTime.length > 0 ? (
        <>
          <h3>{m.programme_place_same_time()}</h3>
          <ul className="ses-place__same">
            {sameTime.map((other) => (
              <li key={other.slug}>
                <A to={`/meetings/${other.slug}`}>{frenchSpaces(other.title)}</A>
                {other.placeName ? <span className="meta"> {other.placeName}</span> : null}{' '}
                {other.chosen ? <Tag look="ok">{m.own_programme_chosen()}</Tag> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {previous || next ? (
        <p className="row">
          {previous ? (
            <span>
              {m.programme_place_before()} <A to={`/meetings/${previous.slug}`}>{frenchSpaces(previous.title)}</A>
            </span>
          ) : null}
          {next ? (
            <span>
              {m.programme_place_after()} <A to={`/meetings/${next.slug}`}>{frenchSpaces(next.title)}</A>
            </span>
          ) : null}
        </p>
      ) : null}
    </section>
  );
}

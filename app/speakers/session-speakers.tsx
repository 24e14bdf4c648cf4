import { roleLabel } from '#app/attendance/labels.ts';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { fullNameOf } from '#app/model/attendance.ts';
import { PORTRAIT_SIZE, SPEAKER_ROLES } from '#app/model/speakers.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import type { SessionSpeaker } from '#db/speakers/read.ts';
import { sizeWords } from './words.ts';
import './speakers.css';

interface SessionSpeakersProps {
  /** Slugs. */
  edition: string;
  meeting: string;
  speakers: readonly SessionSpeaker[];
}

/** Who chairs, runs and speaks in a session: function, organisation, text, portrait, slides; never an address. */
export function SessionSpeakers({ edition, meeting, speakers }: SessionSpeakersProps) {
  if (speakers.length === 0) return null;
  const rank = ({ roles }: SessionSpeaker) => SPEAKER_ROLES.findIndex((role) => roles.includes(role));
  return (
    <section aria-labelledby="t-cast">
      <div className="sect__h">
        <h2 id="t-cast">{m.speakers_session_title()}</h2>
      </div>
      <ul className="spk-cast">
        {speakers
          .toSorted((a, b) => rank(a) - rank(b))
          .map((speaker) => (
            <li key={speaker.attendanceId}>
              <Face edition={edition} speaker={speaker} />
              <div>
                <h3>{fullNameOf(speaker)}</h3>
                <p className="meta">{[rolesOf(speaker), speaker.function, speaker.organisationName].filter(Boolean).join(', ')}</p>
                {speaker.about ? <p className="lines small">{speaker.about}</p> : null}
                {speaker.slides ? (
                  <p>
                    <a
                      href={`/meetings/${meeting}/slides/${speaker.attendanceId}`}
                      download
                      aria-label={`${m.speakers_session_slides_of({ name: fullNameOf(speaker) })}, ${sizeWords(speaker.slides.bytes)}`}
                    >
                      {m.speakers_session_slides({ format: speaker.slides.format.toUpperCase(), size: sizeWords(speaker.slides.bytes) })}
                    </a>
                  </p>
                ) : null}
              </div>
            </li>
          ))}
      </ul>
    </section>
  );
}

function Face({ edition, speaker }: { edition: string; speaker: SessionSpeaker }) {
  const { personId, portrait } = speaker;
  const name = fullNameOf(speaker);
  if (!portrait) return <Avatar id={personId} name={name} size="lg" />;
  const src = `/editions/${edition}/portraits/${personId}?v=${Date.parse(portrait).toString(36)}`;
  return <img className="spk-cast__p" src={src} alt={name} width={PORTRAIT_SIZE} height={PORTRAIT_SIZE} loading="lazy" />;
}

function rolesOf({ roles }: SessionSpeaker): string {
  const words = SPEAKER_ROLES.filter((role) => roles.includes(role)).map((role) => roleLabel(role));
  return new Intl.ListFormat(getLocale()).format(words);
}

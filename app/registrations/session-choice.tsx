import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { FieldError, fieldId } from '#app/ui/field.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { Offered } from './offer.server.ts';
import { roomWords } from './words.ts';

interface SessionChoiceProps {
  sessions: Offered['sessions'];
  name: string;
  chosen: readonly string[];
  error?: string | undefined;
}

/** The sessions by day, each with how full it is; a full one can be chosen, and says that one waits. */
export function SessionChoice({ sessions, name, chosen, error }: SessionChoiceProps) {
  const id = fieldId(name);
  return (
    <fieldset className="rg-sessions" id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="label">
        {m.registrations_sessions()}
        <span className="opt"> {m.common_optional()}</span>
      </legend>
      <FieldError id={`${id}-error`} error={error} />
      {[...Map.groupBy(sessions, ({ day }) => day)].map(([day, ofDay]) => (
        <div key={day} className="rg-day">
          <p className="rg-day__d">{day}</p>
          {ofDay.map((session) => (
            <label key={session.id} className="check rg-session">
              <input type="checkbox" name={name} value={session.id} defaultChecked={chosen.includes(session.id)} />
              <span>
                <b>{frenchSpaces(session.title)}</b>
                <small>{[session.time, session.placeName].filter(Boolean).join(', ')}</small>
                {session.capacity === null ? null : (
                  <small>
                    {session.room === 'full' ? <Tag look="warn">{m.registrations_full()}</Tag> : null}{' '}
                    {roomWords(session.room, session.capacity)}
                  </small>
                )}
              </span>
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  );
}

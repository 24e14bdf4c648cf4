import { roleLabel } from '#app/attendance/labels.ts';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen, sentenceCase } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { whenOf } from '#app/model/when.ts';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { OwnPart } from '#db/speakers/read-own.ts';
import type { Refused } from './act-on-speaking.server.ts';
import { OwnSlides } from './own-slides.tsx';

interface OwnSessionProps {
  session: OwnPart & { over: boolean };
  path: string;
  refused: NonNullable<Refused['session']> | null;
}

/** One session of a speaker: when, where, with whom; their answer, and their slides. */
export function OwnSession({ session, path, refused }: OwnSessionProps) {
  const { attendanceId, title, answer, status, over, roles } = session;
  const closed = status === 'cancelled' || over;
  return (
    <article className="spk-s" id={`s-${attendanceId}`} aria-labelledby={`t-${attendanceId}`}>
      <header className="spk-s__h">
        <div>
          <h3 id={`t-${attendanceId}`}>{frenchSpaces(title)}</h3>
          <p className="meta">{[whenWords(session), session.placeName].filter(Boolean).join(', ')}</p>
        </div>
        <Tag look={closed ? 'soft' : answer === 'declined' ? 'late' : answer === 'none' ? 'warn' : 'ok'}>{stateWords(session)}</Tag>
      </header>
      <p>
        {m.speakers_own_role({ roles: new Intl.ListFormat(getLocale()).format(roles.map((role) => roleLabel(role).toLocaleLowerCase())) })}
      </p>
      <With others={session.others} />
      {closed ? null : (
        <form method="post" action={path} className="spk-s__a">
          <input type="hidden" name="session" value={attendanceId} />
          <Field
            as="textarea"
            name="regret"
            id={`f-regret-${attendanceId}`}
            rows={2}
            optional
            label={m.speakers_own_regret()}
            hint={m.speakers_own_regret_hint()}
            defaultValue={refused?.regret?.words ?? session.regret}
            error={refused?.regret?.fault}
          />
          <div className="row">
            <SubmitButton name="intent" value="confirm" icon="check" look={answer === 'none' || answer === 'declined' ? 'primary' : 'line'}>
              {m.speakers_own_confirm()}
            </SubmitButton>
            <SubmitButton name="intent" value="decline" look="line">
              {m.speakers_own_decline()}
            </SubmitButton>
          </div>
        </form>
      )}
      {status === 'cancelled' || answer === 'declined' ? null : <OwnSlides session={session} path={path} fault={refused?.slides} />}
    </article>
  );
}

function With({ others }: Pick<OwnPart, 'others'>) {
  if (others.length === 0) return null;
  return (
    <div>
      <p className="label">{m.speakers_own_with()}</p>
      <ul className="spk-with">
        {others.map(({ name, roles, organisation }) => (
          <li key={name}>
            {name}
            <span className="meta">
              {' '}
              {[...roles.map((role) => roleLabel(role).toLocaleLowerCase()), organisation].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function whenWords({ edtf, timeZone }: OwnPart): string {
  const when = whenOf(edtf);
  if (when.kind === 'unknown') return m.speakers_own_hour_later();
  return sentenceCase(formatWhen(when, { zone: timeZone, locale: getLocale() }).full);
}

function stateWords({ status, over, answer }: OwnSessionProps['session']): string {
  if (status === 'cancelled') return m.speakers_own_cancelled();
  if (over) return m.speakers_own_over();
  if (answer === 'none') return m.speakers_own_unanswered();
  return answer === 'declined' ? m.speakers_own_declined() : m.speakers_own_confirmed();
}

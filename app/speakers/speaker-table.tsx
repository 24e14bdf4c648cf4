import { roleLabel } from '#app/attendance/labels.ts';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { fullNameOf } from '#app/model/attendance.ts';
import { formatDay } from '#app/model/format-when.ts';
import { SLIDES_RELEASES } from '#app/model/speakers.ts';
import { A } from '#app/ui/link.tsx';
import { Person } from '#app/ui/person.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { BoardPart, BoardSpeaker } from '#db/speakers/read-board.ts';
import { owedWords, RELEASE_WORDS } from './words.ts';

/** Everybody with a part in the edition: where, what they still owe, and their link. */
export function SpeakerTable({ board }: { board: readonly BoardSpeaker[] }) {
  if (board.length === 0) return <p className="meta">{m.speakers_none()}</p>;
  return (
    <table className="tbl stack-tbl">
      <thead>
        <tr>
          <th scope="col">{m.speakers_col_who()}</th>
          <th scope="col">{m.speakers_col_parts()}</th>
          <th scope="col">{m.speakers_col_owed()}</th>
          <th scope="col">{m.speakers_col_link()}</th>
        </tr>
      </thead>
      <tbody>
        {board.map((speaker) => (
          <Row key={speaker.personId} speaker={speaker} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ speaker }: { speaker: BoardSpeaker }) {
  const { personId, directory, parts, owed } = speaker;
  const name = fullNameOf(speaker);
  const declined = parts.every(({ answer }) => answer === 'declined');
  return (
    <tr>
      <td>
        <Person id={personId} name={name} role={[speaker.function, speaker.organisation].filter(Boolean).join(', ')} />
        {directory ? (
          <p className="meta">
            {m.speakers_directory_says({ what: [directory.name, directory.function, directory.organisation].filter(Boolean).join(', ') })}{' '}
            <A to={`/directory/people/${personId}/edit`}>{m.speakers_directory_update()}</A>
          </p>
        ) : null}
      </td>
      <td data-l={m.speakers_col_parts()}>
        <ul className="spk-parts">
          {parts.map((part) => (
            <Part key={part.attendanceId} part={part} name={name} />
          ))}
        </ul>
      </td>
      <td data-l={m.speakers_col_owed()}>
        {declined ? (
          <Tag look="soft">{m.speakers_all_declined()}</Tag>
        ) : owed.length === 0 ? (
          <Tag look="ok" icon="check">
            {m.speakers_complete()}
          </Tag>
        ) : (
          owedWords(owed)
        )}
      </td>
      <td data-l={m.speakers_col_link()}>
        <Link speaker={speaker} name={name} />
      </td>
    </tr>
  );
}

function Part({ part: { attendanceId, slug, title, roles, answer, regret, release }, name }: { part: BoardPart; name: string }) {
  const state = answer === 'none' ? m.speakers_state_none() : answer === 'declined' ? m.speakers_state_no() : m.speakers_state_yes();
  return (
    <li>
      <A to={`/meetings/${slug}`}>{title}</A>
      <span className="meta"> {[...roles.map((role) => roleLabel(role).toLocaleLowerCase()), state].join(', ')}</span>
      {regret ? <span className="spk-q">{m.speakers_regret({ words: regret })}</span> : null}
      {release ? (
        <form method="post" className="row">
          <input type="hidden" name="session" value={attendanceId} />
          <label className="vh" htmlFor={`r-${attendanceId}`}>
            {m.speakers_slides_release_of({ name })}
          </label>
          <select className="select" name="release" id={`r-${attendanceId}`} defaultValue={release}>
            {SLIDES_RELEASES.map((one) => (
              <option key={one} value={one}>
                {RELEASE_WORDS[one]()}
              </option>
            ))}
          </select>
          <SubmitButton name="intent" value="release" look="line" size="sm">
            {m.speakers_release_save()}
          </SubmitButton>
        </form>
      ) : null}
    </li>
  );
}

function Link({ speaker: { personId, reachable, askedAt, remindedAt }, name }: { speaker: BoardSpeaker; name: string }) {
  if (!reachable) return <span className="meta">{m.speakers_no_address()}</span>;
  const day = (instant: string) => formatDay(instant.slice(0, 10), getLocale(), { year: false });
  return (
    <form method="post">
      <input type="hidden" name="person" value={personId} />
      <input type="hidden" name="expected" value="1" />
      <p className="meta">
        {askedAt ? m.speakers_asked_on({ day: day(askedAt) }) : m.speakers_not_asked()}
        {remindedAt ? ` ${m.speakers_reminded_on({ day: day(remindedAt) })}` : ''}
      </p>
      <div className="row">
        <SubmitButton name="intent" value="ask-one" look="line" size="sm" aria-label={m.speakers_send_one_to({ name })}>
          {m.speakers_send_one()}
        </SubmitButton>
        {askedAt ? (
          <SubmitButton name="intent" value="revoke" look="quiet" size="sm" aria-label={m.speakers_revoke_of({ name })}>
            {m.speakers_revoke()}
          </SubmitButton>
        ) : null}
      </div>
    </form>
  );
}

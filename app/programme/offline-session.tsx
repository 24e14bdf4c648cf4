import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatTime } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { ProgrammePerson } from '#db/programme/read-offline.ts';
import type { Session } from './load-programme.server.ts';
import { languagesOf, subjectOf } from './session-words.ts';

interface OfflineSessionProps {
  row: Session;
  summary: string;
  people: readonly ProgrammePerson[];
  ownEnd: string | null;
}

const ROLES = ['chair', 'facilitator', 'speaker'] as const;

/** A session whole: where, in which languages, what it is about, and who has which part in it. */
export function OfflineSession({ row, summary, people, ownEnd }: OfflineSessionProps) {
  const title = frenchSpaces(row.title);
  const facts = [
    row.placeName,
    row.track?.name,
    subjectOf(row),
    languagesOf(row.languages),
    ownEnd && m.programme_until({ time: formatTime(ownEnd, getLocale()) }),
    row.choice && m.own_programme_title(),
  ].filter(Boolean);
  return (
    <article id={row.slug} aria-labelledby={`t-${row.slug}`} className={row.choice ? 'own' : undefined}>
      <h4 id={`t-${row.slug}`}>{row.status === 'cancelled' ? <s>{title}</s> : title}</h4>
      {row.status === 'cancelled' ? (
        <p>
          <strong>{m.programme_cancelled()}</strong>
        </p>
      ) : null}
      {facts.length > 0 ? <p className="facts">{facts.join(' · ')}</p> : null}
      {summary
        .split('\n')
        .filter((line) => line.trim())
        .map((line) => (
          <p key={line}>{frenchSpaces(line)}</p>
        ))}
      {people.length > 0 ? <People people={people} /> : null}
    </article>
  );
}

function People({ people }: Pick<OfflineSessionProps, 'people'>) {
  return (
    <dl>
      {ROLES.map((role) => {
        // each under the first of their parts
        const named = people.filter(({ roles }) => ROLES.find((one) => roles.includes(one)) === role);
        return named.length > 0 ? (
          <div key={role}>
            <dt>{roleName(role, named.length)}</dt>
            {named.map((person) => (
              <dd key={`${person.name} ${person.organisationName}`}>
                {[person.name, person.function, person.organisationName].filter(Boolean).join(', ')}
              </dd>
            ))}
          </div>
        ) : null;
      })}
    </dl>
  );
}

function roleName(role: (typeof ROLES)[number], count: number): string {
  switch (role) {
    case 'chair':
      return m.programme_role_chair({ count });
    case 'facilitator':
      return m.programme_role_facilitator({ count });
    case 'speaker':
      return m.programme_role_speaker({ count });
  }
}

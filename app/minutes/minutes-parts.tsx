import type { ReactNode } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { AcceptedComplement, AgendaLine, SynthesisPoint, VersionNote } from '#app/model/minutes-content.ts';
import { Notice } from '#app/ui/notice.tsx';
import { InlineText } from './inline-text.tsx';
import { InternalMark } from './internal-mark.tsx';
import { withoutLinks } from './minutes-tables.tsx';

/** What was planned, each point leading to what was noted in it. */
export function AgendaList({ agenda }: { agenda: readonly AgendaLine[] }): ReactNode {
  return (
    <section id="ordre-du-jour" aria-labelledby="t-ordre-du-jour">
      <h2 id="t-ordre-du-jour">{m.minutes_agenda()}</h2>
      <ol className="mn-agenda">
        {agenda.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two points may have the same title; their order never changes in a version
          <li key={index}>
            <span className="mn-agenda__n">{index + 1}</span>
            <span>{line.anchor ? <a href={`#${line.anchor}`}>{frenchSpaces(line.title)}</a> : frenchSpaces(line.title)}</span>
            <span className="mn-agenda__m">{line.minutes > 0 ? m.minutes_agenda_minutes({ minutes: line.minutes }) : null}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** All take-aways by point, each leading to where it was said. */
export function Synthesis({ points }: { points: readonly SynthesisPoint[] }): ReactNode {
  return (
    <section id="a-retenir" aria-labelledby="t-a-retenir">
      <h2 id="t-a-retenir">{m.minutes_synthesis()}</h2>
      {points.map((point) => (
        <div className="mn-syn" key={point.anchor}>
          <h3>{frenchSpaces(point.title)}</h3>
          <ul>
            {point.takeAways.map((each) => (
              <li key={each.anchor}>
                <a href={`#${each.anchor}`}>
                  <InlineText inline={withoutLinks(each.inline)} />
                </a>
                {each.speaker ? <span className="mn-syn__who"> {each.speaker}</span> : null} {each.internal ? <InternalMark /> : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** What was put right last, above all that it concerns. */
export function LatestNote({ notes }: { notes: readonly VersionNote[] }): ReactNode {
  const latest = notes.at(-1);
  if (!latest) return null;
  return (
    <div className="mn-latest">
      <Notice>
        <p>
          <b>{titleOf(latest)}</b>
        </p>
        <p className="mn-lines">{frenchSpaces(latest.text)}</p>
        {notes.length > 1 ? <a href="#notes">{m.minutes_notes()}</a> : null}
      </Notice>
    </div>
  );
}

export function NoteList({ notes }: { notes: readonly VersionNote[] }): ReactNode {
  return (
    <section id="notes" aria-labelledby="t-notes">
      <h2 id="t-notes">{m.minutes_notes()}</h2>
      <dl className="mn-notes">
        {notes.map((note) => (
          <div key={`${note.kind}-${note.number}`}>
            <dt>{titleOf(note)}</dt>
            <dd className="mn-lines">{frenchSpaces(note.text)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function titleOf({ kind, day, number }: VersionNote): string {
  return (kind === 'erratum' ? m.minutes_erratum : m.minutes_editor_note)({ date: formatDay(day, getLocale()), number });
}

const COMPLEMENTS = {
  insert: m.minutes_complement_insert,
  replace: m.minutes_complement_replace,
  delete: m.minutes_complement_delete,
  comment: m.minutes_complement_comment,
  identity: m.minutes_complement_identity,
};

/** What those who took part added or corrected. */
export function ComplementList({ complements }: { complements: readonly AcceptedComplement[] }): ReactNode {
  return (
    <section id="complements" aria-labelledby="t-complements">
      <h2 id="t-complements">{m.minutes_complements()}</h2>
      <p className="hint">{m.minutes_complements_intro()}</p>
      <ul className="mn-compl">
        {complements.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was accepted has no identity in a version but its place
          <li key={index}>
            {complementLine(each)} {each.internal ? <InternalMark /> : null}
            {each.anchor ? (
              <>
                {' '}
                <a href={`#${each.anchor}`}>{m.minutes_complement_place()}</a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function complementLine({ kind, author, day }: AcceptedComplement): string {
  const what = COMPLEMENTS[kind]();
  const date = formatDay(day, getLocale());
  return author ? m.minutes_complement_line({ what, author, date }) : m.minutes_complement_line_bare({ what, date });
}

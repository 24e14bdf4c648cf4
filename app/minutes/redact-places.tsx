import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { REDACTED } from '#app/model/redaction.ts';
import { Notice } from '#app/ui/notice.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { RedactionPreview } from '#server/minutes/preview-redaction.ts';
import type { FoundWords } from '#server/minutes/redact-content.ts';

/** Characters around the words. */
const AROUND = 60;

/** Every place where the words stand, with what will stand there instead. */
export function FoundPlaces({ preview: { places, more, earlier, inNotes, elsewhere } }: { preview: RedactionPreview }) {
  if (places.length === 0 && earlier.length === 0 && !inNotes && elsewhere.length === 0)
    return (
      <Notice look="warn" role="status">
        {m.versions_redact_nothing()}
      </Notice>
    );
  const published = elsewhere.filter((meeting) => meeting.published);
  return (
    <section className="panel stack" aria-labelledby="t-places" role="status">
      <h2 id="t-places">{m.versions_redact_places({ count: places.length + more })}</h2>
      {earlier.length > 0 ? <p>{m.versions_redact_earlier({ count: earlier.length, numbers: earlier.join(', ') })}</p> : null}
      {inNotes ? <p>{m.versions_redact_in_notes()}</p> : null}
      {elsewhere.length > 0 ? <p>{m.versions_redact_elsewhere({ count: elsewhere.length, meetings: titlesOf(elsewhere) })}</p> : null}
      {published.length > 0 ? <p>{m.versions_redact_elsewhere_published({ meetings: titlesOf(published) })}</p> : null}
      <ol className="rdc__places" lang="fr">
        {places.map(({ edition, part, section, text, found }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice in one section
          <li key={`${index} ${section}`}>
            <p className="meta">
              {section || partWord(part)} {edition === 'internal' ? <Tag>{m.versions_redact_internal_only()}</Tag> : null}
            </p>
            <p>{marked(text, found)}</p>
          </li>
        ))}
      </ol>
      {more > 0 ? <p className="meta">{m.versions_changes_more({ count: more })}</p> : null}
    </section>
  );
}

function titlesOf(meetings: RedactionPreview['elsewhere']): string {
  return meetings.map(({ title }) => title).join(', ');
}

function partWord(part: FoundWords['part']): string {
  switch (part) {
    case 'agenda':
      return m.versions_part_agenda();
    case 'highlights':
      return m.minutes_highlights();
    case 'synthesis':
      return m.minutes_synthesis();
    case 'decisions':
      return m.minutes_decisions();
    case 'actions':
      return m.minutes_actions();
    case 'nextSteps':
      return m.versions_part_next();
    case 'annex':
      return m.minutes_annex();
    case 'complements':
      return m.versions_part_complements();
    case 'notes':
      return m.versions_part_notes();
    default:
      return m.versions_part_header();
  }
}

function marked(text: string, found: RedactionPreview['places'][number]['found']): ReactNode[] {
  const shown: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of found) {
    const between = text.slice(at, start);
    shown.push(at === 0 && between.length > AROUND ? `…${between.slice(-AROUND)}` : between);
    shown.push(
      <span key={start}>
        <del className="d">
          <span className="vh">{m.history_words_removed()} </span>
          {text.slice(start, end)}
        </del>{' '}
        <ins className="d">
          <span className="vh">{m.history_words_added()} </span>
          {REDACTED}
        </ins>
      </span>,
    );
    at = end;
  }
  const rest = text.slice(at);
  return [...shown, rest.length > AROUND ? `${rest.slice(0, AROUND)}…` : rest];
}

import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import type { UndatedEntry } from './entries.ts';

/** What is announced without a day: in a row of its own, on no day that nobody chose. */
export function UndatedEntries({ entries, level: Heading = 'h2' }: { entries: readonly UndatedEntry[]; level?: 'h2' | 'h3' }) {
  if (entries.length === 0) return null;
  return (
    <section className="cal-undated" aria-labelledby="t-undated">
      <Heading id="t-undated">{m.calendar_undated_title()}</Heading>
      <ul>
        {entries.map((entry) => (
          <li key={entry.key}>
            <Undated entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Undated({ entry }: { entry: UndatedEntry }) {
  const className = `ev ev--poll${entry.cancelled ? ' ev--off' : ''}${entry.word ? ' ev--out' : ''}`;
  const content = (
    <>
      <b>{entry.cancelled ? <s>{entry.title}</s> : entry.title}</b>
      <span>{[entry.word, entry.cancelled ? m.calendar_cancelled() : entry.label].filter(Boolean).join(' · ')}</span>
    </>
  );
  if (entry.to === null) return <div className={className}>{content}</div>;
  return (
    <A className={className} to={entry.to}>
      {content}
    </A>
  );
}

import type { ReactNode } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, localTime } from '#app/model/format-when.ts';
import type { VersionReason } from '#app/model/minutes.ts';
import { A } from '#app/ui/link.tsx';

export interface VersionInPanel {
  number: number;
  /** Instant. */
  publishedAt: string;
  reason: VersionReason;
  note: string;
  /** Instant; null: its text is there. */
  redactedAt: string | null;
}

interface VersionPanelProps {
  /** Slug. */
  meeting: string;
  zone: string;
  shown: { number: number; sha256: string; sealed: boolean };
  /** Newest first. */
  versions: readonly VersionInPanel[];
}

/** Every version with its reason, what changed from one to the next, and what proves the one that is read. */
export function VersionPanel({ meeting, zone, shown, versions }: VersionPanelProps): ReactNode {
  const at = `/minutes/${meeting}`;
  const oldest = versions.findLast(({ redactedAt }) => redactedAt === null)?.number ?? shown.number;
  return (
    <div id="versions">
      <h2>{m.minutes_versions()}</h2>
      <ol className="vers">
        {versions.map((each) => (
          <li key={each.number}>
            {each.number === shown.number ? <b>{lineOf(each, zone)}</b> : <A to={`${at}/v/${each.number}`}>{lineOf(each, zone)}</A>}
            {wordsOf(each)}
          </li>
        ))}
      </ol>
      {oldest < (versions[0]?.number ?? 1) ? (
        <p>
          <A to={`${at}/changes`}>{m.versions_panel_changes()}</A>
        </p>
      ) : null}
      <p className="meta">{m.minutes_fingerprint()}</p>
      <p className="mn-proof">{shown.sha256}</p>
      <p className="meta">
        {shown.sealed ? m.versions_proof_what() : m.versions_proof_old()}{' '}
        <a href={`${at}/v/${shown.number}/proof.json`}>{m.versions_proof_open()}</a>
      </p>
    </div>
  );
}

function lineOf({ number, publishedAt }: VersionInPanel, zone: string): string {
  const date = formatDay(localTime(publishedAt, zone).slice(0, 10), getLocale());
  return m.minutes_versions_line({ number, date });
}

/** Why it was made, and whether it can still be read; the reason of a redaction is public, the text of an erratum stands on top. */
function wordsOf({ reason, note, redactedAt }: VersionInPanel): string {
  const words = {
    publication: note,
    erratum: m.versions_panel_erratum(),
    editor_note: m.versions_panel_note(),
    redaction: note ? m.versions_panel_redaction_why({ reason: note }) : m.versions_panel_redaction(),
  }[reason];
  const told = [words, redactedAt ? m.versions_panel_redacted() : ''].filter(Boolean).join(', ');
  return told && `, ${told}`;
}

import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { VolumeChange } from '#app/model/volumes.ts';

/** What changed since the version before, session by session. */
export function VolumeChanges({ changes, number }: { changes: readonly VolumeChange[]; number: number }): ReactNode {
  if (changes.length === 0) return null;
  return (
    <section id="changements" aria-labelledby="t-changements">
      <h2 id="t-changements">{m.volumes_changes({ number: number - 1 })}</h2>
      <ul className="prose">
        {changes.map((change) => (
          <li key={JSON.stringify(change)}>{frenchSpaces(wordsOf(change))}</li>
        ))}
      </ul>
    </section>
  );
}

const REASONS = {
  publication: m.volumes_change_publication,
  erratum: m.volumes_change_erratum,
  editor_note: m.volumes_change_note,
  redaction: m.volumes_change_redaction,
};

function wordsOf(change: VolumeChange): string {
  switch (change.what) {
    case 'added':
      return m.volumes_change_added({ title: change.title });
    case 'removed':
      return m.volumes_change_removed({ title: change.title });
    case 'version':
      return REASONS[change.reason]({ title: change.title, number: change.to });
    case 'texts':
      return m.volumes_change_texts();
    case 'order':
      return m.volumes_change_order();
  }
}

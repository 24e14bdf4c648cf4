import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { A } from '#app/ui/link.tsx';
import type { Statement } from '#server/minutes/preview-redaction.ts';

const SHORT = 160;

/** The paragraphs of the version: one is picked by a link, and its words stand in the form. */
export function PickStatement({ statements, meeting }: { statements: readonly Statement[]; meeting: string }) {
  return (
    <details className="rdc__pick">
      <summary>{m.versions_redact_pick()}</summary>
      <ul lang="fr">
        {statements.map(({ anchor, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a block pasted twice keeps its id
          <li key={`${index} ${anchor}`}>
            <A to={`/meetings/${meeting}/minutes/redact?statement=${encodeURIComponent(anchor)}`}>
              {frenchSpaces(text.length > SHORT ? `${text.slice(0, SHORT)}…` : text)}
            </A>
          </li>
        ))}
      </ul>
    </details>
  );
}

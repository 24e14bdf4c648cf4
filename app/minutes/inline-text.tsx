import type { ReactNode } from 'react';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { Inline } from '#app/model/notes.ts';

/** A run of text with its marks. Links open where they say; the notes only keep http, https, mailto and tel. */
export function InlineText({ inline }: { inline: readonly Inline[] }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a run has no identity of its own, its place is its key
  return inline.map((run, index) => <Run key={`${index}-${run.text.length}`} run={run} />);
}

function Run({ run }: { run: Inline }): ReactNode {
  let out: ReactNode = frenchSpaces(run.text);
  if (run.underline) out = <u>{out}</u>;
  if (run.italic) out = <em>{out}</em>;
  if (run.bold) out = <strong>{out}</strong>;
  if (run.href)
    out = (
      <a href={run.href} rel="noopener nofollow">
        {out}
      </a>
    );
  return out;
}

import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import type { ContentsLine } from '#server/volumes/read-volume.ts';
import { type ShownVolume, sessionPath } from './volume-address.ts';

interface VolumeContentsProps {
  shown: ShownVolume;
  lines: readonly ContentsLine[];
  /** Address of the session that is open. */
  here?: string;
  /** Parts of this page, above and below the sessions. */
  before?: readonly [anchor: string, label: string][];
  after?: readonly [anchor: string, label: string][];
}

/** The sessions of a volume in its margin, each by its number, with those that have no minutes in their place. */
export function VolumeContents({ shown, lines, here, before = [], after = [] }: VolumeContentsProps): ReactNode {
  const own = (parts: readonly [string, string][]) =>
    parts.map(([anchor, label]) => (
      <li key={anchor}>
        <a href={`#${anchor}`}>{label}</a>
      </li>
    ));
  return (
    <nav className="toc" aria-label={m.volumes_contents()}>
      <details open>
        <summary>
          {m.volumes_contents()} <Icon name="caret-down" />
        </summary>
        <ol>
          {own(before)}
          {lines.map((line) => (
            <li key={line.slug}>
              <Line shown={shown} line={line} here={here} />
            </li>
          ))}
          {own(after)}
        </ol>
      </details>
    </nav>
  );
}

function Line({ shown, line, here }: { shown: ShownVolume; line: ContentsLine; here: string | undefined }): ReactNode {
  if (line.kind === 'minutes')
    return (
      <A to={sessionPath(shown, line.slug)} aria-current={line.slug === here ? 'page' : undefined}>
        {numbered(line)}
      </A>
    );
  return <span className="vol-absent">{absentWords(line)}</span>;
}

export const numbered = ({ number, title }: Pick<ContentsLine, 'number' | 'title'>) => frenchSpaces(m.volumes_numbered({ number, title }));

export function absentWords(line: ContentsLine): string {
  if (line.kind === 'gone') return m.volumes_line_gone({ number: line.number });
  return frenchSpaces((line.kind === 'cancelled' ? m.volumes_line_cancelled : m.volumes_line_missing)({ title: numbered(line) }));
}

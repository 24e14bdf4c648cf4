import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { ComparedBlock } from '#app/model/note-history.ts';
import { changesOf, type DiffPart, type VersionDiff } from '#app/model/version-diff.ts';
import { ComparedText } from '#app/notes/history/compared-text.tsx';
import '#app/notes/history/history.css';
import './changes.css';

/** Changes beyond which the list only says how many more there are: the text below shows them all. */
const LISTED = 60;

/** The list of changes, each leading to its place, then the whole text with <ins> and <del>. */
export function ChangesView({ diff }: { diff: VersionDiff }): ReactNode {
  const changed = changesOf(diff);
  const count = changed.reduce((sum, { blocks }) => sum + Math.max(1, blocks.length), 0);
  if (count === 0) return <p className="chg__none">{m.versions_changes_none()}</p>;
  return (
    <>
      <nav className="chg__list" aria-labelledby="t-list">
        <h2 id="t-list">{m.versions_changes_count({ count })}</h2>
        <ul>
          {changed.map((part) => (
            <li key={part.key}>
              <a href={`#d-${part.key}`}>
                <b>{titleOf(part)}</b>
              </a>
              {isAsItWas(part) ? null : <> ({wholeWord(part)})</>}
              <ul>
                {part.blocks.slice(0, LISTED).map((block) => (
                  <li key={block.key}>
                    <a href={`#c-${block.key}`}>
                      {changeWord(block.change)}
                      {'\u00A0: '}
                      {excerptOf(block)}
                    </a>
                  </li>
                ))}
                {part.blocks.length > LISTED ? <li>{m.versions_changes_more({ count: part.blocks.length - LISTED })}</li> : null}
              </ul>
            </li>
          ))}
        </ul>
      </nav>
      <div lang="fr">
        {diff.parts.map((part) => (
          <section key={part.key} id={`d-${part.key}`} className="chg__part" aria-labelledby={`t-${part.key}`}>
            <h2 id={`t-${part.key}`}>{titleOf(part)}</h2>
            {isAsItWas(part) ? null : <p className="meta">{wholeWord(part)}</p>}
            {part.blocks.some(({ change }) => change !== 'same') ? (
              <ComparedText blocks={part.blocks} />
            ) : (
              <details>
                <summary>{m.versions_part_same({ count: part.blocks.length })}</summary>
                <ComparedText blocks={part.blocks} />
              </details>
            )}
          </section>
        ))}
      </div>
    </>
  );
}

function titleOf({ what, title }: DiffPart): string {
  switch (what) {
    case 'section':
      return frenchSpaces(title);
    case 'header':
      return m.versions_part_header();
    case 'notes':
      return m.versions_part_notes();
    case 'agenda':
      return m.versions_part_agenda();
    case 'highlights':
      return m.minutes_highlights();
    case 'records':
      return m.versions_part_records();
    case 'next':
      return m.versions_part_next();
    case 'annex':
      return m.minutes_annex();
    case 'complements':
      return m.versions_part_complements();
  }
}

const isAsItWas = ({ change, was }: DiffPart) => change === 'same' && was === null;

/** What became of a section as a whole. */
function wholeWord({ change, was }: DiffPart): string {
  const renamed = was === null ? [] : [m.versions_section_renamed({ was })];
  const moved =
    change === 'same'
      ? []
      : [{ added: m.versions_section_added, removed: m.versions_section_removed, moved: m.versions_section_moved }[change]()];
  return [...moved, ...renamed].join(', ');
}

function changeWord(change: ComparedBlock['change']): string {
  switch (change) {
    case 'added':
      return m.history_block_added();
    case 'removed':
      return m.history_block_removed();
    case 'moved':
      return m.history_block_moved();
    case 'changed':
    case 'same':
      return m.history_block_changed();
  }
}

/** The first words around the change. */
function excerptOf({ parts }: ComparedBlock): string {
  const first = parts.findIndex(({ change }) => change !== 'same');
  const before = parts[first - 1]?.text ?? '';
  const lead = before.length > 30 ? `…${before.slice(-30).replace(/^\S*\s/, '')}` : before;
  const text =
    first < 0
      ? parts.map((part) => part.text).join('')
      : lead +
        parts
          .slice(first)
          .map((part) => part.text)
          .join(' ');
  const short = text.replace(/\s+/g, ' ').trim();
  return short.length > 90 ? `${short.slice(0, 90).replace(/\s\S*$/, '')}…` : short;
}

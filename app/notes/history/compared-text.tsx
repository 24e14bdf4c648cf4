import type { ReactNode } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { ComparedBlock, TextPart } from '#app/model/note-history.ts';
import type { BlockKind } from '#app/model/notes.ts';
import { Icon } from '#app/ui/icon.tsx';
import type { IconName } from '#app/ui/icon-names.ts';
import { formatDay } from '../civil-day.ts';
import { KIND_ICONS, kindLook, kindWord } from '../kind-words.ts';

/** Shorter stretches of what stayed the same are shown, as what the changes stand in. */
const MANY = 3;

/** Two versions as one text: what was added is underlined, what was taken out struck through, both named for those who hear the page. */
export function ComparedText({ blocks }: { blocks: readonly ComparedBlock[] }) {
  return (
    <div className="hs-text">
      {stretchesOf(blocks).map((stretch) => {
        const [first] = stretch;
        if (!first) return null;
        const shown = stretch.map((block) => <Block key={block.key} block={block} />);
        if (first.change !== 'same' || stretch.length < MANY) return shown;
        return (
          <details key={first.key} className="hs-same" open={stretch.length === blocks.length}>
            <summary>{m.history_same({ count: stretch.length })}</summary>
            {shown}
          </details>
        );
      })}
    </div>
  );
}

/** Neighbours that all changed, or all stayed the same. */
function stretchesOf(blocks: readonly ComparedBlock[]): ComparedBlock[][] {
  const stretches: ComparedBlock[][] = [];
  for (const block of blocks) {
    const last = stretches.at(-1);
    if (last?.[0] && (last[0].change === 'same') === (block.change === 'same')) last.push(block);
    else stretches.push([block]);
  }
  return stretches;
}

const MARKS: Record<Exclude<ComparedBlock['change'], 'same'>, IconName> = {
  added: 'plus',
  removed: 'x',
  changed: 'pencil-simple',
  moved: 'git-diff',
};

function Block({ block }: { block: ComparedBlock }) {
  const { change, look, parts } = block;
  return (
    <div className={`hs-b hs-b--${change}`} id={change === 'same' ? undefined : `c-${block.key}`}>
      <p className="hs-b__m">
        {change === 'same' ? null : (
          <>
            {changeWord(change)}
            <Icon name={MARKS[change]} />
          </>
        )}
      </p>
      <div className={`hs-b__t${look.within === 'list' ? ' hs-b__t--item' : ''}`}>
        <Kind block={block} />
        {look.type === 'rule' ? <p className="meta">{m.history_rule()}</p> : <Words parts={parts} heading={look.type === 'heading'} />}
        <More block={block} />
      </div>
    </div>
  );
}

function changeWord(change: Exclude<ComparedBlock['change'], 'same'>): string {
  switch (change) {
    case 'added':
      return m.history_block_added();
    case 'removed':
      return m.history_block_removed();
    case 'changed':
      return m.history_block_changed();
    case 'moved':
      return m.history_block_moved();
  }
}

const nameOf = (kind: BlockKind) => kindWord(kind) || m.history_kind_text();

function Kind({ block: { look, kind } }: { block: ComparedBlock }) {
  if (look.kind === 'text' && !kind) return null;
  const icon = KIND_ICONS[look.kind];
  return (
    <p className={`hs-k hs-k--${kindLook(look.kind) || 'text'}`}>
      {icon ? <Icon name={icon} /> : null}
      {kind ? m.history_kind({ before: nameOf(kind.before), after: nameOf(kind.after) }) : nameOf(look.kind)}
    </p>
  );
}

function Words({ parts, heading }: { parts: readonly TextPart[]; heading: boolean }) {
  const words = parts.map(({ text, change }, index) => {
    const key = `${index}`;
    if (change === 'same') return <span key={key}>{text}</span>;
    const Mark = change === 'added' ? 'ins' : 'del';
    return (
      <Mark key={key} className="d">
        <span className="vh">{change === 'added' ? m.history_words_added() : m.history_words_removed()} </span>
        {text}
        <span className="vh"> {m.history_words_end()} </span>
      </Mark>
    );
  });
  return heading ? <p className="hs-h">{words}</p> : <p>{words}</p>;
}

/** What changed beside the words. */
function More({ block: { assignee, due, speaker, format } }: { block: ComparedBlock }): ReactNode {
  const or = (text: string | null) => text || m.history_nothing();
  const day = (iso: string | null) => or(iso && formatDay(iso, getLocale()));
  const lines = [
    assignee && m.history_assignee({ before: or(assignee.before), after: or(assignee.after) }),
    due && m.history_due({ before: day(due.before), after: day(due.after) }),
    speaker && m.history_speaker(),
    format && m.history_format(),
  ].filter((line) => typeof line === 'string');
  return lines.map((line) => (
    <p key={line} className="meta">
      {line}
    </p>
  ));
}

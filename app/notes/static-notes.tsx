import { Fragment, memo, type ReactNode, useCallback } from 'react';
import { SupportForm } from '#app/live-polls/support-form.tsx';
import { getLocale } from '#app/locale.ts';
import type { Inline, NoteBlock, NoteParagraph, NoteTableCell } from '#app/model/notes.ts';
import { Avatar, hueOf, initialsOf } from '#app/ui/avatar.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { formatDay } from './civil-day.ts';
import { KIND_ICONS, kindLook, kindWord } from './kind-words.ts';
import type { Participant } from './participant.ts';

interface StaticNotesProps {
  blocks: readonly NoteBlock[];
  participants: readonly Participant[];
  /** How many support each proposal, by block; absent: nobody is asked. */
  supports?: Readonly<Record<string, number>>;
  /** They are shown as they are being written. */
  comes?: boolean;
}

type PersonOf = (attendanceId: string | null) => string | null;

/** The notes without an editor, in the same forms as in it (editor/margin.ts): without scripts, and for whoever only reads. */
export function StaticNotes({ blocks, participants, supports, comes = false }: StaticNotesProps) {
  const personOf: PersonOf = useCallback(
    (attendanceId) => participants.find(({ id }) => id === attendanceId)?.personId ?? null,
    [participants],
  );
  return (
    <div className="notes-text" data-comes={comes || undefined}>
      {blocks.map((block, place) =>
        block.type === 'paragraph' ? (
          <Paragraph key={block.id} block={block} personOf={personOf} supporters={supports ? (supports[block.id] ?? 0) : null} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: it has no name of its own, and is drawn again when it moves
          <OtherBlock key={place} block={block} />
        ),
      )}
    </div>
  );
}

/** Blocks that did not change are the same objects (live-blocks.ts), and not drawn again. */
const OtherBlock = memo(Block);

const Paragraph = memo(function Paragraph({
  block,
  personOf,
  supporters,
}: {
  block: NoteParagraph;
  personOf: PersonOf;
  supporters: number | null;
}) {
  const { id, kind, inline, speakerId } = block;
  if (kind === 'turn') {
    const [name = '', ...rest] = inline
      .map(({ text }) => text)
      .join('')
      .split(',');
    return (
      <p id={`b-${id}`} className={`nb-turn c${hueOf(personOf(speakerId) ?? name)}`} data-initials={initialsOf(name) || '?'}>
        <span className="nb-who">{name}</span>
        {rest.length > 0 ? <span className="nb-of">,{rest.join(',')}</span> : null}
      </p>
    );
  }
  const look = kindLook(kind);
  const icon = KIND_ICONS[kind];
  const fields = kind === 'action' && (block.assignee || block.due) ? <Fields block={block} person={personOf(block.assigneeId)} /> : null;
  const supported = kind === 'proposal' && supporters !== null;
  return (
    <>
      {look ? (
        <div className={`nb__m nb-m nb-m--${kind}`}>
          <span className="nb__k">
            {kindWord(kind)}
            {icon ? <Icon name={icon} /> : null}
          </span>
        </div>
      ) : null}
      <p id={`b-${id}`} className={look ? `nb-k nb-k--${look}${fields || supported ? ' nb-k--open' : ''}` : undefined}>
        <Text inline={inline} />
      </p>
      {fields}
      {supported ? (
        <div className="nb__f nb-f nb-f--prop">
          <SupportForm blockId={id} proposal={plain(inline)} count={supporters} />
        </div>
      ) : null}
    </>
  );
});

const plain = (inline: readonly Inline[]) => inline.map(({ text }) => text).join('');

function Fields({ block: { assignee, due }, person }: { block: NoteParagraph; person: string | null }) {
  return (
    <div className="nb__f nb-f">
      {assignee ? (
        <span className="pill">
          <Avatar id={person ?? assignee} name={assignee} size="sm" />
          {assignee}
        </span>
      ) : null}
      {due ? (
        <span className="pill pill--d">
          <Icon name="calendar-blank" />
          {formatDay(due, getLocale())}
        </span>
      ) : null}
    </div>
  );
}

function Block({ block }: { block: NoteBlock }): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Text inline={block.inline} />
        </p>
      );
    case 'heading': {
      const Heading = block.level === 3 ? 'h3' : 'h4';
      return (
        <Heading>
          <Text inline={block.inline} />
        </Heading>
      );
    }
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          <Each of={block.items} render={(item) => <li>{blocksOf(item)}</li>} />
        </List>
      );
    }
    case 'quote':
      return <blockquote>{blocksOf(block.blocks)}</blockquote>;
    case 'table':
      return <Table rows={block.rows} />;
    case 'rule':
      return <hr />;
  }
}

function Table({ rows }: { rows: readonly NoteTableCell[][] }) {
  const cell = ({ header, blocks }: NoteTableCell) => (header ? <th>{blocksOf(blocks)}</th> : <td>{blocksOf(blocks)}</td>);
  const row = (cells: NoteTableCell[]) => (
    <tr>
      <Each of={cells} render={cell} />
    </tr>
  );
  return (
    <div className="nb-table">
      <table>
        <tbody>
          <Each of={rows} render={row} />
        </tbody>
      </table>
    </div>
  );
}

const blocksOf = (blocks: readonly NoteBlock[]) => <Each of={blocks} render={(inner) => <Block block={inner} />} />;

function Text({ inline }: { inline: readonly Inline[] }): ReactNode {
  return <Each of={inline} render={marked} />;
}

function marked({ text, bold, italic, underline, href }: Inline): ReactNode {
  const lines = text.split('\n');
  let shown: ReactNode =
    lines.length === 1 ? text : <Each of={lines} render={(line, index) => [index > 0 ? <br key="br" /> : null, line]} />;
  if (bold) shown = <strong>{shown}</strong>;
  if (italic) shown = <em>{shown}</em>;
  if (underline) shown = <u>{shown}</u>;
  return href ? (
    <a href={href} rel="noopener noreferrer">
      {shown}
    </a>
  ) : (
    shown
  );
}

/** Rendered once and never reordered: the place of each is its key. */
function Each<T>({ of, render }: { of: readonly T[]; render(item: T, index: number): ReactNode }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  return of.map((item, index) => <Fragment key={index}>{render(item, index)}</Fragment>);
}

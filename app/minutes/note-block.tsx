import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import type { NoteBlock as Block, NoteParagraph } from '#app/model/notes.ts';
import { Icon } from '#app/ui/icon.tsx';
import { InlineText } from './inline-text.tsx';

/** One block of the notes as it is read in minutes; paragraphs have an address, wherever they stand. `anchor`: another one. */
export function NoteBlock({ block, anchor }: { block: Block; anchor?: string | undefined }): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <Paragraph block={block} anchor={anchor} />;
    case 'heading':
      return block.level === 3 ? (
        <h3 id={anchor}>
          <InlineText inline={block.inline} />
        </h3>
      ) : (
        <h4 id={anchor}>
          <InlineText inline={block.inline} />
        </h4>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={keyOf(item[0], index)}>
          <Blocks blocks={item} />
        </li>
      ));
      return block.ordered ? <ol className="prose">{items}</ol> : <ul className="prose">{items}</ul>;
    }
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} />
        </blockquote>
      );
    case 'table':
      return <Table block={block} />;
    case 'rule':
      return <hr />;
  }
}

export function Blocks({ blocks }: { blocks: readonly Block[] }): ReactNode {
  return blocks.map((block, index) => <NoteBlock key={keyOf(block, index)} block={block} />);
}

function Paragraph({
  block,
  anchor = block.id ? `b-${block.id}` : undefined,
}: {
  block: NoteParagraph;
  anchor?: string | undefined;
}): ReactNode {
  const text = <InlineText inline={block.inline} />;
  switch (block.kind) {
    case 'takeaway':
      return (
        <p className="ret-row" id={anchor}>
          <Icon name="arrow-right" />
          <span className="ret" data-label={m.minutes_takeaway()}>
            <Label text={m.minutes_takeaway()} />
            {text}
          </span>
        </p>
      );
    case 'decision':
      return (
        <p className="mn-dec" id={anchor}>
          <Icon name="seal-check-fill" />
          <span>
            <b>{m.minutes_decision()}</b> {text}
          </span>
        </p>
      );
    case 'action':
      return (
        <p className="mn-act" id={anchor}>
          <Icon name="square" />
          <span>
            <b>{m.minutes_action()}</b> {text}
          </span>
        </p>
      );
    case 'proposal':
    case 'question':
    case 'caution':
    case 'agreement': {
      const label = {
        proposal: m.minutes_proposal,
        question: m.minutes_question,
        caution: m.minutes_caution,
        agreement: m.minutes_agreement,
      };
      return (
        <p className="mn-prop" id={anchor}>
          <b>{label[block.kind]()}</b> {text}
        </p>
      );
    }
    case 'turn':
    case 'text':
      return <p id={anchor}>{text}</p>;
  }
}

/** Said to screen readers, where the eye has the arrow. */
function Label({ text }: { text: string }): ReactNode {
  return (
    <span className="vh">
      {text}
      {'\u00A0: '}
    </span>
  );
}

function Table({ block }: { block: Block & { type: 'table' } }): ReactNode {
  const [first, ...others] = block.rows;
  const headed = first?.every((cell) => cell.header) === true;
  const row = (cells: NonNullable<typeof first>, index: number) => (
    <tr key={index}>
      {cells.map((cell, column) =>
        cell.header ? (
          <th key={keyOf(cell.blocks[0], column)} scope={headed && index === 0 ? 'col' : 'row'}>
            <Blocks blocks={cell.blocks} />
          </th>
        ) : (
          <td key={keyOf(cell.blocks[0], column)}>
            <Blocks blocks={cell.blocks} />
          </td>
        ),
      )}
    </tr>
  );
  return (
    // a wide table scrolls by itself, also with the keyboard (WCAG 2.1.1), and never widens the page
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region has to be reachable
    <section className="scroll-x" aria-label={m.minutes_table()} tabIndex={0}>
      <table className="tbl">
        {headed && first ? <thead>{row(first, 0)}</thead> : null}
        <tbody>{(headed ? others : block.rows).map((cells, index) => row(cells, index + 1))}</tbody>
      </table>
    </section>
  );
}

function keyOf(block: Block | undefined, index: number): string {
  return block?.type === 'paragraph' && block.id ? block.id : String(index);
}

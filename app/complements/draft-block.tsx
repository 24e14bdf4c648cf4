import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { InlineText } from '#app/minutes/inline-text.tsx';
import type { BlockKind, NoteBlock, NoteParagraph, NoteTableCell } from '#app/model/notes.ts';
import type { InlineProposal, ReviewDraft } from '#app/model/review-screen.ts';
import { Icon } from '#app/ui/icon.tsx';
import { blockWord } from './kind-words.ts';
import { Changed, Words } from './words.tsx';

/** What is drawn into the text; null: the text alone. */
export type Drawn = Pick<ReviewDraft, 'inline' | 'proposals'> | null;

/** Blocks of the draft, with what is proposed in them as insertions and deletions. */
export function DraftBlocks({ blocks, drawn }: { blocks: readonly NoteBlock[]; drawn: Drawn }): ReactNode {
  return blocks.map((block, index) => <DraftBlock key={keyOf(block, index)} block={block} drawn={drawn} />);
}

function DraftBlock({ block, drawn }: { block: NoteBlock; drawn: Drawn }): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <Paragraph block={block} drawn={drawn} />;
    case 'heading':
      return block.level === 3 ? (
        <h3>
          <InlineText inline={block.inline} />
        </h3>
      ) : (
        <h4>
          <InlineText inline={block.inline} />
        </h4>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={keyOf(item[0], index)}>
          <DraftBlocks blocks={item} drawn={drawn} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'quote':
      return (
        <blockquote>
          <DraftBlocks blocks={block.blocks} drawn={drawn} />
        </blockquote>
      );
    case 'table':
      return <Table rows={block.rows} drawn={drawn} />;
    case 'rule':
      return <hr />;
  }
}

function Paragraph({ block, drawn }: { block: NoteParagraph; drawn: Drawn }) {
  const change: InlineProposal | undefined = drawn?.inline[block.id];
  return (
    <>
      <Kind kind={block.kind}>{change?.parts ? <Words parts={change.parts} /> : <InlineText inline={block.inline} />}</Kind>
      {change?.inserts.map((id) => {
        const proposed = drawn?.proposals[id]?.proposed;
        return proposed ? (
          <Kind key={id} kind={proposed.kind}>
            <Changed change="added" text={proposed.text} />
          </Kind>
        ) : null;
      })}
    </>
  );
}

/** The form of a kind of paragraph: its word for those who hear it, its shape for the eye. */
export function Kind({ kind, children }: { kind: BlockKind; children: ReactNode }) {
  const word = blockWord(kind);
  switch (kind) {
    case 'text':
    case 'turn':
      return <p>{children}</p>;
    case 'takeaway':
      return (
        <p className="ret-row">
          <Icon name="arrow-right" />
          <span className="ret" data-label={word}>
            <span className="vh">{`${word}\u00A0: `}</span>
            {children}
          </span>
        </p>
      );
    case 'decision':
    case 'action':
      return (
        <p className={kind === 'decision' ? 'mn-dec' : 'mn-act'}>
          <Icon name={kind === 'decision' ? 'seal-check-fill' : 'square'} />
          <span>
            <b>{word}</b> {children}
          </span>
        </p>
      );
    default:
      return (
        <p className="mn-prop">
          <b>{word}</b> {children}
        </p>
      );
  }
}

function Table({ rows, drawn }: { rows: readonly NoteTableCell[][]; drawn: Drawn }) {
  return (
    // a wide table scrolls by itself, also with the keyboard (WCAG 2.1.1), and never widens the page
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region has to be reachable
    <section className="scroll-x" aria-label={m.complements_table()} tabIndex={0}>
      <table className="tbl">
        <tbody>
          {rows.map((cells, row) => (
            <tr key={keyOf(cells[0]?.blocks[0], row)}>
              {cells.map(({ header, blocks }, column) => {
                const Cell = header ? 'th' : 'td';
                return (
                  <Cell key={keyOf(blocks[0], column)} {...(header ? { scope: row === 0 ? 'col' : 'row' } : {})}>
                    <DraftBlocks blocks={blocks} drawn={drawn} />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function keyOf(block: NoteBlock | undefined, index: number): string {
  return block?.type === 'paragraph' ? block.id : String(index);
}

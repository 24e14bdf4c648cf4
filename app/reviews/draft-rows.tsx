import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { NoteBlock } from '#app/minutes/note-block.tsx';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { plainText } from '#app/model/note-runs.ts';
import type { NoteBlock as Block, NoteParagraph } from '#app/model/notes.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import type { ReviewRow, ReviewSection } from '#server/reviews/read-review-page.ts';
import { cellsOf, idsIn, keyOf } from './paragraph-ids.ts';
import { ProposalCard } from './proposal-card.tsx';
import { ProposalForm } from './proposal-form.tsx';
import type { ReviewTools } from './review-page.tsx';
import '#app/minutes/minutes.css';

interface DraftRowsProps {
  sections: readonly ReviewSection[];
  tools: ReviewTools;
  /** The part of the page where one's own passages are proposed upon; elsewhere they lead there. */
  actionable?: boolean;
}

/** The draft, block by block: who speaks in the margin, the words, and beside them what one proposed and the way to propose. */
export function DraftRows({ sections, tools, actionable = false }: DraftRowsProps): ReactNode {
  return sections.map((section) => (
    <div key={section.anchor}>
      <div className="rv__row rv__h">
        <div />
        <div className="rv__t">
          <h3>{frenchSpaces(section.title)}</h3>
        </div>
      </div>
      {section.rows.map((row) => (
        <Row key={row.key} row={row} tools={tools} acts={actionable || !row.own} />
      ))}
      {actionable ? null : <SectionEnd section={section} tools={tools} />}
    </div>
  ));
}

function Row({ row, tools, acts }: { row: ReviewRow; tools: ReviewTools; acts: boolean }) {
  const { speaker, own, blocks } = row;
  const ids = blocks.flatMap(idsIn);
  const mine = acts ? tools.proposals.filter(({ blockId }) => blockId !== null && ids.includes(blockId)) : [];
  const form = acts && tools.form && !tools.form.revision && tools.form.block && ids.includes(tools.form.block) ? tools.form : null;
  return (
    <div className={own ? 'rv__row rv__on' : 'rv__row'}>
      <div className="rv__m">
        {speaker?.name ? (
          <>
            <Avatar id={speaker.name} name={speaker.name} size="sm" />
            <b>{speaker.name}</b>
            <span>{speaker.organisation}</span>
          </>
        ) : null}
      </div>
      <div className="rv__t">
        {blocks.map((block) => (
          <DraftBlock key={block.type === 'paragraph' ? block.id : block.type} block={block} tools={tools} acts={acts} />
        ))}
        {form ? <ProposalForm tools={tools} values={form} /> : null}
      </div>
      <div className="rv__th">
        {mine.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} tools={tools} />
        ))}
      </div>
    </div>
  );
}

/** A block with, after each paragraph in it, the way to propose something about it. */
function DraftBlock({ block, tools, acts }: { block: Block; tools: ReviewTools; acts: boolean }): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <div className="review__p" id={acts ? `p-${block.id}` : undefined}>
          <NoteBlock block={block} />
          <Propose paragraph={block} tools={tools} />
        </div>
      );
    case 'list': {
      const items = block.items.map((item) => (
        <li key={keyOf(item)}>
          <DraftBlocks blocks={item} tools={tools} acts={acts} />
        </li>
      ));
      return block.ordered ? <ol className="prose">{items}</ol> : <ul className="prose">{items}</ul>;
    }
    case 'quote':
      return (
        <blockquote>
          <DraftBlocks blocks={block.blocks} tools={tools} acts={acts} />
        </blockquote>
      );
    case 'table':
      return (
        <>
          <NoteBlock block={block} />
          <DraftBlocks blocks={cellsOf(block)} tools={tools} acts={acts} />
        </>
      );
    case 'heading':
      return <p className="review__subhead">{frenchSpaces(plainText(block.inline))}</p>;
    case 'rule':
      return <hr />;
  }
}

function DraftBlocks({ blocks, tools, acts }: { blocks: readonly Block[]; tools: ReviewTools; acts: boolean }): ReactNode {
  return blocks.map((block) => <DraftBlock key={keyOf([block])} block={block} tools={tools} acts={acts} />);
}

function Propose({ paragraph, tools }: { paragraph: NoteParagraph; tools: ReviewTools }) {
  const words = plainText(paragraph.inline).trim();
  if (!tools.open || words === '' || tools.form?.block === paragraph.id) return null;
  const id = encodeURIComponent(paragraph.id);
  return (
    <A className="review__do" to={`${tools.path}?block=${id}&do=replace#p-${id}`}>
      <Icon name="pencil-simple" />
      <span>
        {m.reviews_propose()} <span className="vh">{m.reviews_propose_about({ words: beginning(words) })}</span>
      </span>
    </A>
  );
}

function SectionEnd({ section: { agendaItemId, title }, tools }: { section: ReviewSection; tools: ReviewTools }) {
  if (!agendaItemId) return null;
  const form = tools.form && !tools.form.revision && !tools.form.block && tools.form.item === agendaItemId ? tools.form : null;
  const mine = tools.proposals.filter((proposal) => proposal.blockId === null && proposal.agendaItemId === agendaItemId);
  if (!tools.open && mine.length === 0) return null;
  return (
    <div className="rv__row" id={`e-${agendaItemId}`}>
      <div className="rv__m" />
      <div className="rv__t">
        {form ? <ProposalForm tools={tools} values={form} /> : null}
        {tools.open && !form ? (
          <A className="review__do" to={`${tools.path}?item=${agendaItemId}#e-${agendaItemId}`}>
            <Icon name="plus-circle" />
            <span>
              {m.reviews_add_at_end()} <span className="vh">{m.reviews_add_at_end_of({ title })}</span>
            </span>
          </A>
        ) : null}
      </div>
      <div className="rv__th">
        {mine.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} tools={tools} />
        ))}
      </div>
    </div>
  );
}

const beginning = (words: string) => {
  const characters = [...words];
  return characters.length > 50 ? `${characters.slice(0, 50).join('')}…` : words;
};

import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import type { OwnProposal } from '#server/reviews/read-review-page.ts';
import { ProposalCard } from './proposal-card.tsx';
import type { ReviewTools } from './review-page.tsx';
import { kindWord, stateWord } from './review-words.ts';

interface OwnProposalsProps {
  proposals: readonly OwnProposal[];
  tools: ReviewTools;
  /** Ids of those that stand beside their passage on this page. */
  placed: ReadonlySet<string>;
}

/** Everything that the reader proposed: one line each where it stands beside its passage, whole where there is no such place. */
export function OwnProposals({ proposals, tools, placed }: OwnProposalsProps) {
  if (proposals.length === 0) return null;
  const lines = proposals.filter(({ id }) => placed.has(id));
  return (
    <section className="review__mine" id="mine" aria-labelledby="t-mine">
      <h2 id="t-mine">{m.reviews_mine_title({ count: proposals.length })}</h2>
      {lines.length > 0 ? (
        <ul>
          {lines.map((proposal) => (
            <li key={proposal.id}>
              <Icon name={proposal.state === 'refused' ? 'x-circle' : proposal.state === 'accepted' ? 'check-circle' : 'clock'} />
              <a href={`#c-${proposal.id}`}>{m.reviews_card_title({ kind: kindWord(proposal.kind), state: stateWord(proposal) })}</a>
              <span className="review__short">{proposal.words || proposal.comment || proposal.baseText}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {proposals
        .filter(({ id }) => !placed.has(id))
        .map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} tools={tools} />
        ))}
    </section>
  );
}

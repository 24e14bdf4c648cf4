import { m } from '#app/messages/compiled/messages.js';
import type { ProposedIdentity } from '#app/model/complements.ts';
import { A } from '#app/ui/link.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { ProposalForm } from './proposal-form.tsx';
import type { ReviewTools } from './review-page.tsx';

/** How the minutes name the reader, to be confirmed by saying nothing, or to be corrected. */
export function IdentityPanel({ identity, tools }: { identity: ProposedIdentity; tools: ReviewTools }) {
  const mine = tools.proposals.filter(({ kind }) => kind === 'identity');
  const form = tools.form?.kind === 'identity' && !tools.form.revision ? tools.form : null;
  return (
    <section className="review__identity" id="identity" aria-labelledby="t-identity">
      <h2 id="t-identity">{m.reviews_identity_title()}</h2>
      <p className="review__name">
        <b>{identity.name}</b>
        {[identity.function, identity.organisation].filter(Boolean).map((part) => `, ${part}`)}
      </p>
      {mine.map((proposal) => (
        <ProposalCard key={proposal.id} proposal={proposal} tools={tools} />
      ))}
      {form ? <ProposalForm tools={tools} values={form} /> : null}
      {tools.open && !form && !mine.some(({ state }) => state === 'open') ? (
        <p>
          <A to={`${tools.path}?do=identity#identity`}>{m.reviews_identity_correct()}</A>
        </p>
      ) : null}
    </section>
  );
}

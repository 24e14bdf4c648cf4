import { m } from '#app/messages/compiled/messages.js';
import type { ProposedIdentity } from '#app/model/complements.ts';
import type { ShownProposal } from '#app/model/review-screen.ts';
import { Changed, ChangedWords } from './words.tsx';

/** What is proposed, in as few words as tell it. */
export function ThreadWords({ proposal: { kind, parts, comment, identity } }: { proposal: ShownProposal }) {
  if (kind === 'comment') return <p className="th__d th__d--said">{comment}</p>;
  if (identity) return <Identity {...identity} />;
  return (
    <p className="th__d">
      <ChangedWords parts={parts} />
    </p>
  );
}

function Identity({ was, wanted }: { was: ProposedIdentity; wanted: ProposedIdentity }) {
  const fields = [
    ['name', m.complements_name()],
    ['function', m.complements_function()],
    ['organisation', m.complements_organisation()],
  ] as const;
  return (
    <dl className="th__id">
      {fields.map(([field, label]) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>
            {was[field] === wanted[field] ? (
              wanted[field] || '–'
            ) : (
              <>
                {was[field] ? <Changed change="removed" text={was[field]} /> : null}{' '}
                {wanted[field] ? <Changed change="added" text={wanted[field]} /> : null}
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

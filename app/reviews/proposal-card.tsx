import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { compareForReading } from '#app/model/compare-words.ts';
import type { ComplementKind } from '#app/model/complements.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { TextPart } from '#app/model/note-history.ts';
import { Icon } from '#app/ui/icon.tsx';
import type { IconName } from '#app/ui/icon-names.ts';
import { A } from '#app/ui/link.tsx';
import type { OwnProposal } from '#server/reviews/read-review-page.ts';
import { formOfProposal } from './form-of-proposal.ts';
import { ProposalForm } from './proposal-form.tsx';
import { INTENTS } from './review-form-values.ts';
import type { ReviewTools } from './review-page.tsx';
import { kindWord, stateWord } from './review-words.ts';

/** One thing that the reader proposed: what, what became of it and why, and, while it waits, the ways to change it or take it back. */
export function ProposalCard({ proposal, tools }: { proposal: OwnProposal; tools: ReviewTools }) {
  const { id, kind, state, reason, passage, revision } = proposal;
  const waits = state === 'open';
  const edited = tools.form?.revision && tools.form.id === id ? tools.form : null;
  const look = state === 'accepted' ? ' th--done th--yes' : state === 'refused' ? ' th--done th--no' : '';
  return (
    <article className={`th review__card${look}`} id={`c-${id}`} aria-labelledby={`k-${id}`}>
      <p className="th__k" id={`k-${id}`}>
        <Icon name={ICONS[kind]} />
        {m.reviews_card_title({ kind: kindWord(kind), state: stateWord(proposal) })}
      </p>
      {edited ? null : <Words proposal={proposal} />}
      {proposal.applied === null ? null : <Applied words={proposal.applied} />}
      {reason ? <p className="th__d lines">{m.reviews_card_reason({ reason })}</p> : null}
      {passage === 'changed' ? <p className="hint">{m.reviews_passage_changed()}</p> : null}
      {passage === 'gone' ? <p className="hint">{m.reviews_passage_gone()}</p> : null}
      {edited ? <ProposalForm tools={tools} values={tools.refused?.values?.id === id ? edited : formOfProposal(proposal)} /> : null}
      {waits && tools.open && !edited ? (
        <div className="th__a">
          {kind === 'delete' ? null : (
            <A className="btn btn--line btn--sm" to={`${tools.path}?edit=${id}#c-${id}`}>
              {m.reviews_card_change()}
            </A>
          )}
          <Form method="post" action={`${localePath(tools.path)}#mine`}>
            <input type="hidden" name="intent" value={INTENTS.withdraw} />
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="revision" value={revision} />
            <button type="submit" className="btn btn--quiet btn--sm">
              {m.reviews_card_withdraw()}
            </button>
          </Form>
        </div>
      ) : null}
    </article>
  );
}

function Words({ proposal: { kind, words, baseText, comment } }: { proposal: OwnProposal }) {
  return (
    <>
      {kind === 'replace' || kind === 'identity' ? <Compared before={baseText} after={words} /> : null}
      {kind === 'insert' ? <Compared before="" after={words} /> : null}
      {kind === 'delete' ? <Compared before={baseText} after="" /> : null}
      {comment ? <p className="th__d lines">{comment}</p> : null}
    </>
  );
}

/** What changes, and where. */
function Compared({ before, after }: { before: string; after: string }) {
  const parts = partsOf(before, after);
  return (
    <p className="th__d lines" lang="fr">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a comparison have no identity, and never move
        <Part key={index} {...part} first={index === 0} last={index === parts.length - 1} />
      ))}
    </p>
  );
}

/** Longer than this, both are shown whole: comparing costs the square of what differs, and nobody reads it word by word. */
const COMPARED = 6000;

function partsOf(before: string, after: string): TextPart[] {
  if (before.length + after.length <= COMPARED) return compareForReading(before, after);
  const parts: TextPart[] = [
    { text: before, change: 'removed' },
    { text: after, change: 'added' },
  ];
  return parts.filter(({ text }) => text !== '');
}

/** A change is told by hidden words beside the colours. */
function Part({ text, change, first, last }: TextPart & { first: boolean; last: boolean }) {
  switch (change) {
    case 'same':
      return frenchSpaces(around(text, { first, last }));
    case 'added':
      return (
        <>
          <span className="vh">{m.reviews_added()} </span>
          <ins className="d">{frenchSpaces(text)}</ins>
        </>
      );
    case 'removed':
      return (
        <>
          <span className="vh">{m.reviews_removed()} </span>
          <del className="d">{frenchSpaces(text)}</del>
        </>
      );
  }
}

/** Words on each side of a change that say where it is; the paragraph stands beside it whole. */
const AROUND = 60;

function around(text: string, { first, last }: { first: boolean; last: boolean }): string {
  if (text.length <= 2 * AROUND + 20) return text;
  const head = first ? '' : text.slice(0, text.lastIndexOf(' ', AROUND) + 1);
  const tail = last ? '' : text.slice(text.indexOf(' ', text.length - AROUND));
  return `${head}…${tail}`;
}

function Applied({ words }: { words: string }) {
  return (
    <p className="th__d lines">
      {m.reviews_card_applied()} <span lang="fr">{frenchSpaces(words)}</span>
    </p>
  );
}

const ICONS = {
  insert: 'plus-circle',
  replace: 'pencil-simple',
  delete: 'trash',
  comment: 'megaphone-simple',
  identity: 'user',
} as const satisfies Record<ComplementKind, IconName>;

import type { MouseEvent } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import type { ShownProposal } from '#app/model/review-screen.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { DecisionForm } from './decision-fields.tsx';
import { shortKind } from './kind-words.ts';
import { useReview } from './review-context.tsx';
import { reviewPath, threadId } from './review-query.ts';
import { threadLabel } from './thread.tsx';
import { ChangedWords } from './words.tsx';

/** A proposal in two lines; what can be done in one click is done here, the rest opens it. */
export function FoldedThread({ proposal }: { proposal: ShownProposal }) {
  const { can } = useReview();
  const { id, kind, author, parts, comment, since, gone, identity } = proposal;
  const { name } = author;
  const isComment = kind === 'comment';
  // what asks for a closer look is not accepted from here
  const plain = can.decide && !since && !gone;
  return (
    <article
      className={isComment ? 'th th--c th--cm' : 'th th--c'}
      id={threadId(id)}
      tabIndex={-1}
      data-thread={id}
      aria-label={threadLabel(proposal)}
    >
      <Avatar id={author.hue} name={name} size="sm" />
      <p>
        <Opener proposal={proposal}>
          <b>{name}</b>, {shortKind(kind)}
        </Opener>
        <span className="th__d">
          {isComment ? (
            comment
          ) : identity ? (
            [identity.wanted.name, identity.wanted.function, identity.wanted.organisation].filter(Boolean).join(', ')
          ) : (
            <ChangedWords parts={parts} />
          )}
        </span>
      </p>
      <span className="th__q">
        {!plain ? (
          <Opener proposal={proposal} className="btn btn--line btn--icon" label={m.complements_see_name({ name })}>
            <Icon name={since ? 'git-merge' : 'arrow-right'} />
          </Opener>
        ) : isComment ? (
          <Opener proposal={proposal} ask="edit" className="btn btn--line btn--icon" label={m.complements_answer_name({ name })}>
            <Icon name="arrow-bend-up-left" />
          </Opener>
        ) : (
          <>
            <DecisionForm proposal={proposal}>
              <button
                className="btn btn--line btn--icon"
                type="submit"
                name="intent"
                value="accept"
                data-do="accept"
                aria-label={m.complements_accept_name({ name })}
              >
                <Icon name="check" />
              </button>
            </DecisionForm>
            <Opener proposal={proposal} ask="refuse" className="btn btn--line btn--icon" label={m.complements_refuse_name({ name })}>
              <Icon name="x" />
            </Opener>
          </>
        )}
      </span>
    </article>
  );
}

interface OpenerProps {
  proposal: ShownProposal;
  /** The form to unfold with it. */
  ask?: 'edit' | 'refuse';
  className?: string;
  label?: string;
  children: React.ReactNode;
}

/** Opens a proposal: a link for pages without scripts, in place with them. */
function Opener({ proposal: { id }, ask, className = 'th__o', label, children }: OpenerProps) {
  const { slug, open } = useReview();
  const inPlace = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open(id);
    requestAnimationFrame(() => {
      const thread = document.getElementById(threadId(id));
      const details = ask ? thread?.querySelector<HTMLDetailsElement>(`details[data-do="${ask}"]`) : null;
      if (details) details.open = true;
      (details?.querySelector<HTMLElement>('textarea') ?? thread)?.focus();
    });
  };
  return (
    <A to={reviewPath(slug, { at: id, ...(ask ? { ask } : {}) })} className={className} aria-label={label} onClick={inPlace}>
      {children}
    </A>
  );
}

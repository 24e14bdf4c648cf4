import { useEffect } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, localTime } from '#app/model/format-when.ts';
import type { ShownProposal } from '#app/model/review-screen.ts';
import { Icon } from '#app/ui/icon.tsx';
import { DecisionForm } from './decision-fields.tsx';
import { kindOf } from './kind-words.ts';
import { useReview } from './review-context.tsx';
import { threadId } from './review-query.ts';
import { threadLabel } from './thread.tsx';

/** What became of a proposal, in a line, and the way back while there is one. */
export function DecidedThread({ proposal }: { proposal: ShownProposal }) {
  const { zone, can, refusal, typed } = useReview();
  const { id, state, kind, author, decision } = proposal;
  const name = author.organisation ? `${author.name}, ${author.organisation}` : author.name;
  const mine = refusal?.sent.id === id ? refusal : null;
  // what was typed for it is done with; of a decision that came too late, the refusal has it
  useEffect(() => {
    for (const key of typed.keys()) if (key.startsWith(id)) typed.delete(key);
  }, [typed, id]);
  return (
    <article
      className={`th th--done ${state === 'accepted' ? 'th--yes' : 'th--no'}`}
      id={threadId(id)}
      tabIndex={-1}
      data-thread={id}
      aria-label={threadLabel(proposal)}
    >
      <div className="th__s">
        <Icon name={state === 'accepted' ? 'check-circle' : 'x-circle'} />
        <p>
          {kindOf(kind, name)}. {decision ? decisionWords(proposal, decision, zone) : ''}
        </p>
        {can.reopen && decision ? (
          <DecisionForm proposal={proposal}>
            <button
              className="btn btn--quiet btn--sm"
              type="submit"
              name="intent"
              value="reopen"
              aria-label={m.complements_reopen_name({ name: author.name })}
            >
              {m.complements_reopen()}
            </button>
          </DecisionForm>
        ) : null}
      </div>
      {mine ? (
        <div className="notice notice--err th__fault" role="alert" tabIndex={-1} id={`${threadId(id)}-fault`}>
          <Icon name="warning-circle" />
          <div>
            <p>{mine.message}</p>
            <Typed refusal={mine} />
          </div>
        </div>
      ) : null}
    </article>
  );
}

function decisionWords(
  { state, kind }: ShownProposal,
  { at, byName: by, reason, edited }: NonNullable<ShownProposal['decision']>,
  zone: string,
) {
  const date = formatDay(localTime(at, zone).slice(0, 10), getLocale(), { year: false });
  if (state === 'refused') return m.complements_refused({ date, by, reason });
  const answer = reason ? ` ${m.complements_answered({ reason })}` : '';
  if (kind === 'comment') return m.complements_handled({ date, by }) + answer;
  return (edited ? m.complements_accepted_edited({ date, by }) : m.complements_accepted({ date, by })) + answer;
}

/** What somebody typed for a decision that came too late stays theirs. */
function Typed({ refusal: { sent } }: { refusal: NonNullable<ReturnType<typeof useReview>['refusal']> }) {
  const { name, function: role, organisation } = sent.identity;
  const words = sent.text || sent.reason || [name, role, organisation].filter(Boolean).join(', ');
  return words ? (
    <>
      <p>{m.complements_typed()}</p>
      <blockquote>{words}</blockquote>
    </>
  ) : null;
}

import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, localTime } from '#app/model/format-when.ts';
import type { ShownProposal } from '#app/model/review-screen.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { DecidedThread } from './decided-thread.tsx';
import { FoldedThread } from './folded-thread.tsx';
import { blockWord, doesWhat, KIND_ICONS } from './kind-words.ts';
import { useReview } from './review-context.tsx';
import { threadId } from './review-query.ts';
import { ThreadActions } from './thread-actions.tsx';
import { Since } from './thread-since.tsx';
import { ThreadWords } from './thread-words.tsx';

/** One proposal beside the text: decided, folded, or open with everything that can be done with it. */
export function Thread({ id }: { id: string }) {
  const { draft, at } = useReview();
  const proposal = draft.proposals[id];
  if (!proposal) return null;
  if (proposal.state !== 'open') return <DecidedThread proposal={proposal} />;
  return id === at ? <OpenThread proposal={proposal} /> : <FoldedThread proposal={proposal} />;
}

function OpenThread({ proposal }: { proposal: ShownProposal }) {
  const { zone } = useReview();
  const { id, kind, author, createdAt, fromFile, comment, since, gone, proposed } = proposal;
  const day = localTime(createdAt, zone).slice(0, 10);
  const word = kind === 'insert' && proposed ? blockWord(proposed.kind) : '';
  return (
    <article className="th th--open" id={threadId(id)} tabIndex={-1} data-thread={id} aria-label={threadLabel(proposal)}>
      <div className="th__h">
        <Avatar id={author.hue} name={author.name} />
        <b>{author.name}</b>
        <small>
          {author.organisation ? `${author.organisation}, ` : ''}
          <time dateTime={createdAt}>{formatDay(day, getLocale(), { year: false })}</time>
        </small>
      </div>
      <p className="th__k">
        <Icon name={KIND_ICONS[kind]} />
        {word ? m.complements_insert_as({ kind: word.toLocaleLowerCase(getLocale()) }) : doesWhat(kind)}
        {fromFile ? ` · ${m.complements_from_file()}` : ''}
      </p>
      {gone && !gone.baseText ? <p className="th__note">{m.complements_place_gone_unknown()}</p> : null}
      {since ? <Since proposal={proposal} since={since} /> : <ThreadWords proposal={proposal} />}
      {comment && kind !== 'comment' ? <p className="th__why">{comment}</p> : null}
      <ThreadActions proposal={proposal} />
    </article>
  );
}

/** The name of a proposal for those who hear the page. */
export function threadLabel({ kind, author: { name } }: ShownProposal): string {
  return kind === 'comment' ? m.complements_thread_comment({ name }) : m.complements_thread({ name });
}

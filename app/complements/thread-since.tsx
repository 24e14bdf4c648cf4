import { m } from '#app/messages/compiled/messages.js';
import type { ShownProposal } from '#app/model/review-screen.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Words } from './words.tsx';

/** The passage changed since: how it was, how it is, how it should be, and what would become of it. */
export function Since({ proposal, since }: { proposal: ShownProposal; since: NonNullable<ShownProposal['since']> }) {
  const { author, kind, parts } = proposal;
  return (
    <div className="th__since">
      <p className="th__k th__k--warn">
        <Icon name="git-merge" />
        {m.complements_since()}
      </p>
      <dl>
        <dt>{m.complements_since_was({ name: author.name })}</dt>
        <dd>{since.was}</dd>
        <dt>{m.complements_since_now()}</dt>
        <dd>
          <Words parts={since.now} />
        </dd>
        {kind === 'delete' ? null : (
          <>
            <dt>{m.complements_since_wanted()}</dt>
            <dd>
              <Words parts={parts} />
            </dd>
          </>
        )}
        {since.clean ? (
          <>
            <dt>{m.complements_since_merged()}</dt>
            <dd>
              <Words parts={since.merged} />
            </dd>
          </>
        ) : null}
      </dl>
    </div>
  );
}

import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import type { MinutesStatus } from '#app/model/minutes-status.ts';
import { Icon } from '#app/ui/icon.tsx';
import type { IconName } from '#app/ui/icon-names.ts';
import { A } from '#app/ui/link.tsx';
import { DraftFiles } from './draft-files.tsx';

/** What an organiser does next with the minutes, as they stand; the first is what most do. */
export function PrepareActions({ meeting, status }: { meeting: string; status: MinutesStatus }): ReactNode {
  const at = `/meetings/${meeting}/minutes`;
  const actions = actionsOf(status, at, meeting);
  return (
    <nav className="panel at-next" aria-labelledby="t-next">
      <h2 id="t-next">{m.attributions_next()}</h2>
      {actions.map(({ to, label, icon }, index) => (
        <A key={to} className={index === 0 ? 'btn btn--wide' : 'btn btn--line btn--wide'} to={to}>
          <Icon name={icon} />
          {label}
        </A>
      ))}
      {status.state === 'draft' ? <p className="hint">{m.attributions_next_review_hint()}</p> : null}
      {status.state === 'draft' || status.state === 'in_review' ? (
        <>
          <DraftFiles meeting={meeting} />
          <p className="hint">
            <A to={`${at}/return`}>{m.files_draft_return()}</A>
          </p>
        </>
      ) : null}
    </nav>
  );
}

interface NextAction {
  to: string;
  label: string;
  icon: IconName;
}

function actionsOf({ state, latest, openProposals }: MinutesStatus, at: string, meeting: string): NextAction[] {
  const review: NextAction = { to: `${at}/review`, label: m.attributions_next_review(), icon: 'envelope-simple' };
  const reviewers: NextAction = { ...review, label: m.attributions_next_reviewers(), icon: 'users-three' };
  const decide: NextAction = { to: `/minutes/${meeting}/review`, label: m.attributions_next_decide(), icon: 'list-checks' };
  const approve: NextAction = { to: `${at}/state`, label: m.attributions_next_state(), icon: 'seal-check' };
  const reopen: NextAction = { ...approve, label: m.attributions_next_reopen(), icon: 'arrow-u-up-left' };
  const publish: NextAction = { to: `${at}/publish`, label: m.attributions_next_publish(), icon: 'megaphone-simple' };
  const again: NextAction = { ...publish, label: m.attributions_next_publish_again() };
  const out: NextAction[] =
    latest === 0
      ? []
      : [
          { to: `/minutes/${meeting}`, label: m.attributions_next_read({ number: latest }), icon: 'file-text' },
          { to: `${at}/redact`, label: m.attributions_next_redact(), icon: 'lock-simple' },
        ];
  switch (state) {
    case 'draft':
      return [review, latest === 0 ? publish : again, approve, ...out];
    case 'in_review':
      return openProposals > 0 ? [decide, reviewers, approve, ...out] : [reviewers, approve, decide, ...out];
    case 'approved':
      return [latest === 0 ? publish : again, reopen, ...out];
    case 'published':
      return [{ to: `${at}/send`, label: m.attributions_next_send(), icon: 'envelope-simple' }, ...out, again, reopen];
  }
}

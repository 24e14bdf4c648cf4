import { m } from '#app/messages/compiled/messages.js';
import type { Edition } from '#app/model/minutes-content.ts';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { PublicationPlan } from '#server/minutes/publication-plan.ts';

/** What the next version will say, how much of it, and what is still to be looked at. */
export function PublicationSummary({ plan, meeting }: { plan: PublicationPlan; meeting: string }) {
  const { status, findings, internalDiffers } = plan;
  const prepare = `/meetings/${meeting}/minutes`;
  const found = findings.error + findings.warning + findings.hint;
  return (
    <section className="stack" aria-labelledby="t-what">
      <h2 id="t-what">{m.versions_what()}</h2>
      <EditionLine plan={plan} edition="public" />
      {internalDiffers ? <EditionLine plan={plan} edition="internal" /> : <p className="meta">{m.versions_internal_same()}</p>}
      <p>
        <A to={prepare}>{m.versions_read_preview()}</A>
        {status.latest > 0 ? (
          <>
            {' · '}
            <A to={`/minutes/${meeting}/changes?from=${status.latest}&to=draft`}>{m.versions_see_changes({ number: status.latest })}</A>
          </>
        ) : null}
      </p>
      <h3>{m.versions_before()}</h3>
      {found > 0 ? (
        <Notice look={findings.error > 0 ? 'warn' : 'info'}>
          <p>
            {m.versions_findings({ count: found })} {findings.error > 0 ? m.versions_findings_sure({ count: findings.error }) : null}
          </p>
          <p>
            <A to={`${prepare}#checker`}>{m.versions_findings_see()}</A>
          </p>
        </Notice>
      ) : (
        <Notice look="ok">{m.versions_findings_none()}</Notice>
      )}
      {status.openProposals > 0 ? (
        <Notice look="warn">
          <p>{m.versions_proposals_open({ count: status.openProposals })}</p>
          <p>
            <A to={`/minutes/${meeting}/review`}>{m.versions_proposals_see()}</A>
          </p>
        </Notice>
      ) : null}
      {plan.changedSinceApproval ? (
        <Notice look="warn">
          <p>{m.versions_refused_approval()}</p>
          <p>
            <A to={`${prepare}/state`}>{m.versions_to_state()}</A>
          </p>
        </Notice>
      ) : null}
    </section>
  );
}

function EditionLine({ plan, edition }: { plan: PublicationPlan; edition: Edition }) {
  const { statements, decisions, actions, people } = plan.editions[edition];
  const sizes = [
    m.versions_statements({ count: statements }),
    m.versions_decisions({ count: decisions }),
    m.versions_actions({ count: actions }),
    m.versions_people({ count: people }),
  ];
  return (
    <p>
      <b>{edition === 'public' ? m.versions_edition_public() : m.versions_edition_internal()}</b>
      <br />
      {sizes.join(', ')}
    </p>
  );
}

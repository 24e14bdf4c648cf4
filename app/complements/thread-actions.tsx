import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { ShownProposal } from '#app/model/review-screen.ts';
import { FieldError } from '#app/ui/field.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { DecisionForm, KeptField } from './decision-fields.tsx';
import { useReview } from './review-context.tsx';
import { threadId } from './review-query.ts';

/** Accept, edit then accept, refuse; of a comment: mark as handled, answer. */
export function ThreadActions({ proposal }: { proposal: ShownProposal }) {
  const { can, refusal } = useReview();
  const mine = refusal?.sent.id === proposal.id ? refusal : null;
  if (!can.decide) return null;
  const { kind, since, gone } = proposal;
  const isConflict = since !== null && !since.clean && kind === 'replace';
  return (
    <>
      {mine ? <Fault id={proposal.id} message={mine.message} /> : null}
      {gone && kind !== 'delete' ? <Replace proposal={proposal} /> : null}
      <div className="th__a">
        {(gone && kind !== 'delete') || isConflict ? null : <Accept proposal={proposal} />}
        {kind === 'comment' ? <Answer proposal={proposal} /> : <Refuse proposal={proposal} />}
        {kind === 'identity' ? <EditIdentity proposal={proposal} /> : null}
        {kind === 'insert' || kind === 'replace' ? gone ? null : <EditText proposal={proposal} unfolded={isConflict} /> : null}
      </div>
    </>
  );
}

function Fault({ id, message }: { id: string; message: string }) {
  return (
    <div className="notice notice--err th__fault" role="alert" tabIndex={-1} id={`${threadId(id)}-fault`}>
      <Icon name="warning-circle" />
      <div>{message}</div>
    </div>
  );
}

function Accept({ proposal }: { proposal: ShownProposal }) {
  const { kind, since } = proposal;
  const isComment = kind === 'comment';
  const merged = since ? (kind === 'delete' ? m.complements_accept_delete_anyway() : m.complements_accept_merge()) : m.complements_accept();
  return (
    <DecisionForm proposal={proposal}>
      <SubmitButton icon="check" name="intent" value={isComment ? 'handle' : 'accept'} data-do="accept">
        {isComment ? m.complements_handle() : merged}
      </SubmitButton>
    </DecisionForm>
  );
}

interface UnfoldProps {
  proposal: ShownProposal;
  /** Its name for the keys and for links: `edit`, `refuse`. */
  act: 'edit' | 'refuse';
  look: 'line' | 'quiet';
  icon?: 'x';
  label: string;
  unfolded?: boolean;
  children: ReactNode;
}

/** A button that unfolds its form, also without scripts; of one proposal's forms one at a time is unfolded. */
function Unfold({ proposal, act, look, icon, label, unfolded = false, children }: UnfoldProps) {
  const { ask, refusal, typed } = useReview();
  const refused = refusal?.sent.id === proposal.id ? refusal.sent.intent : null;
  const again = act === 'refuse' ? refused === 'refuse' : refused === 'edit' || (refused === 'handle' && proposal.kind === 'comment');
  const begun = typed.has(`${proposal.id} ${act === 'refuse' || proposal.kind === 'comment' ? 'reason' : 'text'}`);
  return (
    <details className="th__f" data-do={act} name={`f-${proposal.id}`} open={unfolded || ask === act || again || begun}>
      <summary className={`btn btn--${look}`}>
        {icon ? <Icon name={icon} /> : null}
        {label}
      </summary>
      <DecisionForm proposal={proposal} className="stack">
        {children}
      </DecisionForm>
    </details>
  );
}

function Refuse({ proposal }: { proposal: ShownProposal }) {
  return (
    <Unfold proposal={proposal} act="refuse" look="line" icon="x" label={m.complements_refuse()}>
      <KeptField proposal={proposal} name="reason" label={m.complements_reason()} hint={m.complements_reason_hint()} initial="" rows={3} />
      <SubmitButton look="line" name="intent" value="refuse">
        {m.complements_refuse_confirm()}
      </SubmitButton>
    </Unfold>
  );
}

function Answer({ proposal }: { proposal: ShownProposal }) {
  return (
    <Unfold proposal={proposal} act="edit" look="line" label={m.complements_answer()}>
      <KeptField proposal={proposal} name="reason" label={m.complements_answer_label()} initial="" rows={3} />
      <SubmitButton look="line" name="intent" value="handle">
        {m.complements_answer_confirm()}
      </SubmitButton>
    </Unfold>
  );
}

function EditText({ proposal, unfolded }: { proposal: ShownProposal; unfolded: boolean }) {
  return (
    <Unfold proposal={proposal} act="edit" look="quiet" label={m.complements_edit()} unfolded={unfolded}>
      {unfolded ? <p className="th__note">{m.complements_since_conflict()}</p> : null}
      <KeptField proposal={proposal} name="text" label={m.complements_edit_label()} initial={proposal.result} rows={6} />
      <SubmitButton name="intent" value="edit">
        {m.complements_edit_confirm()}
      </SubmitButton>
    </Unfold>
  );
}

function EditIdentity({ proposal }: { proposal: ShownProposal }) {
  const { name, function: role, organisation } = proposal.identity?.wanted ?? { name: '', function: '', organisation: '' };
  return (
    <Unfold proposal={proposal} act="edit" look="quiet" label={m.complements_edit()}>
      <KeptField proposal={proposal} name="name" label={m.complements_name()} initial={name} rows={1} />
      <KeptField proposal={proposal} name="function" label={m.complements_function()} initial={role} rows={1} />
      <KeptField proposal={proposal} name="organisation" label={m.complements_organisation()} initial={organisation} rows={1} />
      <SubmitButton name="intent" value="edit">
        {m.complements_edit_identity()}
      </SubmitButton>
    </Unfold>
  );
}

/** What has lost its place: asks for another, and lets its words be changed on the way. */
function Replace({ proposal }: { proposal: ShownProposal }) {
  const { draft, refusal } = useReview();
  const own = draft.sections.find(({ loose }) => loose.includes(proposal.id)) ?? draft.sections.at(-1);
  const id = `${threadId(proposal.id)}-into`;
  const asked = refusal?.sent.id === proposal.id ? refusal.sent.into : '';
  return (
    <DecisionForm proposal={proposal} className="stack th__into">
      <div className="field">
        <label htmlFor={id}>{m.complements_into()}</label>
        <select className="select" id={id} name="into" defaultValue={asked || own?.agendaItemId} data-do="into">
          {draft.sections.map(({ agendaItemId, title, spots }) => (
            <optgroup key={agendaItemId} label={frenchSpaces(title)}>
              <option value={agendaItemId}>{m.complements_into_end({ title })}</option>
              {spots.map(({ blockId, words }) =>
                words ? (
                  <option key={blockId} value={`${agendaItemId}/${blockId}`}>
                    {m.complements_into_after({ words })}
                  </option>
                ) : null,
              )}
            </optgroup>
          ))}
        </select>
        <FieldError id={`${id}-error`} error={undefined} />
      </div>
      <KeptField proposal={proposal} name="text" label={m.complements_edit_label()} initial={proposal.result} rows={4} />
      <SubmitButton icon="check" name="intent" value="edit" data-do="accept">
        {m.complements_accept_into()}
      </SubmitButton>
    </DecisionForm>
  );
}

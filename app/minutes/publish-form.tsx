import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { Check } from '#app/ui/check.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, FieldError } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { PublicationPlan } from '#server/minutes/publication-plan.ts';

export const PUBLISH = 'publish';

/** What was typed before a refusal, and why. */
export interface FailedForm {
  typed: { reason: string; note: string };
  fault: string;
  field: 'reason' | 'note' | null;
}

interface PublicationFormProps {
  plan: PublicationPlan;
  /** Slug. */
  meeting: string;
  failed: FailedForm | null;
}

/** The one form that publishes; from version 2 on it asks why there is another version. */
export function PublicationForm({ plan, meeting, failed }: PublicationFormProps) {
  const { status, next } = plan;
  if (status.state === 'in_review')
    return (
      <section className="panel stack" aria-labelledby="t-publish">
        <h2 id="t-publish">{m.versions_publish_next({ number: next })}</h2>
        <p>{m.versions_refused_review()}</p>
        <p>
          <A to={`/meetings/${meeting}/minutes/state`}>{m.versions_to_state()}</A>
        </p>
      </section>
    );
  const fault = (field: FailedForm['field']) => (failed?.field === field ? failed.fault : undefined);
  return (
    <section className="panel" aria-labelledby="t-publish">
      <h2 id="t-publish">{m.versions_publish_next({ number: next })}</h2>
      <Form method="post" noValidate className="stack pub__form">
        <input type="hidden" name="number" value={next} />
        <input type="hidden" name="seen" value={plan.seen} />
        {next > 1 ? (
          <fieldset className="stack" aria-describedby={fault('reason') ? 'f-reason-error' : undefined}>
            <legend>{m.versions_reason()}</legend>
            <Check
              type="radio"
              name="reason"
              value="erratum"
              id="f-reason"
              defaultChecked={failed?.typed.reason === 'erratum'}
              label={m.versions_reason_erratum()}
              hint={m.versions_reason_erratum_hint()}
            />
            <Check
              type="radio"
              name="reason"
              value="publication"
              defaultChecked={failed?.typed.reason === 'publication'}
              label={m.versions_reason_publication()}
              hint={m.versions_reason_publication_hint()}
            />
            <FieldError id="f-reason-error" error={fault('reason')} />
          </fieldset>
        ) : null}
        {next > 1 ? (
          <Field
            as="textarea"
            name="note"
            rows={3}
            label={m.versions_note()}
            hint={m.versions_note_hint()}
            defaultValue={failed?.typed.note}
            error={fault('note')}
          />
        ) : null}
        {status.openProposals > 0 && status.state !== 'approved' ? (
          <Check name="knowingly" value="yes" label={m.versions_knowingly({ count: status.openProposals })} />
        ) : null}
        <Notice>
          <p>
            {m.minutes_publish_hint()} {plan.visibility === 'public' ? m.minutes_publish_public() : m.minutes_publish_members()}
          </p>
          <p>{m.minutes_publish_erases()}</p>
        </Notice>
        {failed ? <ErrorSummary faults={[{ ...(failed.field && { id: `f-${failed.field}` }), message: failed.fault }]} /> : null}
        <div>
          <SubmitButton name="intent" value={PUBLISH}>
            {m.minutes_publish({ number: next })}
          </SubmitButton>
        </div>
      </Form>
    </section>
  );
}

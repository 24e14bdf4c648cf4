import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { type AnnexText, VOLUME_LIMITS } from '#app/model/volumes.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { ANNEX, REMOVE_ANNEX } from './prepare-intents.ts';
import type { PrepareFaults } from './read-prepare-form.ts';

/** One annex of the volume, or a new one. */
export function AnnexForm({ annex, isNew, faults = {} }: { annex: AnnexText; isNew: boolean; faults?: PrepareFaults }): ReactNode {
  const at = (name: string) => `f-${name}-${annex.id}`;
  const named = (['annexTitle', 'annexBody'] as const).flatMap((name) => {
    const message = faults[name];
    return message ? [{ id: at(name), message }] : [];
  });
  return (
    <Form method="post" className="stack vol-annex">
      <input type="hidden" name="id" value={annex.id} />
      <Field
        id={at('annexTitle')}
        label={m.volumes_annex_title()}
        name="annexTitle"
        defaultValue={annex.title}
        maxLength={VOLUME_LIMITS.annexTitle}
        error={faults.annexTitle}
      />
      <Field
        id={at('annexBody')}
        as="textarea"
        label={m.volumes_annex_body()}
        name="annexBody"
        rows={8}
        defaultValue={annex.body}
        error={faults.annexBody}
        hint={m.volumes_marks_hint()}
      />
      <ErrorSummary faults={[...named, ...(faults.form ? [{ message: faults.form }] : [])]} />
      <p className="row">
        <SubmitButton name="intent" value={ANNEX} look="line">
          {isNew ? m.volumes_annex_add() : m.volumes_annex_save()}
        </SubmitButton>
        {isNew ? null : (
          <SubmitButton name="intent" value={REMOVE_ANNEX} look="quiet" formNoValidate>
            {m.volumes_annex_remove()}
            <span className="vh"> {annex.title}</span>
          </SubmitButton>
        )}
      </p>
    </Form>
  );
}

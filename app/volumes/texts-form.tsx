import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { VOLUME_LIMITS, type VolumeTexts } from '#app/model/volumes.ts';
import { Check } from '#app/ui/check.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { TEXTS } from './prepare-intents.ts';
import type { PrepareFaults } from './read-prepare-form.ts';

interface TextsFormProps {
  texts: VolumeTexts;
  revision: number;
  /** Title of the edition, which a volume without one of its own has. */
  editionName: string;
  faults: PrepareFaults;
}

/** Cover, note of the edition, and what the volume adds by itself. */
export function TextsForm({ texts, revision, editionName, faults }: TextsFormProps): ReactNode {
  const named = (['title', 'subtitle', 'note'] as const).flatMap((name) => {
    const message = faults[name];
    return message ? [{ id: fieldId(name), message }] : [];
  });
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="revision" value={revision} />
      <Field
        label={m.volumes_field_title()}
        name="title"
        defaultValue={texts.title}
        placeholder={editionName}
        maxLength={VOLUME_LIMITS.title}
        error={faults.title}
        hint={m.volumes_field_title_hint()}
        optional
      />
      <Field
        label={m.volumes_field_subtitle()}
        name="subtitle"
        defaultValue={texts.subtitle}
        maxLength={VOLUME_LIMITS.subtitle}
        error={faults.subtitle}
        optional
      />
      <Field
        as="textarea"
        label={m.volumes_field_note()}
        name="note"
        rows={10}
        defaultValue={texts.note}
        error={faults.note}
        hint={m.volumes_marks_hint()}
        optional
      />
      <Check name="withOrganisations" defaultChecked={texts.withOrganisations} label={m.volumes_with_organisations()} />
      <Check name="withIndex" defaultChecked={texts.withIndex} label={m.volumes_with_index()} />
      <Check name="rebind" defaultChecked={texts.rebind} label={m.volumes_rebind()} hint={m.volumes_rebind_hint()} />
      <ErrorSummary faults={[...named, ...(faults.form ? [{ message: faults.form }] : [])]} />
      <p>
        <SubmitButton name="intent" value={TEXTS} look="line">
          {m.volumes_save_texts()}
        </SubmitButton>
      </p>
    </Form>
  );
}

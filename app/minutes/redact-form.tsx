import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { RedactionPreview } from '#server/minutes/preview-redaction.ts';

export const PREVIEW = 'preview';
export const REDACT = 'redact';

interface RedactionFormProps {
  /** Of the version that is out. */
  number: number;
  typed: { words: string; reason: string };
  fault: string | null;
  field: 'words' | 'reason' | null;
  preview: RedactionPreview | null;
}

/** The words, the reason; first one looks where they stand, then one redacts them. */
export function RedactionForm({ number, typed, fault, field, preview }: RedactionFormProps) {
  const faultOf = (name: typeof field) => (fault && field === name ? fault : undefined);
  const found =
    preview !== null && (preview.places.length > 0 || preview.earlier.length > 0 || preview.inNotes || preview.elsewhere.length > 0);
  return (
    <Form method="post" noValidate className="stack">
      <input type="hidden" name="number" value={number} />
      {preview ? <input type="hidden" name="previewed" value={typed.words} /> : null}
      <Field
        as="textarea"
        name="words"
        rows={4}
        label={m.versions_redact_words()}
        hint={m.versions_redact_words_hint()}
        defaultValue={typed.words}
        error={faultOf('words')}
      />
      <Field
        as="textarea"
        name="reason"
        rows={2}
        label={m.versions_redact_reason()}
        hint={m.versions_redact_reason_hint()}
        defaultValue={typed.reason}
        error={faultOf('reason')}
      />
      {fault ? <ErrorSummary faults={[{ ...(field && { id: `f-${field}` }), message: fault }]} /> : null}
      <div className="row">
        {found ? (
          <SubmitButton look="danger" name="intent" value={REDACT}>
            {m.versions_redact_do({ number: number + 1 })}
          </SubmitButton>
        ) : null}
        <SubmitButton look={found ? 'line' : 'primary'} name="intent" value={PREVIEW}>
          {preview ? m.versions_redact_again() : m.versions_redact_preview()}
        </SubmitButton>
      </div>
    </Form>
  );
}

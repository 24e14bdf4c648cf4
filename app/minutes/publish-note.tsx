import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { FailedForm } from './publish-form.tsx';

export const NOTE = 'note';

interface EditorNoteFormProps {
  /** Of the version that the note is set on top of. */
  number: number;
  /** Slug. */
  meeting: string;
  failed: FailedForm | null;
}

/** What one does to a version that is out without changing its words: say something above it, or take something out. */
export function EditorNoteForm({ number, meeting, failed }: EditorNoteFormProps) {
  return (
    <section className="pub__note stack" aria-labelledby="t-note">
      <h2 id="t-note">{m.versions_editor_note()}</h2>
      <p>{m.versions_editor_note_what({ number })}</p>
      <Form method="post" noValidate className="stack">
        <input type="hidden" name="number" value={number} />
        <Field
          as="textarea"
          id="f-editor-note"
          name="note"
          rows={3}
          label={m.versions_editor_note_text()}
          defaultValue={failed?.typed.note}
          error={failed?.field === 'note' ? failed.fault : undefined}
        />
        {failed ? <ErrorSummary faults={[{ id: 'f-editor-note', message: failed.fault }]} /> : null}
        <div className="row">
          <SubmitButton look="line" name="intent" value={NOTE}>
            {m.versions_editor_note_publish({ number: number + 1 })}
          </SubmitButton>
        </div>
      </Form>
      <h2>{m.versions_redact_title()}</h2>
      <p>
        {m.versions_redact_why()} <A to={`/meetings/${meeting}/minutes/redact`}>{m.versions_redact_go()}</A>
      </p>
    </section>
  );
}

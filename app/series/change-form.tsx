import { Form } from 'react-router';
import type { FormChoices } from '#app/meetings/form-choices.ts';
import { Section } from '#app/meetings/meeting-form.tsx';
import { m } from '#app/messages/compiled/messages.js';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { ChangeSummary } from './change-summary.tsx';
import type { ShownChanges } from './change-words.ts';
import { DatesPreview, type ShownPreview } from './dates-preview.tsx';
import { InviteFields } from './invite-fields.tsx';
import type { SeriesFaults } from './parse-series-form.ts';
import { SeriesFields, seriesFaultList } from './series-fields.tsx';
import type { SeriesFormValues } from './series-form-values.ts';

export interface ChangeAnswer {
  values: SeriesFormValues;
  /** What the form is filled from; after a conflict, the colleague's version. */
  revision: number;
  faults: SeriesFaults;
  fault: string | null;
  preview: ShownPreview | null;
  changes: ShownChanges | null;
  /** What a colleague saved meanwhile. */
  theirs: { title: string; rule: string } | null;
}

const FORM_ID = 'series-form';

/** Another rule, template or end for the following meetings: first what it would do, then the button that does it. */
export function ChangeForm({ answer, choices, members }: { answer: ChangeAnswer; choices: FormChoices; members: number }) {
  const { values, revision, faults, fault, preview, changes, theirs } = answer;
  // the page that comes back says of which meeting on it speaks, as the one before did
  const since = values.since ? `?since=${encodeURIComponent(values.since)}` : '';
  return (
    <div className="wrap fm">
      <Form method="post" action={`${since}#${FORM_ID}`} id={FORM_ID} noValidate aria-label={m.series_change_page_title()}>
        <button type="submit" name="intent" value="preview" className="vh" tabIndex={-1} aria-hidden="true">
          {m.series_preview_button()}
        </button>
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="since" value={values.since} />
        <input type="hidden" name="members" value={members} />
        <ErrorSummary faults={seriesFaultList(faults, fault)} />
        {theirs ? (
          <Notice look="warn">
            <b>{m.series_theirs()}</b>
            <p>{theirs.title}</p>
            <p>{theirs.rule}</p>
          </Notice>
        ) : null}
        {preview ? (
          <DatesPreview preview={preview} faults={faults}>
            {changes ? (
              <>
                <ChangeSummary changes={changes} />
                <div className="dates__act">
                  <Apply changes={changes} />
                </div>
              </>
            ) : null}
          </DatesPreview>
        ) : null}
        <SeriesFields values={values} faults={faults} choices={choices} withFirstDay={false} />
        {changes?.added === 0 ? (
          // only new meetings invite
          <input type="hidden" name="invite" value={values.invite} />
        ) : (
          <InviteFields chosen={values.invite} members={members} dates={changes?.added ?? null} />
        )}
        <Section id="s-reason" title={m.series_section_reason()}>
          <Field
            as="textarea"
            label={m.meetings_cancel_reason_label()}
            name="reason"
            hint={m.series_reason_hint()}
            defaultValue={values.reason}
            error={faults.reason}
            rows={2}
            optional
          />
        </Section>
      </Form>
      <aside className="fm__side" aria-label={m.series_aside_label()}>
        <div className="fm__act">
          <SubmitButton form={FORM_ID} name="intent" value="preview" wide {...(changes ? { look: 'line' } : { size: 'lg' })}>
            {changes ? m.series_preview_again() : m.series_preview_change()}
          </SubmitButton>
          {changes ? <Apply changes={changes} /> : <p className="meta">{m.series_preview_hint()}</p>}
        </div>
      </aside>
    </div>
  );
}

function Apply({ changes: { drafts, added } }: { changes: ShownChanges }) {
  const choice = drafts || added > 0;
  return (
    <>
      <SubmitButton form={FORM_ID} name="intent" value="publish" size="lg" wide>
        {choice ? m.series_apply_announce() : m.series_apply()}
      </SubmitButton>
      {choice ? (
        <SubmitButton form={FORM_ID} name="intent" value="draft" look="line" wide>
          {m.series_apply_drafts()}
        </SubmitButton>
      ) : null}
      <p className="meta">{m.series_apply_hint()}</p>
    </>
  );
}

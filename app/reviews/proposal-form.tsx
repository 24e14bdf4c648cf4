import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { ComplementKind } from '#app/model/complements.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { INTENTS, type ReviewFormValues } from './review-form-values.ts';
import type { ReviewTools } from './review-page.tsx';

/** What can be proposed about a paragraph, in the order in which it is offered. */
const ABOUT_A_PARAGRAPH = ['replace', 'insert', 'delete', 'comment'] as const;

/** The form of one proposal, in place: its words are there already. Works without a script; what was typed survives a refusal. */
export function ProposalForm({ tools, values }: { tools: ReviewTools; values: ReviewFormValues }) {
  const { path, refused } = tools;
  const faults = refused?.values?.id === values.id ? refused.faults : [];
  const error = (field: string) => faults.find((fault) => fault.field === field)?.message;
  const at = anchorOf(values);
  return (
    <div className="review__form">
      {values.block && !values.revision ? <Choice path={path} values={values} /> : null}
      <Form method="post" action={`${localePath(path)}#${at}`} noValidate>
        <input type="hidden" name="intent" value={values.revision ? INTENTS.revise : INTENTS.propose} />
        {HIDDEN.map((name) => (
          <input key={name} type="hidden" name={name} value={values[name]} />
        ))}
        <Fields values={values} error={error} />
        <ErrorSummary faults={faults.map(({ field, message }) => (field === null ? { message } : { id: fieldId(field), message }))} />
        <div className="row">
          <SubmitButton>{values.revision ? m.reviews_form_save() : SUBMITS[values.kind]()}</SubmitButton>
          <A className="btn btn--quiet" to={`${path}#${at}`}>
            {m.reviews_form_cancel()}
          </A>
        </div>
      </Form>
    </div>
  );
}

const HIDDEN = ['id', 'revision', 'kind', 'block', 'blockKind', 'base', 'item', 'seal'] as const;

/** Where the page stands still while the form comes and goes. */
function anchorOf({ revision, id, block, item, kind }: ReviewFormValues): string {
  if (revision) return `c-${id}`;
  if (block) return `p-${block}`;
  if (item) return `e-${item}`;
  return kind === 'identity' ? 'identity' : 'end';
}

function Choice({ path, values }: { path: string; values: ReviewFormValues }) {
  const block = encodeURIComponent(values.block);
  return (
    <nav className="seg review__seg" aria-label={m.reviews_form_choice()}>
      {ABOUT_A_PARAGRAPH.map((kind) => (
        <A key={kind} to={`${path}?block=${block}&do=${kind}#p-${block}`} aria-current={kind === values.kind ? 'true' : undefined}>
          {CHOICES[kind]()}
        </A>
      ))}
    </nav>
  );
}

function Fields({ values, error }: { values: ReviewFormValues; error: (field: string) => string | undefined }) {
  const { kind } = values;
  const why = (
    <Field
      as="textarea"
      name="comment"
      label={kind === 'comment' ? m.reviews_field_comment() : m.reviews_field_why()}
      rows={kind === 'comment' ? 4 : 2}
      optional={kind !== 'comment'}
      defaultValue={values.comment}
      error={error('comment')}
    />
  );
  switch (kind) {
    case 'replace':
    case 'insert':
      return (
        <>
          <Field
            as="textarea"
            name="text"
            label={kind === 'replace' ? m.reviews_field_replace() : m.reviews_field_insert()}
            rows={rowsFor(values.text)}
            lang="fr"
            spellCheck
            defaultValue={values.text}
            error={error('text')}
          />
          {why}
        </>
      );
    case 'delete':
      return (
        <>
          <p>{m.reviews_delete_what()}</p>
          {why}
        </>
      );
    case 'comment':
      return why;
    case 'identity':
      return (
        <>
          <Field name="name" label={m.reviews_field_name()} autoComplete="name" defaultValue={values.name} error={error('name')} />
          <Field
            name="function"
            label={m.reviews_field_function()}
            autoComplete="organization-title"
            defaultValue={values.function}
            optional
          />
          <Field
            name="organisation"
            label={m.reviews_field_organisation()}
            autoComplete="organization"
            defaultValue={values.organisation}
            optional
          />
        </>
      );
  }
}

/** High enough for what is in it on a phone, and one line to go on. */
function rowsFor(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 42), 1);
  return Math.min(16, Math.max(4, lines));
}

const CHOICES = {
  replace: m.reviews_choice_replace,
  insert: m.reviews_choice_insert,
  delete: m.reviews_choice_delete,
  comment: m.reviews_choice_comment,
} as const;

const SUBMITS = {
  replace: m.reviews_submit_replace,
  insert: m.reviews_submit_insert,
  delete: m.reviews_submit_delete,
  comment: m.reviews_submit_comment,
  identity: m.reviews_submit_replace,
} as const satisfies Record<ComplementKind, unknown>;

import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { QUESTION_KINDS, type Question } from '#app/model/registrations.ts';
import { Check } from '#app/ui/check.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, fieldId } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { Faults } from './registration-values.ts';
import type { QuestionValues } from './settings-values.ts';
import { kindWords } from './words.ts';

interface QuestionListProps {
  path: string;
  questions: readonly Question[];
  removed: readonly { id: string; label: string }[];
  /** Id of the next question. */
  newQuestion: string;
  refused: { values: QuestionValues; faults: Faults } | null;
}

/** The questions of the organisers' own, in their order, and one more. */
export function QuestionList({ path, questions, removed, newQuestion, refused }: QuestionListProps) {
  const known = questions.some(({ id }) => id === refused?.values.id);
  const added = refused && !known ? refused : null;
  return (
    <section className="stack" id="questions" aria-labelledby="t-questions">
      <h2 id="t-questions">{m.registrations_questions()}</h2>
      {questions.length > 0 ? (
        <ol className="rg-questions">
          {questions.map((question, index) => {
            const own = refused?.values.id === question.id ? refused : null;
            const values = own?.values ?? { ...question, options: question.options.join('\n') };
            return (
              <li key={question.id}>
                <div className="rg-question">
                  <p>
                    <b>{question.label}</b>
                    <span className="meta">
                      {kindWords(question.kind)}, {question.required ? m.registrations_required() : m.registrations_not_required()}
                    </span>
                  </p>
                  <Form method="post" action={path} className="row">
                    <input type="hidden" name="id" value={question.id} />
                    {index > 0 ? <Move intent="up" words={m.registrations_question_up()} label={question.label} /> : null}
                    {index < questions.length - 1 ? (
                      <Move intent="down" words={m.registrations_question_down()} label={question.label} />
                    ) : null}
                    <Move intent="remove" words={m.registrations_question_remove()} label={question.label} />
                  </Form>
                </div>
                <details className="rg-more" open={own !== null}>
                  <summary>
                    {m.registrations_question_edit()}
                    <span className="vh"> {question.label}</span>
                  </summary>
                  <QuestionForm path={path} values={values} faults={own?.faults ?? {}} suffix={`-${question.id}`} />
                </details>
              </li>
            );
          })}
        </ol>
      ) : (
        <p className="meta">{m.registrations_no_questions()}</p>
      )}
      <details className="rg-more" open={added !== null || questions.length === 0}>
        <summary>{m.registrations_question_add()}</summary>
        <QuestionForm
          path={path}
          values={added?.values ?? { id: newQuestion, kind: 'short_text', label: '', hint: '', required: false, options: '' }}
          faults={added?.faults ?? {}}
          suffix="-new"
        />
      </details>
      {removed.length > 0 ? (
        <p className="meta">{m.registrations_removed_questions({ questions: removed.map(({ label }) => `« ${label} »`).join(', ') })}</p>
      ) : null}
    </section>
  );
}

function Move({ intent, words, label }: { intent: 'up' | 'down' | 'remove'; words: string; label: string }) {
  return (
    <SubmitButton look="quiet" size="sm" name="intent" value={intent}>
      {words}
      <span className="vh"> {label}</span>
    </SubmitButton>
  );
}

function QuestionForm({ path, values, faults, suffix }: { path: string; values: QuestionValues; faults: Faults; suffix: string }) {
  const isNew = suffix === '-new';
  const listed = isNew || values.kind === 'one_of' || values.kind === 'several_of';
  const control = (name: 'label' | 'hint' | 'options') => ({
    ...{ name, id: fieldId(name + suffix), defaultValue: values[name], error: faults[name + suffix] },
  });
  return (
    <Form method="post" action={`${path}#questions`} className="stack rg-form" noValidate>
      <input type="hidden" name="id" value={values.id} />
      {isNew ? (
        <Field as="select" name="kind" id={fieldId(`kind${suffix}`)} label={m.registrations_question_kind()} defaultValue={values.kind}>
          {QUESTION_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kindWords(kind)}
            </option>
          ))}
        </Field>
      ) : (
        <input type="hidden" name="kind" value={values.kind} />
      )}
      <Field {...control('label')} label={m.registrations_question_label()} required />
      <Field {...control('hint')} label={m.registrations_question_hint()} optional />
      {listed ? (
        <Field
          {...control('options')}
          as="textarea"
          rows={4}
          label={m.registrations_question_options()}
          hint={isNew ? m.registrations_question_options_hint() : m.registrations_question_options_kept()}
        />
      ) : null}
      <Check name="required" value="yes" defaultChecked={values.required} label={m.registrations_question_required()} />
      <ErrorSummary faults={Object.entries(faults).map(([name, message]) => ({ id: fieldId(name), message }))} />
      <SubmitButton look="line" name="intent" value={isNew ? 'add' : 'word'}>
        {isNew ? m.registrations_question_add_do() : m.registrations_save()}
      </SubmitButton>
    </Form>
  );
}

import { m } from '#app/messages/compiled/messages.js';
import { longestAnswer, offersOf } from '#app/model/registration-answers.ts';
import type { Question } from '#app/model/registrations.ts';
import { Check } from '#app/ui/check.tsx';
import { Field, FieldError, fieldId } from '#app/ui/field.tsx';
import { optionWords } from './words.ts';

interface QuestionFieldProps {
  question: Question;
  name: string;
  value: readonly string[];
  error: string | undefined;
}

/** A question of the organisers' own. */
export function QuestionField({ question, name, value, error }: QuestionFieldProps) {
  const { kind, label, hint, required } = question;
  if (kind === 'short_text' || kind === 'long_text')
    return (
      <Field
        {...(kind === 'long_text' ? { as: 'textarea' as const, rows: 4 } : {})}
        {...{ name, label, hint, error, required, optional: !required, defaultValue: value[0] ?? '' }}
        maxLength={longestAnswer(kind)}
      />
    );
  const id = fieldId(name);
  const several = kind === 'several_of';
  return (
    <fieldset className="rg-choices" id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="label">
        {label}
        {required ? null : <span className="opt"> {m.common_optional()}</span>}
      </legend>
      {hint ? <p className="hint">{hint}</p> : null}
      {offersOf(question).map((option) => (
        <Check
          key={option}
          type={several ? 'checkbox' : 'radio'}
          name={name}
          value={option}
          defaultChecked={value.includes(option)}
          label={optionWords(question, option)}
        />
      ))}
      {several || required ? null : (
        <Check type="radio" name={name} value="" defaultChecked={value.every((one) => one === '')} label={m.registrations_no_answer()} />
      )}
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}

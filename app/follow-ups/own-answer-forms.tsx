import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { FOLLOW_UP_LIMITS } from '#app/model/follow-ups.ts';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { RefusedAnswer } from './own-answer.ts';

interface OwnAnswerFormsProps {
  /** The action, where a page has several; null where its link names it. */
  id: string | null;
  today: string;
  refused: RefusedAnswer | null;
}

/** What one may say of an action besides that it is done: with what became of it, for another date, not me. */
export function OwnAnswerForms({ id, today, refused }: OwnAnswerFormsProps) {
  const sent = (say: RefusedAnswer['say']) => (refused?.say === say ? refused : null);
  const faultOf = (say: RefusedAnswer['say'], field: RefusedAnswer['field']) =>
    refused?.say === say && refused.field === field ? refused.fault : undefined;
  const own = (name: string) => `f-${name}-${id ?? 'own'}`;
  const names = id ? <input type="hidden" name="followUp" value={id} /> : null;
  return (
    <div className="fu-forms">
      <Form method="post" noValidate className="stack">
        {names}
        <Field
          as="textarea"
          rows={2}
          label={m.follow_ups_answer_outcome()}
          hint={m.follow_ups_answer_outcome_hint()}
          name="outcome"
          id={own('outcome')}
          maxLength={FOLLOW_UP_LIMITS.outcome}
          defaultValue={sent('done')?.text}
          error={faultOf('done', 'outcome')}
          optional
        />
        <SubmitButton size="sm" look="line" name="say" value="done">
          {m.follow_ups_answer_done()}
        </SubmitButton>
      </Form>
      <Form method="post" noValidate className="stack">
        {names}
        <Field
          type="date"
          label={m.follow_ups_answer_due()}
          name="due"
          id={own('due')}
          min={today}
          defaultValue={sent('other_date')?.due}
          error={faultOf('other_date', 'due')}
        />
        <Field
          label={m.follow_ups_answer_word()}
          name="word"
          id={own('date-word')}
          maxLength={FOLLOW_UP_LIMITS.word}
          defaultValue={sent('other_date')?.text}
          error={faultOf('other_date', 'word')}
          optional
        />
        <SubmitButton size="sm" look="line" name="say" value="other_date">
          {m.follow_ups_answer_other_date()}
        </SubmitButton>
      </Form>
      <Form method="post" noValidate className="stack">
        {names}
        <Field
          label={m.follow_ups_answer_word()}
          hint={m.follow_ups_answer_word_hint()}
          name="word"
          id={own('word')}
          maxLength={FOLLOW_UP_LIMITS.word}
          defaultValue={sent('not_me')?.text}
          error={faultOf('not_me', 'word')}
          optional
        />
        <SubmitButton size="sm" look="line" name="say" value="not_me">
          {m.follow_ups_answer_not_me()}
        </SubmitButton>
      </Form>
    </div>
  );
}

import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { ReviewPageData } from '#server/reviews/read-review-page.ts';
import { ProposalForm } from './proposal-form.tsx';
import { INTENTS } from './review-form-values.ts';
import type { ReviewTools } from './review-page.tsx';

interface AnswerPanelProps {
  page: ReviewPageData;
  path: string;
  /** Above the draft, or below it for who has read all of it. */
  at: 'top' | 'end';
  tools?: ReviewTools;
}

/** « Je n’ai rien à ajouter »: one click. A form, because programs that look through mails follow links and press nothing. */
export function AnswerPanel({ page, path, at, tools }: AnswerPanelProps) {
  const { review, reader, proposals } = page;
  if (review.window !== 'open') return null;
  const remark = tools?.form?.kind === 'comment' && !tools.form.block && !tools.form.item && !tools.form.revision ? tools.form : null;
  return (
    <section className="panel review__answer" id={at === 'top' ? 'answer' : 'end'} aria-labelledby={`t-answer-${at}`}>
      <h2 id={`t-answer-${at}`}>
        {at === 'end' ? m.reviews_end_title() : reader.answered ? m.reviews_your_answer() : m.reviews_answer_title()}
      </h2>
      {reader.answered ? (
        <p className="review__answered">
          <Icon name="check-circle" />
          <span>{proposals.length > 0 ? m.reviews_answered_proposals({ count: proposals.length }) : m.reviews_answered_nothing()}</span>
        </p>
      ) : (
        <>
          {at === 'top' ? <p>{m.reviews_answer_what()}</p> : null}
          <Form method="post" action={`${localePath(path)}#answer`}>
            <input type="hidden" name="intent" value={INTENTS.answer} />
            <SubmitButton icon="check">{proposals.length > 0 ? m.reviews_answer_finished() : m.reviews_answer_nothing()}</SubmitButton>
          </Form>
        </>
      )}
      {at === 'end' && tools && !remark ? (
        <p>
          <A to={`${path}?do=comment#end`}>{m.reviews_remark()}</A>
        </p>
      ) : null}
      {at === 'end' && tools && remark ? <ProposalForm tools={tools} values={remark} /> : null}
    </section>
  );
}

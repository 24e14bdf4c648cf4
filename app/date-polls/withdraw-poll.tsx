import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { pollPath } from './poll-path.ts';

export interface WithdrawalToConfirm {
  /** People who are told. */
  count: number;
  /** The number is another than was shown before. */
  changed: boolean;
}

/** In the place of the form, before a poll is withdrawn for good: how many people are written to. */
export function WithdrawPoll({ slug, count, changed }: WithdrawalToConfirm & { slug: string }) {
  return (
    <Form method="post" className="wrap dp-new stack">
      <input type="hidden" name="confirmed" value={count} />
      {changed ? <Notice look="warn">{m.date_polls_count_changed()}</Notice> : null}
      <Notice look="warn">{m.date_polls_withdraw_what({ count })}</Notice>
      <p className="row">
        <SubmitButton look="danger" name="intent" value="withdraw">
          {m.date_polls_withdraw({ count })}
        </SubmitButton>
        <A className="btn btn--quiet" to={`${pollPath(slug)}/edit`}>
          {m.date_polls_withdraw_not()}
        </A>
      </p>
    </Form>
  );
}

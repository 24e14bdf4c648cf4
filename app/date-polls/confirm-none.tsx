import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';

/** Before « Aucune ne me convient » replaces answers that said otherwise. `path`: the page of the poll. */
export function ConfirmNone({ count, path }: { count: number; path: string }) {
  return (
    <Notice look="warn" role="alert">
      <p>{m.date_polls_none_suits_ask({ count })}</p>
      <Form method="post" action={path} className="row">
        <input type="hidden" name="confirmed" value="yes" />
        <SubmitButton size="sm" name="intent" value="none">
          {m.date_polls_none_suits_confirm()}
        </SubmitButton>
        <a className="btn btn--sm btn--quiet" href={path}>
          {m.date_polls_none_suits_keep()}
        </a>
      </Form>
    </Notice>
  );
}

import { Form } from 'react-router';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay } from '#app/model/format-when.ts';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { OpeningValues } from './opening-values.ts';

interface ConfirmOpeningProps {
  values: OpeningValues;
  /** How many of those ticked get a mail, and how many have no address. */
  reachable: number;
  unreachable: number;
  /** The number is another one than was confirmed. */
  changed: boolean;
}

/** How many people will be written to, before anybody is. */
export function ConfirmOpening({ values, reachable, unreachable, changed }: ConfirmOpeningProps) {
  const hidden = (
    <>
      <input type="hidden" name="id" value={values.id} />
      <input type="hidden" name="deadline" value={values.deadline} />
      <input type="hidden" name="message" value={values.message} />
      {values.people.map((person) => (
        <input key={person} type="hidden" name="person" value={person} />
      ))}
    </>
  );
  return (
    <div className="stack choose">
      {changed ? (
        <Notice look="warn" role="alert">
          {m.reviews_count_changed()}
        </Notice>
      ) : null}
      <p className="lede">
        {reachable > 0 ? m.reviews_confirm_count({ count: reachable }) : m.reviews_confirm_nobody()}{' '}
        {unreachable > 0 ? m.reviews_confirm_without_address({ count: unreachable }) : null}
      </p>
      <p>{m.reviews_confirm_until({ day: formatDay(values.deadline, getLocale(), { weekday: true }) })}</p>
      {values.message ? <blockquote className="review__message lines">{values.message}</blockquote> : null}
      <p className="hint">{m.reviews_confirm_what()}</p>
      <Form method="post">
        {hidden}
        <input type="hidden" name="expected" value={reachable} />
        <div className="row">
          <SubmitButton icon="envelope-simple" name="intent" value="open">
            {m.reviews_confirm_open()}
          </SubmitButton>
        </div>
      </Form>
      <a className="btn btn--quiet" href="?">
        {m.reviews_confirm_back()}
      </a>
    </div>
  );
}

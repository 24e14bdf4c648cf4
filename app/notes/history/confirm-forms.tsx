import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { historyPath } from './history-query.ts';

export const RESTORE = 'restore';
export const ERASE = 'erase';

/** Asks once more before a version is restored, and says what happens to what is there now. */
export function RestoreForm({ slug, here, time }: { slug: string; here: { section: string; version: string }; time: string }) {
  return (
    <Notice look="warn">
      <Form method="post" action={localePath(historyPath(slug, here))} className="hs-ask">
        <h3>{m.history_restore_title({ time })}</h3>
        <p>{m.history_restore_what()}</p>
        <input type="hidden" name="version" value={here.version} />
        <p className="row">
          <SubmitButton name="intent" value={RESTORE} icon="clock-counter-clockwise">
            {m.history_restore_confirm()}
          </SubmitButton>
          <A className="btn btn--quiet" to={historyPath(slug, here)}>
            {m.history_cancel()}
          </A>
        </p>
      </Form>
    </Notice>
  );
}

/** The same before the whole history goes. */
export function EraseForm({ slug }: { slug: string }) {
  return (
    <Notice look="warn">
      <Form method="post" action={localePath(historyPath(slug))} className="hs-ask">
        <h2>{m.history_erase_title()}</h2>
        <p>{m.history_erase_what()}</p>
        <p className="row">
          <SubmitButton look="danger" name="intent" value={ERASE} icon="trash">
            {m.history_erase_confirm()}
          </SubmitButton>
          <A className="btn btn--quiet" to={historyPath(slug)}>
            {m.history_cancel()}
          </A>
        </p>
      </Form>
    </Notice>
  );
}

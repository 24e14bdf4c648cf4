import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { SubmitButton } from '#app/ui/submit-button.tsx';

/** What people answered is needed for the edition and not after it. */
export function EraseAnswers({ path, over, erased }: { path: string; over: boolean; erased: boolean }) {
  return (
    <section className="stack" aria-labelledby="t-erase">
      <h2 id="t-erase">{m.registrations_erase()}</h2>
      <p>{erased ? m.registrations_erased() : m.registrations_erase_what()}</p>
      {over ? (
        <details className="rg-more">
          <summary>{m.registrations_erase_open()}</summary>
          <Form method="post" action={path} className="stack">
            <p>{m.registrations_erase_sure()}</p>
            <SubmitButton look="danger" name="intent" value="erase">
              {m.registrations_erase_do()}
            </SubmitButton>
          </Form>
        </details>
      ) : (
        <p className="meta">{m.registrations_erase_early()}</p>
      )}
    </section>
  );
}

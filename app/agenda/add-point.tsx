import { Form, useNavigation } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { AgendaAnswer } from './agenda-answer.ts';
import type { PresenterChoice } from './agenda-types.ts';
import { EMPTY_POINT } from './parse-point-form.ts';
import { PointFields, pointFaults } from './point-fields.tsx';

/** One more point. `id` is the new row's: the form sent twice adds one. What was refused stays in the fields. */
export function AddPoint({ id, choices, answer }: { id: string; choices: readonly PresenterChoice[]; answer: AgendaAnswer }) {
  const busy = useNavigation().formData?.get('intent') === 'add';
  return (
    <section className="ag__form" aria-labelledby="t-add">
      <h2 id="t-add">{m.agenda_add_title()}</h2>
      <Form method="post" noValidate className="stack" preventScrollReset>
        <input type="hidden" name="intent" value="add" />
        <input type="hidden" name="item" value={id} />
        <PointFields values={answer.values ?? EMPTY_POINT} faults={answer.faults} choices={choices} />
        <ErrorSummary faults={pointFaults(answer.faults)} />
        <SubmitButton icon="plus" busy={busy && m.meetings_sending()}>
          {m.agenda_add()}
        </SubmitButton>
      </Form>
    </section>
  );
}

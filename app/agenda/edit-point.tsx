import { Form, useNavigation } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { AgendaAnswer } from './agenda-answer.ts';
import type { AgendaItemRow, PresenterChoice } from './agenda-types.ts';
import { durationLabel, itemKindLabel } from './labels.ts';
import { valuesOfPoint } from './parse-point-form.ts';
import { PointFields, pointFaults } from './point-fields.tsx';

interface EditPointProps {
  item: AgendaItemRow;
  choices: readonly PresenterChoice[];
  answer: AgendaAnswer;
  slug: string;
}

/** A point in its place in the list, as a form. After a conflict: the saved version above, one's own in the fields. */
export function EditPoint({ item, choices, answer, slug }: EditPointProps) {
  const busy = useNavigation().formData?.get('intent') === 'edit';
  const { saved } = answer;
  const stored = valuesOfPoint({ ...item, presenterIds: item.presenters.map((presenter) => presenter.personId) });
  return (
    <Form method="post" noValidate className="ag__form stack" preventScrollReset aria-label={m.agenda_edit_point({ title: item.title })}>
      <input type="hidden" name="intent" value="edit" />
      <input type="hidden" name="item" value={item.id} />
      <input type="hidden" name="revision" value={saved?.revision ?? item.revision} />
      {saved ? (
        <Notice look="warn" role="alert">
          {m.agenda_clash()}
          <p>
            <b>{saved.title}</b>
            <br />
            {[itemKindLabel(saved.kind), durationLabel(saved.durationMinutes), ...saved.presenters.map(nameOf)].join(', ')}
          </p>
          {saved.summary ? <p className="lines">{saved.summary}</p> : null}
        </Notice>
      ) : null}
      <PointFields values={answer.values ?? stored} faults={answer.faults} choices={choices} />
      <ErrorSummary faults={pointFaults(answer.faults)} />
      <div className="row">
        <SubmitButton busy={busy && m.meetings_sending()}>{saved ? m.agenda_save_mine() : m.agenda_save()}</SubmitButton>
        <A className="btn btn--quiet" to={`/meetings/${slug}/agenda`}>
          {saved ? m.agenda_keep_saved() : m.agenda_cancel_edit()}
        </A>
      </div>
    </Form>
  );
}

const nameOf = ({ givenName, familyName }: PresenterChoice) => `${givenName} ${familyName}`.trim();

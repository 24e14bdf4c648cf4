import { Form } from 'react-router';
import { itemKindLabel } from '#app/agenda/labels.ts';
import { EMPTY_POINT } from '#app/agenda/parse-point-form.ts';
import { m } from '#app/messages/compiled/messages.js';
import { AGENDA_ITEM_KINDS } from '#app/model/agenda.ts';
import type { Heading } from '#app/model/headings.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { HeadingsRefused } from './headings.route.tsx';
import { REMOVE, SAVE } from './headings-page.tsx';

/** One heading, new (null) or changed. */
export function HeadingForm({ id, heading, refused }: { id: string; heading: Heading | null; refused: HeadingsRefused | null }) {
  const mine = refused?.values && refused.id === id ? refused : null;
  const values = mine?.values ?? (heading ? { ...heading, duration: String(heading.durationMinutes) } : { ...EMPTY_POINT, duration: '0' });
  const at = (name: string) => `${heading ? 'own' : 'new'}-${name}`;
  const faults = Object.entries(mine?.faults ?? {}).map(([name, message]) => ({ id: at(name), message }));
  return (
    <Form method="post" noValidate className="stack">
      <input type="hidden" name="heading" value={id} />
      <Field
        id={at('title')}
        label={m.agenda_title_label()}
        name="title"
        defaultValue={values.title}
        error={mine?.faults.title}
        autoComplete="off"
      />
      <div className="g2">
        <Field id={at('kind')} as="select" label={m.agenda_kind_label()} name="kind" defaultValue={values.kind} error={mine?.faults.kind}>
          {AGENDA_ITEM_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {itemKindLabel(kind)}
            </option>
          ))}
        </Field>
        <Field
          id={at('duration')}
          label={m.agenda_duration_label()}
          name="duration"
          inputMode="numeric"
          defaultValue={values.duration}
          error={mine?.faults.duration}
          autoComplete="off"
        />
      </div>
      <Field
        id={at('summary')}
        as="textarea"
        label={m.rapporteurs_heading_expected()}
        name="summary"
        hint={m.rapporteurs_heading_expected_hint()}
        defaultValue={values.summary}
        error={mine?.faults.summary}
        rows={2}
        optional
      />
      <ErrorSummary faults={faults} />
      <p className="row">
        <SubmitButton name="intent" value={SAVE} icon={heading ? undefined : 'plus'}>
          {heading ? m.rapporteurs_plan_save() : m.rapporteurs_heading_add()}
        </SubmitButton>
        {heading ? (
          <SubmitButton look="danger" name="intent" value={REMOVE}>
            {m.rapporteurs_heading_remove()}
          </SubmitButton>
        ) : null}
      </p>
    </Form>
  );
}

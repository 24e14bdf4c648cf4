import { m } from '#app/messages/compiled/messages.js';
import { AGENDA_ITEM_KINDS } from '#app/model/agenda.ts';
import { Check } from '#app/ui/check.tsx';
import { Field, FieldError } from '#app/ui/field.tsx';
import type { PresenterChoice } from './agenda-types.ts';
import { itemKindLabel } from './labels.ts';
import type { PointFaults, PointValues } from './parse-point-form.ts';

/** The fields of a point, new or edited. */
export function PointFields({
  values,
  faults,
  choices,
}: {
  values: PointValues;
  faults: PointFaults;
  choices: readonly PresenterChoice[];
}) {
  return (
    <>
      <Field label={m.agenda_title_label()} name="title" defaultValue={values.title} error={faults.title} autoComplete="off" />
      <div className="g2">
        <Field as="select" label={m.agenda_kind_label()} name="kind" defaultValue={values.kind} error={faults.kind}>
          {AGENDA_ITEM_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {itemKindLabel(kind)}
            </option>
          ))}
        </Field>
        <Field
          label={m.agenda_duration_label()}
          name="duration"
          inputMode="numeric"
          hint={m.agenda_duration_hint()}
          defaultValue={values.duration}
          error={faults.duration}
          autoComplete="off"
        />
      </div>
      <Field
        as="textarea"
        label={m.agenda_summary_label()}
        name="summary"
        hint={m.agenda_summary_hint()}
        defaultValue={values.summary}
        error={faults.summary}
        rows={2}
        optional
      />
      <Presenters values={values} faults={faults} choices={choices} />
    </>
  );
}

function Presenters({ values, faults, choices }: { values: PointValues; faults: PointFaults; choices: readonly PresenterChoice[] }) {
  const chosen = new Set(values.presenterIds);
  return (
    <details className="fold" open={chosen.size > 0 || faults.presenterIds !== undefined} id="f-presenterIds">
      <summary>{m.agenda_presenters_label({ count: chosen.size })}</summary>
      <FieldError id="f-presenterIds-error" error={faults.presenterIds} />
      {choices.length === 0 ? <p className="hint">{m.agenda_presenters_none()}</p> : null}
      <div className="ag__people">
        {[...choices]
          .sort((a, b) => Number(chosen.has(b.personId)) - Number(chosen.has(a.personId)))
          .map(({ personId, givenName, familyName, organisation }) => (
            <Check
              key={personId}
              name="presenters"
              value={personId}
              defaultChecked={chosen.has(personId)}
              label={`${givenName} ${familyName}`.trim()}
              hint={organisation}
            />
          ))}
      </div>
    </details>
  );
}

/** The faults of a point for its summary, each with its field. */
export function pointFaults(faults: PointFaults) {
  return Object.entries(faults).map(([name, message]) => ({ id: `f-${name}`, message }));
}

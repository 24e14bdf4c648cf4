import { m } from '#app/messages/compiled/messages.js';
import { EDITION_LIMITS, SLOT_KINDS } from '#app/model/programme.ts';
import { Check } from '#app/ui/check.tsx';
import { Field } from '#app/ui/field.tsx';
import type { Typed } from './parse-frame-form.ts';
import { dayTitle, slotKindName } from './slot-words.ts';

interface SlotFieldsProps {
  /** Beginning of the ids of the controls: several of these forms stand on one page. */
  id: string;
  days: readonly string[];
  values: Typed;
  faults: Typed;
}

export function SlotFields({ id, days, values, faults }: SlotFieldsProps) {
  const day = values.day ?? '';
  const offered = day === '' || days.includes(day) ? days : [...days, day];
  return (
    <div className="pr-fields">
      <Field as="select" id={`${id}-day`} label={m.prepare_day()} name="day" defaultValue={day} error={faults.day}>
        {offered.map((one) => (
          <option key={one} value={one}>
            {dayTitle(one)}
          </option>
        ))}
      </Field>
      <Field
        id={`${id}-startsAt`}
        type="time"
        label={m.prepare_starts_at()}
        name="startsAt"
        defaultValue={values.startsAt}
        error={faults.startsAt}
        required
      />
      <Field
        id={`${id}-endsAt`}
        type="time"
        label={m.prepare_ends_at()}
        name="endsAt"
        defaultValue={values.endsAt}
        error={faults.endsAt}
        required
      />
      <Field as="select" id={`${id}-kind`} label={m.prepare_kind()} name="kind" defaultValue={values.kind} error={faults.kind}>
        {SLOT_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {slotKindName(kind)}
          </option>
        ))}
      </Field>
      <Field
        id={`${id}-label`}
        label={m.prepare_label()}
        hint={m.prepare_label_hint()}
        name="label"
        defaultValue={values.label}
        error={faults.label}
        maxLength={EDITION_LIMITS.label}
        autoComplete="off"
      />
      <Check name="toConfirm" label={m.prepare_to_confirm()} defaultChecked={values.toConfirm === 'on'} />
    </div>
  );
}

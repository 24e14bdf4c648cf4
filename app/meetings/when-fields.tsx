import { m } from '#app/messages/compiled/messages.js';
import type { WhenField, WhenInput } from '#app/model/when-input.ts';
import { Check } from '#app/ui/check.tsx';
import { Field } from '#app/ui/field.tsx';
import type { FormChoices } from './form-choices.ts';

interface WhenFieldsProps {
  values: WhenInput & { timeZone: string };
  faults: Partial<Record<WhenField | 'timeZone', string>>;
  choices: Pick<FormChoices, 'months' | 'zones' | 'otherZones'>;
  /** What becomes of what has no date yet, where it is no meeting. */
  unknownHint?: string;
}

/** The date at the precision that is known. Which fields show depends on the round button chosen, in CSS: no script is needed. */
export function WhenFields({ values, faults, choices, unknownHint }: WhenFieldsProps) {
  return (
    <div className="when">
      <KindOfDate chosen={values.whenKind} />
      <div className="when__f when__f--time when__f--day g3">
        <Field
          label={m.meetings_day_label()}
          name="day"
          type="date"
          min="1900-01-01"
          max="2200-12-31"
          defaultValue={values.day}
          error={faults.day}
        />
        <div className="when__f when__f--time">
          <Field
            key={values.start}
            label={m.meetings_start_label()}
            name="start"
            type="time"
            defaultValue={values.start}
            error={faults.start}
          />
        </div>
        <div className="when__f when__f--time">
          <Field key={values.end} label={m.meetings_end_label()} name="end" type="time" defaultValue={values.end} error={faults.end} />
        </div>
      </div>
      <details className="when__f when__f--time fold" open={values.endDay !== ''}>
        <summary>{m.meetings_end_day_fold()}</summary>
        <Field label={m.meetings_end_day_label()} name="endDay" type="date" defaultValue={values.endDay} error={faults.endDay} />
      </details>
      <div className="when__f when__f--span g2">
        <Field label={m.meetings_from_label()} name="from" type="date" defaultValue={values.from} error={faults.from} />
        <Field label={m.meetings_to_label()} name="to" type="date" defaultValue={values.to} error={faults.to} />
      </div>
      <div className="when__f when__f--month when__f--year g2">
        <div className="when__f when__f--month">
          <Field as="select" label={m.meetings_month_label()} name="month" defaultValue={values.month} error={faults.month}>
            <option value="">{m.meetings_choose()}</option>
            {choices.months.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </Field>
        </div>
        <Field
          label={m.meetings_year_label()}
          name="year"
          inputMode="numeric"
          maxLength={4}
          defaultValue={values.year}
          error={faults.year}
        />
      </div>
      <p className="when__f when__f--unknown hint">{unknownHint ?? m.meetings_unknown_hint()}</p>
      <Zone values={values} faults={faults} choices={choices} />
      <div className="when__sure">
        <Check
          name="toConfirm"
          value="yes"
          defaultChecked={values.toConfirm}
          label={m.meetings_to_confirm_label()}
          hint={m.meetings_to_confirm_hint()}
        />
      </div>
    </div>
  );
}

function KindOfDate({ chosen }: { chosen: string }) {
  const kinds = [
    { value: 'time', label: m.meetings_when_time() },
    { value: 'day', label: m.meetings_when_day() },
    { value: 'span', label: m.meetings_when_span() },
    { value: 'month', label: m.meetings_when_month() },
    // nobody plans by the year; a meeting that is known only by its year keeps it
    ...(chosen === 'year' ? [{ value: 'year', label: m.meetings_when_year() }] : []),
    { value: 'unknown', label: m.meetings_when_unknown() },
  ];
  return (
    <fieldset>
      <legend className="label">{m.meetings_when_kind_label()}</legend>
      <div className="when__kinds">
        {kinds.map(({ value, label }) => (
          <Check
            key={value}
            type="radio"
            id={`f-when-${value}`}
            name="whenKind"
            value={value}
            label={label}
            defaultChecked={value === chosen}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The zone of the hours: those of the network first. */
export function Zone({ values, faults, choices }: Omit<WhenFieldsProps, 'unknownHint'>) {
  return (
    <Field
      as="select"
      label={m.meetings_time_zone_label()}
      name="timeZone"
      hint={m.meetings_time_zone_hint()}
      defaultValue={values.timeZone}
      error={faults.timeZone}
    >
      <optgroup label={m.meetings_zones_of_network()}>
        {choices.zones.map(({ zone, city }) => (
          <option key={zone} value={zone}>
            {city}
          </option>
        ))}
      </optgroup>
      <optgroup label={m.meetings_zones_others()}>
        {choices.otherZones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </optgroup>
    </Field>
  );
}

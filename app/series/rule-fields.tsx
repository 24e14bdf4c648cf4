import { getLocale } from '#app/locale.ts';
import type { FormChoices } from '#app/meetings/form-choices.ts';
import { Section } from '#app/meetings/meeting-form.tsx';
import { Zone } from '#app/meetings/when-fields.tsx';
import { m } from '#app/messages/compiled/messages.js';
import { NTHS, RECURRENCE_LIMITS, WEEKDAYS } from '#app/model/recurrence.ts';
import { Check } from '#app/ui/check.tsx';
import { Field, FieldError } from '#app/ui/field.tsx';
import type { SeriesFaults } from './parse-series-form.ts';
import { monthName, nthWord, weekdayName } from './rule-words.ts';
import type { SeriesFormValues } from './series-form-values.ts';

interface RuleFieldsProps {
  values: SeriesFormValues;
  faults: SeriesFaults;
  choices: FormChoices;
  /** A new series says from which day; one that changes goes on from a meeting. */
  withFirstDay: boolean;
}

/** When the series meets. Which fields show depends on the round button chosen, in CSS: no script is needed. */
export function RuleFields({ values, faults, choices, withFirstDay }: RuleFieldsProps) {
  return (
    <Section id="s-rule" title={m.series_section_rule()}>
      <PatternFields values={values} faults={faults} />
      <div className="g2">
        <Field label={m.series_start_label()} name="start" type="time" defaultValue={values.start} error={faults.start} />
        <Field
          label={m.series_minutes_label()}
          name="minutes"
          inputMode="numeric"
          hint={m.series_minutes_hint()}
          defaultValue={values.minutes}
          error={faults.minutes}
          autoComplete="off"
        />
      </div>
      <Zone values={values.meeting} faults={{ timeZone: faults.timeZone ?? '' }} choices={choices} />
      {withFirstDay ? <Field label={m.series_from_label()} name="from" type="date" defaultValue={values.from} error={faults.from} /> : null}
      <EndFields values={values} faults={faults} />
      <MonthsOut values={values} faults={faults} />
    </Section>
  );
}

type Props = Pick<RuleFieldsProps, 'values' | 'faults'>;

function PatternFields({ values, faults }: Props) {
  const kinds = [
    { value: 'weekday', label: m.series_pattern_weekday() },
    { value: 'weekly', label: m.series_pattern_weekly() },
    { value: 'monthday', label: m.series_pattern_monthday() },
  ];
  return (
    <div className="rule">
      <fieldset id="f-pattern">
        <legend className="label">{m.series_pattern_label()}</legend>
        <div className="when__kinds">
          {kinds.map(({ value, label }) => (
            <Check key={value} type="radio" name="pattern" value={value} label={label} defaultChecked={values.pattern === value} />
          ))}
        </div>
        <FieldError id="f-pattern-error" error={faults.pattern} />
      </fieldset>
      <div className="rule__f rule__f--weekday g3">
        <Field as="select" label={m.series_nth_label()} name="nth" defaultValue={values.nth} error={faults.nth}>
          {NTHS.map((nth) => (
            <option key={nth} value={nth}>
              {nthWord(nth, getLocale())}
            </option>
          ))}
        </Field>
        <WeekdayField name="monthlyDay" value={values.monthlyDay} error={faults.monthlyDay} />
        <EveryField name="months" label={m.series_every_months_label()} value={values.months} error={faults.months} />
      </div>
      <div className="rule__f rule__f--weekly g2">
        <WeekdayField name="weeklyDay" value={values.weeklyDay} error={faults.weeklyDay} />
        <EveryField name="weeks" label={m.series_every_weeks_label()} value={values.weeks} error={faults.weeks} />
      </div>
      <div className="rule__f rule__f--monthday g2">
        <Field as="select" label={m.series_month_day_label()} name="monthDay" defaultValue={values.monthDay} error={faults.monthDay}>
          {Array.from({ length: 31 }, (_, index) => String(index + 1)).map((day) => (
            <option key={day} value={day}>
              {day}
            </option>
          ))}
          <option value="-1">{m.series_month_day_last()}</option>
        </Field>
        <EveryField name="dayMonths" label={m.series_every_months_label()} value={values.dayMonths} error={faults.dayMonths} />
      </div>
    </div>
  );
}

function WeekdayField({ name, value, error }: { name: string; value: string; error: string | undefined }) {
  return (
    <Field as="select" label={m.series_weekday_label()} name={name} defaultValue={value} error={error}>
      {WEEKDAYS.map((day) => (
        <option key={day} value={day}>
          {weekdayName(day, getLocale())}
        </option>
      ))}
    </Field>
  );
}

function EveryField({ name, label, value, error }: { name: string; label: string; value: string; error: string | undefined }) {
  return (
    <Field
      label={label}
      name={name}
      type="number"
      min={1}
      max={RECURRENCE_LIMITS.every}
      defaultValue={value}
      error={error}
      autoComplete="off"
    />
  );
}

function EndFields({ values, faults }: Props) {
  return (
    <fieldset className="rule">
      <legend className="label">{m.series_end_label()}</legend>
      <div className="when__kinds">
        <Check type="radio" name="endKind" value="until" label={m.series_end_until()} defaultChecked={values.endKind !== 'count'} />
        <Check type="radio" name="endKind" value="count" label={m.series_end_count()} defaultChecked={values.endKind === 'count'} />
      </div>
      <div className="rule__f rule__f--until">
        <Field label={m.series_until_label()} name="until" type="date" defaultValue={values.until} error={faults.until} />
      </div>
      <div className="rule__f rule__f--count">
        <Field
          label={m.series_times_label()}
          name="times"
          type="number"
          min={1}
          max={RECURRENCE_LIMITS.dates}
          defaultValue={values.times}
          error={faults.times}
          autoComplete="off"
        />
      </div>
    </fieldset>
  );
}

function MonthsOut({ values, faults }: Props) {
  return (
    <fieldset id="f-monthsOut">
      <legend className="label">{m.series_months_out_label()}</legend>
      <div className="ticks">
        {Array.from({ length: 12 }, (_, index) => index + 1).map((month) => (
          <Check
            key={month}
            name="monthsOut"
            value={month}
            label={monthName(month, getLocale())}
            defaultChecked={values.monthsOut.includes(String(month))}
          />
        ))}
      </div>
      <FieldError id="f-monthsOut-error" error={faults.monthsOut} />
    </fieldset>
  );
}

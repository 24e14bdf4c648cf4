import type { FormChoices } from '#app/meetings/form-choices.ts';
import { What, Where } from '#app/meetings/meeting-form.tsx';
import { fieldId } from '#app/ui/field.tsx';
import type { SeriesFaults } from './parse-series-form.ts';
import { RuleFields } from './rule-fields.tsx';
import type { SeriesFormValues } from './series-form-values.ts';
import { StandingPoints } from './standing-points.tsx';

interface SeriesFieldsProps {
  values: SeriesFormValues;
  faults: SeriesFaults;
  choices: FormChoices;
  withFirstDay: boolean;
}

/** When, what, where and the standing points of a series, in the sections of its form. */
export function SeriesFields({ values, faults, choices, withFirstDay }: SeriesFieldsProps) {
  return (
    <>
      <RuleFields values={values} faults={faults} choices={choices} withFirstDay={withFirstDay} />
      <What values={values.meeting} faults={faults} choices={choices} />
      <Where values={values.meeting} faults={faults} />
      <StandingPoints points={values.points} faults={faults} />
    </>
  );
}

/** Faults in the order that they were found, for the summary beside the buttons. */
export function seriesFaultList(faults: SeriesFaults, whole: string | null) {
  const list = Object.entries(faults).flatMap(([name, message]) =>
    message ? [{ id: name.startsWith('f-') ? name : fieldId(name), message }] : [],
  );
  return whole ? [...list, { message: whole }] : list;
}

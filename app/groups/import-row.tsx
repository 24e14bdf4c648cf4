import { m } from '#app/messages/compiled/messages.js';
import { Check } from '#app/ui/check.tsx';
import { Field } from '#app/ui/field.tsx';
import type { PlannedRow } from '#server/groups/import-plan.ts';
import { candidateOf } from './candidate.ts';
import { CELLS, control } from './import-controls.ts';
import { faultOfRow } from './member-form-values.ts';
import { placeOf } from './names.ts';
import { SamePerson } from './same-person.tsx';

const LABELS = {
  givenName: () => m.groups_given_name(),
  familyName: () => m.groups_family_name(),
  organisation: () => m.groups_organisation(),
  function: () => m.groups_function(),
  email: () => m.groups_email(),
};

/** The control that an error summary leads to. */
export function firstControlOf(row: PlannedRow): string {
  if (row.plan.status !== 'faulty') return control.choice(row.id);
  const [first] = row.plan.faults.map(faultOfRow);
  return control.cell(row.id, !first || first.field === 'role' ? 'familyName' : first.field);
}

/** A row that cannot be taken as it is: corrected here, or left out. */
export function FaultyRow({ row }: { row: PlannedRow }) {
  if (row.plan.status !== 'faulty') return null;
  const faults = row.plan.faults.map(faultOfRow);
  return (
    <fieldset className="im__r">
      <legend className="label">{m.groups_import_line({ line: row.line })}</legend>
      <div className="im__g">
        {CELLS.map((cell) => (
          <Field
            key={cell}
            label={LABELS[cell]()}
            name={control.cell(row.id, cell)}
            id={control.cell(row.id, cell)}
            defaultValue={row[cell]}
            error={faults.find((fault) => fault.field === cell)?.message}
            autoComplete="off"
          />
        ))}
      </div>
      <Check name={control.skip(row.id)} label={m.groups_import_skip()} />
    </fieldset>
  );
}

/** A row that may mean somebody of the directory. */
export function DoubtfulRow({ row, tried }: { row: PlannedRow; tried: boolean }) {
  if (row.plan.status !== 'doubt') return null;
  const { by, candidates, proposed, choice } = row.plan;
  return (
    <div className="im__r">
      <p>
        <span className="meta">{m.groups_import_line({ line: row.line })}</span>
        <b className="im__who">{`${row.givenName} ${row.familyName}`.trim()}</b>
        <span className="meta">{[placeOf(row), row.email].filter(Boolean).join(' · ')}</span>
      </p>
      <SamePerson
        name={control.choice(row.id)}
        id={control.choice(row.id)}
        by={by}
        candidates={candidates.map(candidateOf)}
        chosen={choice ?? proposed}
        error={tried && choice === null ? m.groups_same_choose() : undefined}
      />
      <Check name={control.skip(row.id)} label={m.groups_import_skip()} />
    </div>
  );
}

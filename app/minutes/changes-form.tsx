import { m } from '#app/messages/compiled/messages.js';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { Changes } from '#server/minutes/read-changes.ts';
import { nameOfVersion } from './changes-choice.ts';

type ChangesFormProps = Pick<Changes, 'from' | 'to' | 'edition' | 'choices'>;

/** Which two are compared: the address says it, so that it can be sent to somebody. */
export function ChangesForm({ from, to, edition, choices }: ChangesFormProps) {
  const versions = choices.versions.map(({ number }) => `${number}`);
  const all = choices.draft ? ['draft', ...versions] : versions;
  return (
    <form method="get" className="chg__form">
      <Pick name="from" label={m.versions_changes_from()} value={from} options={all} />
      <Pick name="to" label={m.versions_changes_to()} value={to} options={all} />
      {choices.internal ? (
        <Field as="select" name="edition" label={m.versions_changes_edition()} defaultValue={edition}>
          <option value="public">{m.versions_edition_public_short()}</option>
          <option value="internal">{m.versions_edition_internal_short()}</option>
        </Field>
      ) : null}
      <SubmitButton look="line">{m.versions_changes_compare()}</SubmitButton>
    </form>
  );
}

function Pick({ name, label, value, options }: { name: string; label: string; value: string; options: readonly string[] }) {
  return (
    <Field as="select" name={name} label={label} defaultValue={value}>
      {options.map((option) => (
        <option key={option} value={option}>
          {nameOfVersion(option)}
        </option>
      ))}
    </Field>
  );
}

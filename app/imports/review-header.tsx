import { kindLabel } from '#app/meetings/labels.ts';
import type { Faults } from '#app/meetings/parse-meeting-form.ts';
import { WhenFields } from '#app/meetings/when-fields.tsx';
import { m } from '#app/messages/compiled/messages.js';
import type { ImportedHeader } from '#app/model/imports.ts';
import { MEETING_KINDS, MEETING_LIMITS } from '#app/model/meetings.ts';
import { Field } from '#app/ui/field.tsx';
import type { Review } from './import.route.tsx';
import type { Conflict } from './review-form.tsx';
import { confidenceWord } from './words.ts';

interface ReviewHeaderProps {
  review: Review;
  faults: Faults;
  conflict: Conflict | null;
}

/** What the file says of the meeting itself. */
export function ReviewHeader({ review: { header, values, choices }, faults, conflict }: ReviewHeaderProps) {
  const hint = (field: keyof ImportedHeader) => {
    const stored = conflict?.differ.includes(field) ? conflict.header[field].value : null;
    const theirs = stored === null ? '' : m.imports_now_stored({ value: stored || m.imports_nothing() });
    return [header[field].value === '' ? m.imports_not_found() : confidenceWord(header[field].confidence), theirs]
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <section aria-labelledby="imp-header" className="imp__part">
      <h2 id="imp-header">{m.imports_header()}</h2>
      <div className="imp__header">
        <Field
          label={m.imports_field_title()}
          name="title"
          defaultValue={values.title}
          maxLength={MEETING_LIMITS.title}
          hint={hint('title')}
          error={faults.title}
        />
        <Field as="select" label={m.imports_field_kind()} name="kind" defaultValue={values.kind} hint={hint('kind')}>
          {MEETING_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kindLabel(kind)}
            </option>
          ))}
        </Field>
        <div>
          <p className="hint">{m.imports_date_read({ how: hint('when') })}</p>
          <WhenFields values={values} faults={faults} choices={choices} />
        </div>
        <div className="g3">
          <Field
            label={m.imports_field_place()}
            name="placeName"
            defaultValue={values.placeName}
            maxLength={MEETING_LIMITS.placeName}
            hint={hint('placeName')}
          />
          <Field
            label={m.imports_field_address()}
            name="placeAddress"
            defaultValue={values.placeAddress}
            maxLength={MEETING_LIMITS.placeAddress}
            hint={hint('placeAddress')}
          />
          <Field
            label={m.imports_field_access()}
            name="placeAccess"
            defaultValue={values.placeAccess}
            maxLength={MEETING_LIMITS.placeAccess}
            hint={hint('placeAccess')}
          />
        </div>
      </div>
    </section>
  );
}

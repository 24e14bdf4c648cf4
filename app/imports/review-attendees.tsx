import { m } from '#app/messages/compiled/messages.js';
import { DIRECTORY_LIMITS } from '#app/model/directory.ts';
import { ATTENDEE_PARTS, partOf } from '#app/model/import-changes.ts';
import type { ImportedAttendee } from '#app/model/imports.ts';
import { Check } from '#app/ui/check.tsx';
import { Field } from '#app/ui/field.tsx';
import type { Review } from './import.route.tsx';
import { control } from './read-review-form.ts';
import type { Conflict } from './review-form.tsx';
import { confidenceWord, partWord } from './words.ts';

interface ReviewAttendeesProps {
  review: Review;
  conflict: Conflict | null;
  /** Ids of those whom only a person can tell from a namesake. */
  undecided: readonly string[];
}

/** Everybody whom the file names, as they were that day, and who of the directory they are. */
export function ReviewAttendees({ review, conflict, undecided }: ReviewAttendeesProps) {
  const { attendees } = review;
  return (
    <section aria-labelledby="imp-people" className="imp__part">
      <h2 id="imp-people">{m.imports_people({ count: attendees.length })}</h2>
      <p className="hint">{m.imports_people_hint()}</p>
      <div className="imp__people">
        {attendees.map((one) => (
          <AttendeeRow
            key={one.id}
            one={one}
            match={review.candidates[one.id]}
            error={undecided.includes(one.id) ? m.imports_who_is() : undefined}
            changed={conflict?.differ.includes(one.id) === true}
          />
        ))}
        <fieldset className="imp__person">
          <legend>{m.imports_add_person()}</legend>
          <div className="imp__fields">
            {FIELDS.map(({ name, label, max }) => (
              <Field key={name} label={label()} name={`added-${name}`} maxLength={max} autoComplete="off" />
            ))}
          </div>
        </fieldset>
      </div>
    </section>
  );
}

const FIELDS = [
  { name: 'givenName', label: m.imports_given_name, max: DIRECTORY_LIMITS.personName },
  { name: 'familyName', label: m.imports_family_name, max: DIRECTORY_LIMITS.personName },
  { name: 'function', label: m.imports_function, max: DIRECTORY_LIMITS.function },
  { name: 'organisation', label: m.imports_organisation, max: DIRECTORY_LIMITS.organisation },
] as const;

interface AttendeeRowProps {
  one: ImportedAttendee;
  match: Review['candidates'][string] | undefined;
  error: string | undefined;
  changed: boolean;
}

function AttendeeRow({ one, match, error, changed }: AttendeeRowProps) {
  const name = `${one.givenName} ${one.familyName}`.trim();
  const part = partOf(one);
  const field = (of: Parameters<typeof control.attendee>[1]) => ({ name: control.attendee(one.id, of), id: control.attendee(one.id, of) });
  return (
    <fieldset className={part === 'out' ? 'imp__person imp__person--out' : 'imp__person'}>
      <legend>
        {name} <small className={`imp__sure imp__sure--${one.confidence}`}>{confidenceWord(one.confidence)}</small>
        {changed ? <small className="imp__theirs">{m.imports_changed_meanwhile()}</small> : null}
      </legend>
      <div className="imp__fields">
        {FIELDS.map((each) => (
          <Field
            key={each.name}
            label={each.label()}
            {...field(each.name)}
            defaultValue={one[each.name]}
            maxLength={each.max}
            autoComplete="off"
          />
        ))}
        <Field as="select" label={m.imports_part()} {...field('part')} defaultValue={part}>
          {ATTENDEE_PARTS.map((each) => (
            <option key={each} value={each}>
              {partWord(each)}
            </option>
          ))}
        </Field>
        <Field as="select" label={m.imports_who()} {...field('person')} defaultValue={one.person ?? match?.proposed ?? ''} error={error}>
          {match && match.proposed === null && one.person === null ? <option value="">{m.imports_choose_person()}</option> : null}
          <option value="new">{m.imports_new_person()}</option>
          {match?.people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.place ? `${person.name} (${person.place})` : person.name}
            </option>
          ))}
        </Field>
      </div>
      {one.email ? (
        <Check
          {...field('email')}
          defaultChecked={one.keepEmail}
          label={m.imports_keep_email({ email: one.email })}
          hint={m.imports_keep_email_hint()}
        />
      ) : null}
    </fieldset>
  );
}

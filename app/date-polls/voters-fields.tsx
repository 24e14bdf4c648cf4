import { m } from '#app/messages/compiled/messages.js';
import { fullNameOf } from '#app/model/attendance.ts';
import { Field, FieldError } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { PersonToAsk } from '#db/date-polls/read-form.ts';
import type { PollFaults } from './parse-poll-form.ts';
import type { PollFormValues } from './poll-form-values.ts';
import { Section } from './section.tsx';
import '#app/meetings/fold.css';

interface VotersFieldsProps {
  values: Pick<PollFormValues, 'personIds' | 'requiredIds' | 'addresses' | 'query'>;
  faults: PollFaults;
  members: readonly PersonToAsk[];
  /** Chosen from the directory before, and found now. */
  others: readonly PersonToAsk[];
}

/** Who is asked: the group's members, people of the directory, and addresses; and without whom no date suits. */
export function VotersFields({ values, faults, members, others }: VotersFieldsProps) {
  const chosen = new Set(values.personIds);
  const required = new Set(values.requiredIds);
  const checked = members.filter((member) => chosen.has(member.id)).length;
  return (
    <Section id="s-voters" title={m.date_polls_section_voters()}>
      <details className="fold" open={members.length <= 12} id="f-personIds">
        <summary>{m.date_polls_members({ count: checked })}</summary>
        <People people={members} chosen={chosen} required={required} />
      </details>
      <div className="dp-search">
        <Field type="search" label={m.date_polls_search_label()} name="query" defaultValue={values.query} maxLength={100} optional />
        <SubmitButton look="line" name="intent" value="search">
          {m.date_polls_search()}
        </SubmitButton>
      </div>
      {values.query && others.length === 0 ? <p role="status">{m.date_polls_search_none()}</p> : null}
      <People people={others} chosen={chosen} required={required} />
      <Field
        as="textarea"
        label={m.date_polls_addresses_label()}
        name="addresses"
        defaultValue={values.addresses}
        error={faults.addresses}
        hint={m.date_polls_addresses_hint()}
        rows={3}
        optional
      />
      <FieldError id="f-personIds-error" error={faults.personIds} />
    </Section>
  );
}

interface PeopleProps {
  people: readonly PersonToAsk[];
  chosen: ReadonlySet<string>;
  required: ReadonlySet<string>;
}

function People({ people, chosen, required }: PeopleProps) {
  if (people.length === 0) return null;
  return (
    <ul className="dp-people">
      {people.map((person) => {
        const name = fullNameOf(person);
        return (
          <li key={person.id}>
            <label className="check">
              <input type="checkbox" name="person" value={person.id} defaultChecked={chosen.has(person.id)} />
              <span>
                {name}
                <small>{[person.organisationName, person.reachable ? '' : m.date_polls_no_address()].filter(Boolean).join(' · ')}</small>
              </span>
            </label>
            <label className="check">
              <input
                type="checkbox"
                name="required"
                value={person.id}
                defaultChecked={required.has(person.id)}
                aria-label={m.date_polls_required_person({ name })}
              />
              <span aria-hidden="true">{m.date_polls_required()}</span>
            </label>
          </li>
        );
      })}
    </ul>
  );
}

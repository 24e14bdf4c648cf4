import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { fullNameOf } from '#app/model/attendance.ts';
import { Check } from '#app/ui/check.tsx';
import { Field } from '#app/ui/field.tsx';
import { Person } from '#app/ui/person.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { VoterRow } from '#db/date-polls/read.ts';
import type { PersonToAsk } from '#db/date-polls/read-form.ts';
import { Section } from './section.tsx';
import '#app/meetings/fold.css';

interface EditVotersProps {
  voters: readonly VoterRow[];
  people: { query: string; found: PersonToAsk[] };
  refused: { typed: string; message: string } | null;
}

/** Who is asked: required or not, taken off the list; and more people to ask. */
export function EditVoters({ voters, people, refused }: EditVotersProps) {
  return (
    <Section id="s-voters" title={m.date_polls_section_voters()}>
      <details className="fold">
        <summary>{m.date_polls_asked({ count: voters.length })}</summary>
        <ul className="dp-list">
          {voters.map((voter) => (
            <Voter key={voter.id} voter={voter} />
          ))}
        </ul>
      </details>
      <Form method="get" className="dp-search" role="search">
        <Field type="search" id="f-q" label={m.date_polls_search_label()} name="q" defaultValue={people.query} maxLength={100} />
        <SubmitButton look="line">{m.date_polls_search()}</SubmitButton>
      </Form>
      <Form method="post" className="stack" noValidate>
        {people.query && people.found.length === 0 ? <p role="status">{m.date_polls_search_none()}</p> : null}
        {people.found.map((person) => (
          <Check key={person.id} name="person" value={person.id} label={fullNameOf(person)} hint={person.organisationName} />
        ))}
        <Field
          as="textarea"
          label={m.date_polls_addresses_label()}
          name="addresses"
          hint={m.date_polls_addresses_hint()}
          defaultValue={refused?.typed}
          error={refused?.message}
          rows={2}
          optional
        />
        <SubmitButton look="line" icon="envelope-simple" name="intent" value="add-voters">
          {m.date_polls_add_voters()}
        </SubmitButton>
      </Form>
    </Section>
  );
}

function Voter({ voter }: { voter: VoterRow }) {
  const { id, personId, name, organisationName, required, cameAs, reachable } = voter;
  const role = [organisationName, cameAs === 'guest' ? m.date_polls_guest() : '', reachable ? '' : m.date_polls_no_address()]
    .filter(Boolean)
    .join(' · ');
  return (
    <li>
      <Person id={personId ?? id} name={name} role={role} size="sm" />
      <Form method="post" className="row">
        <input type="hidden" name="voter" value={id} />
        <SubmitButton
          look={required ? 'primary' : 'quiet'}
          size="sm"
          name="intent"
          value={required ? 'unrequire' : 'require'}
          aria-pressed={required}
          aria-label={m.date_polls_required_person({ name })}
        >
          {m.date_polls_required()}
        </SubmitButton>
        <SubmitButton
          look="quiet"
          size="sm"
          icon="trash"
          name="intent"
          value="remove-voter"
          aria-label={m.date_polls_remove_person({ name })}
        >
          {m.date_polls_remove()}
        </SubmitButton>
      </Form>
    </li>
  );
}

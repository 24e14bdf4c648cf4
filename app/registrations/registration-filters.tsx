import { Form } from 'react-router';
import { kindName } from '#app/directory/kind-name.ts';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { ORGANISATION_KINDS } from '#app/model/directory.ts';
import { REGISTRATION_CATEGORIES, REGISTRATION_STATES } from '#app/model/registrations.ts';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { ListFilter } from './list-filter.ts';
import { categoryWords, stateWords } from './words.ts';

interface RegistrationFiltersProps {
  filter: ListFilter;
  sessions: readonly { id: string; title: string; registered: number; waiting: number; capacity: number | null }[];
  path: string;
}

/** What of the list is shown; each session with its numbers. */
export function RegistrationFilters({ filter, sessions, path }: RegistrationFiltersProps) {
  return (
    <Form method="get" action={localePath(path)} className="rg-filters">
      <Field name="q" type="search" label={m.registrations_search()} defaultValue={filter.q} />
      <Choice
        name="state"
        label={m.registrations_state()}
        value={filter.state}
        options={REGISTRATION_STATES.map((one) => [one, stateWords(one)])}
      />
      <Choice
        name="category"
        label={m.registrations_category_short()}
        value={filter.category}
        options={REGISTRATION_CATEGORIES.map((one) => [one, categoryWords(one)])}
      />
      <Choice
        name="kind"
        label={m.registrations_kind()}
        value={filter.kind}
        options={ORGANISATION_KINDS.map((one) => [one, kindName(one)])}
      />
      {sessions.length > 0 ? (
        <Choice
          name="session"
          label={m.registrations_session()}
          value={filter.meetingId}
          options={sessions.map(({ id, title, registered, waiting, capacity }) => [
            id,
            m.registrations_session_numbers({ title, registered: capacity === null ? registered : `${registered}/${capacity}`, waiting }),
          ])}
        />
      ) : null}
      <SubmitButton look="line">{m.registrations_filter()}</SubmitButton>
    </Form>
  );
}

function Choice({ name, label, value, options }: { name: string; label: string; value: string | null; options: [string, string][] }) {
  return (
    <Field as="select" name={name} label={label} defaultValue={value ?? ''}>
      <option value="">{m.registrations_all()}</option>
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </Field>
  );
}

import { m } from '#app/messages/compiled/messages.js';
import { Check } from '#app/ui/check.tsx';
import { FieldError } from '#app/ui/field.tsx';
import type { Candidate } from './candidate.ts';

interface SamePersonProps {
  /** Name of the choice in the form; its id is the first option's, for summaries. */
  name: string;
  id: string;
  by: 'name' | 'email';
  candidates: readonly Candidate[];
  chosen: string | null;
  error?: string | undefined;
}

/** Is it one of these, or somebody else? Only a person can tell two namesakes apart. */
export function SamePerson({ name, id, by, candidates, chosen, error }: SamePersonProps) {
  return (
    <fieldset className="same" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="label">{by === 'email' ? m.groups_same_email() : m.groups_same_name()}</legend>
      {candidates.map((candidate, at) => (
        <Check
          key={candidate.id}
          type="radio"
          name={name}
          value={candidate.id}
          id={at === 0 ? id : undefined}
          defaultChecked={chosen === candidate.id}
          label={m.groups_same_one({ name: candidate.name })}
          hint={[candidate.place || m.groups_same_no_place(), candidate.member ? m.groups_same_member() : ''].filter(Boolean).join(' · ')}
        />
      ))}
      <Check
        type="radio"
        name={name}
        value="other"
        defaultChecked={chosen === 'other'}
        label={m.groups_same_other()}
        hint={by === 'email' ? m.groups_same_other_no_email() : undefined}
      />
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}

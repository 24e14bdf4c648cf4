import { type FormEvent, useRef, useState } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import type { WalkIn } from '#app/model/door-protocol.ts';
import { REGISTRATION_CATEGORIES } from '#app/model/registrations.ts';
import { cleanLine } from '#app/model/text.ts';
import { Field } from '#app/ui/field.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { categoryWord } from './category-word.ts';

interface WalkInFormProps {
  /** The room holds no more. */
  full: boolean;
  onWalkIn: (person: WalkIn) => void;
}

/** Somebody who did not register: name and organisation are enough, also without a network. */
export function WalkInForm({ full, onWalkIn }: WalkInFormProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const line = (name: string) => cleanLine(String(form.get(name) ?? ''));
    const category = REGISTRATION_CATEGORIES.find((each) => each === form.get('category')) ?? 'member';
    const person = { givenName: line('givenName'), familyName: line('familyName'), organisation: line('organisation'), category };
    setMissing(person.familyName === '');
    if (person.familyName === '') return;
    event.currentTarget.reset();
    if (details.current) details.current.open = false;
    onWalkIn(person);
  };
  return (
    <details className="dr-walk" ref={details}>
      <summary>
        <Icon name="user-plus" />
        {m.check_ins_walk_in()}
      </summary>
      <form onSubmit={submit} noValidate>
        {full ? <p className="dr-full">{m.check_ins_room_full()}</p> : null}
        <Field label={m.check_ins_given_name()} name="givenName" maxLength={100} autoComplete="off" />
        <Field
          label={m.check_ins_family_name()}
          name="familyName"
          maxLength={100}
          autoComplete="off"
          error={missing ? m.check_ins_family_name_missing() : undefined}
        />
        <Field label={m.check_ins_organisation()} name="organisation" maxLength={200} autoComplete="off" />
        <Field as="select" label={m.check_ins_category()} name="category" defaultValue="member">
          {REGISTRATION_CATEGORIES.map((category) => (
            <option key={category} value={category}>
              {categoryWord(category)}
            </option>
          ))}
        </Field>
        <button type="submit" className="btn btn--wide">
          {m.check_ins_walk_in_save()}
        </button>
      </form>
    </details>
  );
}

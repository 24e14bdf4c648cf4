import { type FormEvent, useId, useState } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { readBadge } from '#app/model/badge-code.ts';
import type { DoorPerson } from '#app/model/door-protocol.ts';
import { nameKey } from '#app/model/text.ts';

const MOST = 8;

interface FindPersonProps {
  people: readonly DoorPerson[];
  onCode: (text: string) => void;
  onPerson: (person: DoorPerson) => void;
}

/** One field for the code under the QR, for a reader that types what it reads, and for names. */
export function FindPerson({ people, onCode, onPerson }: FindPersonProps) {
  const [text, setText] = useState('');
  const id = useId();
  const found = matching(people, text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [only] = found;
    if (text.trim() === '') return;
    if (only && found.length === 1) choose(only);
    else if (found.length > 1) return;
    else {
      onCode(text);
      setText('');
    }
  };
  const choose = (person: DoorPerson) => {
    setText('');
    onPerson(person);
  };
  return (
    <form className="dr-find" onSubmit={submit}>
      <label htmlFor={id}>{m.check_ins_find()}</label>
      <div className="dr-find__row">
        <input
          {...{ id, className: 'input', value: text, autoComplete: 'off', autoCapitalize: 'off', spellCheck: false, enterKeyHint: 'go' }}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="btn">
          {m.check_ins_check()}
        </button>
      </div>
      <p className="hint" id={`${id}-hint`}>
        {m.check_ins_find_hint()}
      </p>
      <p className="vh" role="status">
        {text.trim().length > 1 ? m.check_ins_found({ count: found.length }) : ''}
      </p>
      {found.length > 0 ? (
        <ul className="dr-find__list">
          {found.map((person) => (
            <li key={person.badge}>
              <button type="button" onClick={() => choose(person)}>
                <b>{person.name}</b>
                <span>{person.organisation}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </form>
  );
}

/** Whose name or organisation has words that begin so; nobody for what is a code. */
function matching(people: readonly DoorPerson[], text: string): DoorPerson[] {
  const words = nameKey(text).split(' ').filter(Boolean);
  if (words.length === 0 || text.trim().length < 2 || (readBadge(text, '').ok && /\d/.test(text))) return [];
  const found: DoorPerson[] = [];
  for (const person of people) {
    const own = nameKey(`${person.name} ${person.organisation}`).split(' ');
    if (words.every((word) => own.some((each) => each.startsWith(word)))) found.push(person);
    if (found.length === MOST) break;
  }
  return found;
}

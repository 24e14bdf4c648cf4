import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { fullNameOf, type PersonToInvite } from '#app/model/attendance.ts';
import { Check } from '#app/ui/check.tsx';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { RoleField } from './role-field.tsx';

interface InviteFromDirectoryProps {
  slug: string;
  query: string;
  found: PersonToInvite[];
  /** There are others besides those found. */
  more: boolean;
}

/** People who are in the directory: looked for by name or organisation, ticked, invited together. */
export function InviteFromDirectory({ slug, query, found, more }: InviteFromDirectoryProps) {
  const list = localePath(`/meetings/${slug}/attendees`);
  return (
    <div className="fm__sec" id="invite-directory">
      <h3>{m.attendance_invite_directory()}</h3>
      <div className="fm__b">
        <Form className="invite__search" method="get" action={`${list}#invite-directory`} role="search">
          <Field name="q" type="search" label={m.attendance_invite_search()} defaultValue={query} maxLength={100} />
          <SubmitButton look="line" icon="magnifying-glass">
            {m.attendance_invite_search_go()}
          </SubmitButton>
        </Form>
        {query && found.length === 0 ? <p role="status">{m.attendance_invite_search_none()}</p> : null}
        {found.length > 0 ? (
          <Form method="post" action={`${list}?q=${encodeURIComponent(query)}#invite-directory`} className="invite__found">
            <input type="hidden" name="intent" value="invite-people" />
            <fieldset id="people-found" tabIndex={-1}>
              <legend className="label">{m.attendance_invite_whom()}</legend>
              {found.map((person) => (
                <Check
                  key={person.id}
                  name="personId"
                  value={person.id}
                  disabled={person.invited}
                  label={fullNameOf(person)}
                  hint={[person.function, person.organisationName, person.invited ? m.attendance_invite_already() : '']
                    .filter(Boolean)
                    .join(', ')}
                />
              ))}
            </fieldset>
            {more ? <p className="hint">{m.attendance_invite_search_more({ count: found.length })}</p> : null}
            <RoleField id="found-role" />
            <SubmitButton icon="envelope-simple">{m.attendance_invite_chosen()}</SubmitButton>
          </Form>
        ) : null}
      </div>
    </div>
  );
}

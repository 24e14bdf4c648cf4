import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { Refused } from './attendees-page.tsx';
import { RoleField } from './role-field.tsx';

/** Somebody who is not in the directory yet, and is written into it. `newId`: the same form sent twice makes one person. */
export function InviteNewPerson({ slug, newId, refused }: { slug: string; newId: string; refused: Refused | null }) {
  const mine = refused?.intent === 'invite-new' ? refused : null;
  const typed = mine?.typed;
  const fault = (id: string) => mine?.faults.find((one) => one.id === id)?.message;
  return (
    <div className="fm__sec" id="invite-new">
      <h3>{m.attendance_invite_new()}</h3>
      <Form key={newId} className="fm__b" method="post" action={`${localePath(`/meetings/${slug}/attendees`)}#invite-new`} noValidate>
        <input type="hidden" name="intent" value="invite-new" />
        <input type="hidden" name="id" value={typed?.id ?? newId} />
        <div className="g2">
          <Field
            name="givenName"
            id="new-givenName"
            label={m.attendance_invite_given_name()}
            defaultValue={typed?.givenName}
            error={fault('new-givenName')}
            autoComplete="off"
          />
          <Field
            name="familyName"
            id="new-familyName"
            label={m.attendance_invite_family_name()}
            defaultValue={typed?.familyName}
            error={fault('new-familyName')}
            autoComplete="off"
            required
          />
          <Field
            name="function"
            id="new-function"
            label={m.attendance_edit_function()}
            optional
            defaultValue={typed?.function}
            error={fault('new-function')}
            autoComplete="off"
          />
          <Field
            name="organisation"
            id="new-organisation"
            label={m.attendance_edit_organisation()}
            optional
            defaultValue={typed?.organisation}
            error={fault('new-organisation')}
            autoComplete="off"
          />
          <Field
            name="email"
            id="new-email"
            type="email"
            label={m.attendance_invite_email()}
            optional
            hint={m.attendance_invite_email_hint()}
            defaultValue={typed?.email}
            error={fault('new-email')}
            autoComplete="off"
          />
          <RoleField id="new-role" />
        </div>
        {mine ? <ErrorSummary faults={mine.faults} /> : null}
        <p>
          <SubmitButton icon="envelope-simple">{m.attendance_invite_one()}</SubmitButton>
        </p>
      </Form>
    </div>
  );
}

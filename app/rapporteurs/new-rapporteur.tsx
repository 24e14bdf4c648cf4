import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { SessionRefused } from './session.route.tsx';
import { ASSIGN_NEW } from './session-page.tsx';
import '#app/meetings/fold.css';

/** Somebody who is not in the directory yet. `newId`: the same form sent twice makes one person. */
export function NewRapporteur({ newId, refused }: { newId: string; refused: SessionRefused | null }) {
  const typed: Record<string, string> = refused?.typed.intent === ASSIGN_NEW ? refused.typed : {};
  const field = (name: string, label: string, more: { type?: string; optional?: boolean } = {}) => (
    <Field
      name={name}
      id={`new-${name}`}
      label={label}
      defaultValue={typed[name]}
      error={refused?.faults.find(({ id }) => id === `new-${name}`)?.message}
      autoComplete="off"
      {...more}
    />
  );
  return (
    <details className="fold" open={typed.intent === ASSIGN_NEW}>
      <summary>{m.rapporteurs_new_title()}</summary>
      <Form method="post" className="stack" noValidate key={newId}>
        <input type="hidden" name="intent" value={ASSIGN_NEW} />
        <input type="hidden" name="id" value={typed.id ?? newId} />
        <div className="g2">
          {field('givenName', m.attendance_invite_given_name())}
          {field('familyName', m.attendance_invite_family_name())}
          {field('function', m.attendance_edit_function(), { optional: true })}
          {field('organisation', m.attendance_edit_organisation(), { optional: true })}
        </div>
        {field('email', m.attendance_invite_email(), { type: 'email', optional: true })}
        <SubmitButton icon="user-plus">{m.rapporteurs_assign()}</SubmitButton>
      </Form>
    </details>
  );
}

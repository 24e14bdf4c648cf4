import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { ATTENDANCE_ROLES, GIVEN_ANSWERS, type InvitedPerson } from '#app/model/attendance.ts';
import { sentenceCase } from '#app/model/format-when.ts';
import { Check } from '#app/ui/check.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, FieldError } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { Intent, Typed } from './attendees-form.ts';
import type { Refused } from './attendees-page.tsx';
import { roleLabel, stateLabel } from './labels.ts';

interface EditAttendeeProps {
  meeting: { slug: string; status: string };
  /** Whether invitations leave: the meeting is announced and not over. */
  inviting: boolean;
  person: InvitedPerson;
  refused: Refused | null;
}

/** One person's line, opened: how they were that day, what they answered, and the way off the list. */
export function EditAttendee({ meeting, inviting, person, refused }: EditAttendeeProps) {
  const send = (intent: Intent) => (children: ReactNode) => (
    <Form method="post" action={`${localePath(`/meetings/${meeting.slug}/attendees`)}?edit=${person.id}#a-${person.id}`} noValidate>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="attendanceId" value={person.id} />
      {children}
      {refused?.intent === intent ? <ErrorSummary faults={refused.faults} /> : null}
    </Form>
  );
  const part = (intent: Intent): PartProps => {
    const mine = refused?.intent === intent ? refused : null;
    return { person, typed: mine?.typed ?? {}, fault: (id) => mine?.faults.find((one) => one.id === id)?.message };
  };
  return (
    <div className="edit-attendee">
      {send('edit')(<ThatDay {...part('edit')} />)}
      {send('note-answer')(<TheirAnswer {...part('note-answer')} />)}
      {person.inGroup ? (
        <p>
          <A to={`/directory/people/${person.personId}/edit`}>{m.attendance_edit_address()}</A>
        </p>
      ) : null}
      {inviting && person.reachable
        ? send('resend')(
            <>
              <SubmitButton look="line" size="sm" icon="envelope-simple">
                {person.invitedAt ? m.attendance_edit_resend() : m.attendance_edit_send()}
              </SubmitButton>
              {person.refusedMail ? <p className="hint">{m.attendance_edit_refused_mail()}</p> : null}
            </>,
          )
        : null}
      {person.checkedInAt ? (
        <p className="hint">{m.attendance_edit_remove_checked_in()}</p>
      ) : (
        send('remove')(
          <>
            <SubmitButton look="danger" size="sm">
              {m.attendance_edit_remove()}
            </SubmitButton>
            <p className="hint">
              {person.invitedAt && meeting.status === 'scheduled' ? m.attendance_edit_remove_told() : m.attendance_edit_remove_quiet()}
            </p>
          </>,
        )
      )}
    </div>
  );
}

interface PartProps {
  person: InvitedPerson;
  /** What was sent and refused, before what is stored. */
  typed: Typed;
  fault: (id: string) => string | undefined;
}

function ThatDay({ person, typed, fault }: PartProps) {
  const chosen = typed.roles?.split(' ') ?? (typed.intent ? [] : person.roles);
  const roles = fault('edit-roles');
  return (
    <>
      <h3>{m.attendance_edit_day()}</h3>
      <p className="hint">{m.attendance_edit_day_hint()}</p>
      <div className="g2">
        <Field
          name="function"
          id="edit-function"
          label={m.attendance_edit_function()}
          defaultValue={typed.function ?? person.function}
          error={fault('edit-function')}
        />
        <Field
          name="organisationName"
          id="edit-organisation"
          label={m.attendance_edit_organisation()}
          defaultValue={typed.organisationName ?? person.organisationName}
          error={fault('edit-organisation')}
        />
      </div>
      <fieldset id="edit-roles" tabIndex={-1} aria-describedby={roles ? 'edit-roles-error' : undefined}>
        <legend className="label">{m.attendance_edit_roles()}</legend>
        <div className="edit-attendee__roles">
          {ATTENDANCE_ROLES.map((role) => (
            <Check key={role} name="roles" value={role} defaultChecked={chosen.includes(role)} label={sentenceCase(roleLabel(role))} />
          ))}
        </div>
        <FieldError id="edit-roles-error" error={roles} />
      </fieldset>
      <Field
        as="select"
        name="notesAccess"
        id="edit-access"
        label={m.attendance_edit_access()}
        defaultValue={typed.notesAccess ?? person.notesAccess}
      >
        <option value="write">{m.attendance_edit_access_write()}</option>
        <option value="read">{m.attendance_edit_access_read()}</option>
      </Field>
      <SubmitButton size="sm">{m.attendance_edit_save()}</SubmitButton>
    </>
  );
}

function TheirAnswer({ person, typed, fault }: PartProps) {
  return (
    <>
      <h3>{m.attendance_edit_answer()}</h3>
      <p className="hint">{m.attendance_edit_answer_hint()}</p>
      <Field
        as="select"
        name="answer"
        id="edit-answer"
        label={m.attendance_list_answer()}
        defaultValue={typed.answer ?? person.answer}
        error={fault('edit-answer')}
      >
        <option value="none">{m.attendance_edit_answer_none()}</option>
        {GIVEN_ANSWERS.map((answer) => (
          <option key={answer} value={answer}>
            {stateLabel(answer)}
          </option>
        ))}
      </Field>
      <div className="g2 edit-attendee__substitute">
        <Field
          name="substituteName"
          id="edit-substituteName"
          label={m.attendance_substitute_name()}
          defaultValue={typed.substituteName ?? person.substituteName}
          error={fault('edit-substituteName')}
        />
        <Field
          name="substituteFunction"
          id="edit-substituteFunction"
          label={m.attendance_substitute_function()}
          optional
          defaultValue={typed.substituteFunction ?? person.substituteFunction}
        />
      </div>
      <SubmitButton size="sm">{m.attendance_edit_answer_save()}</SubmitButton>
    </>
  );
}

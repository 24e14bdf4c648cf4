import { roleLabel } from '#app/attendance/labels.ts';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen } from '#app/model/format-when.ts';
import { SPEAKER_ROLES } from '#app/model/speakers.ts';
import { whenOf } from '#app/model/when.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { type AddFaults, type AddValues, emptyAdd } from './add-values.ts';

interface AddSpeakerFormProps {
  sessions: readonly { id: string; title: string; edtf: string; timeZone: string }[];
  newId: string;
  refused: { values: AddValues; faults: AddFaults } | null;
}

/** Gives somebody, known or new, a part in a session. */
export function AddSpeakerForm({ sessions, newId, refused }: AddSpeakerFormProps) {
  if (sessions.length === 0) return <p className="meta">{m.speakers_no_sessions()}</p>;
  const values = refused?.values ?? emptyAdd(newId);
  const faults = refused?.faults ?? {};
  const field = (name: 'givenName' | 'familyName' | 'function' | 'organisation', label: string) => (
    <Field name={name} label={label} defaultValue={values[name]} error={faults[name]} autoComplete="off" optional={name !== 'familyName'} />
  );
  return (
    <form method="post" action="#add" noValidate className="stack spk-d">
      <input type="hidden" name="id" value={values.id} />
      <div className="spk-2">
        <Field as="select" name="session" label={m.speakers_add_session()} defaultValue={values.session} error={faults.session}>
          {sessions.map((session) => (
            <option key={session.id} value={session.id}>
              {nameOf(session)}
            </option>
          ))}
        </Field>
        <Field as="select" name="role" label={m.speakers_add_role()} defaultValue={values.role} error={faults.role}>
          {SPEAKER_ROLES.toReversed().map((role) => (
            <option key={role} value={role}>
              {roleLabel(role)}
            </option>
          ))}
        </Field>
        {field('givenName', m.speakers_add_given())}
        {field('familyName', m.speakers_add_family())}
        {field('function', m.speakers_add_function())}
        {field('organisation', m.speakers_add_organisation())}
        <Field
          type="email"
          name="email"
          label={m.speakers_add_email()}
          hint={m.speakers_add_email_hint()}
          defaultValue={values.email}
          error={faults.email}
          autoComplete="off"
          optional
        />
      </div>
      <ErrorSummary faults={Object.entries(faults).map(([name, message]) => ({ id: `f-${name}`, message }))} />
      <div>
        <SubmitButton name="intent" value="add" icon="user-plus">
          {m.speakers_add()}
        </SubmitButton>
      </div>
    </form>
  );
}

function nameOf({ title, edtf, timeZone }: { title: string; edtf: string; timeZone: string }): string {
  const when = whenOf(edtf);
  return when.kind === 'time' ? `${formatWhen(when, { zone: timeZone, locale: getLocale() }).full}. ${title}` : title;
}

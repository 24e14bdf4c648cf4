import { m } from '#app/messages/compiled/messages.js';
import { ATTENDANCE_ROLES } from '#app/model/attendance.ts';
import { sentenceCase } from '#app/model/format-when.ts';
import { Field } from '#app/ui/field.tsx';
import { roleLabel } from './labels.ts';

/** The one role that most people have; more are given afterwards, on their line. */
export function RoleField({ id }: { id: string }) {
  return (
    <Field as="select" name="role" id={id} label={m.attendance_invite_role()} defaultValue="participant">
      {ATTENDANCE_ROLES.map((role) => (
        <option key={role} value={role}>
          {sentenceCase(roleLabel(role))}
        </option>
      ))}
    </Field>
  );
}

import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { MEMBERSHIP_ROLES } from '#app/model/groups.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Person } from '#app/ui/person.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { MemberRow } from '#db/groups/read.ts';
import { placeOf, roleName } from './names.ts';

/** The members; organisers also find each one's address, and what can be done about them. */
export function MemberList({ members, organise }: { members: readonly MemberRow[]; organise: boolean }) {
  return (
    <ul className="mb">
      {members.map((member) => {
        const name = `${member.givenName} ${member.familyName}`.trim();
        return (
          <li key={member.personId} className="mb__r" id={`m-${member.personId}`}>
            <Person id={member.personId} name={name} role={placeOf(member)} />
            <span className="mb__e">
              {member.failing ? <Tag look="late">{m.attendance_list_refused_mail()}</Tag> : null}
              {member.role === 'member' ? null : <Tag look={member.role === 'organiser' ? 'brand' : 'soft'}>{roleName(member.role)}</Tag>}
            </span>
            {organise ? <Actions member={member} name={name} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

function Actions({ member, name }: { member: MemberRow; name: string }) {
  const id = `role-${member.personId}`;
  return (
    <details className="mb__d">
      <summary className="btn btn--quiet btn--sm">
        {m.groups_change()}
        <span className="vh"> {name}</span>
        <Icon name="caret-down" />
      </summary>
      <div className="mb__x">
        <p className="meta mb__mail">{member.email ?? m.groups_no_email()}</p>
        <Form method="post" className="mb__role">
          <input type="hidden" name="person" value={member.personId} />
          <label htmlFor={id} className="label">
            {m.groups_role()}
          </label>
          <select className="select" name="role" id={id} defaultValue={member.role}>
            {MEMBERSHIP_ROLES.map((role) => (
              <option key={role} value={role}>
                {roleName(role)}
              </option>
            ))}
          </select>
          <SubmitButton look="line" name="intent" value="role">
            {m.groups_change_role()}
          </SubmitButton>
        </Form>
        <div className="row">
          <A className="btn btn--line" to={`/directory/people/${member.personId}/edit`}>
            <Icon name="pencil-simple" />
            {m.groups_correct_record()}
          </A>
          <Form method="post">
            <input type="hidden" name="person" value={member.personId} />
            <SubmitButton look="danger" icon="trash" name="intent" value="remove">
              {m.groups_remove()}
              <span className="vh"> {name}</span>
            </SubmitButton>
          </Form>
        </div>
      </div>
    </details>
  );
}

import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { fullNameOf, type GroupToInvite } from '#app/model/attendance.ts';
import { Monogram } from '#app/ui/avatar.tsx';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { AttendeesPageProps } from './attendees-page.tsx';

interface InviteGroupProps {
  slug: string;
  groups: GroupToInvite[];
  confirm: AttendeesPageProps['confirm'];
  /** Whether an invitation leaves at once. */
  writes: boolean;
}

/** All current members of a group, in two steps: how many and who, then « Inviter 37 personnes ». */
export function InviteGroup({ slug, groups, confirm, writes }: InviteGroupProps) {
  return (
    <div className="fm__sec" id="invite-group">
      <h3>{m.attendance_invite_group()}</h3>
      <div className="fm__b">
        <ul className="invite__groups">
          {groups.map((group) => (
            <li key={group.id}>
              <span className="person">
                <Monogram name={group.name} />
                <span className="person__t">
                  <span className="person__n">{group.name}</span>
                  <span className="person__r">
                    {group.missing > 0
                      ? `${m.attendance_invite_group_members({ count: group.members })}, ${m.attendance_invite_group_missing({ count: group.missing })}`
                      : m.attendance_invite_group_all({ count: group.members })}
                  </span>
                </span>
              </span>
              {group.missing > 0 && confirm?.group.id !== group.id ? (
                <A className="btn btn--line btn--sm" to={`/meetings/${slug}/attendees?group=${group.slug}#invite-group`}>
                  {m.attendance_invite_group_look()}
                  <span className="vh"> – {group.name}</span>
                </A>
              ) : null}
            </li>
          ))}
        </ul>
        {confirm && confirm.group.missing > 0 ? <Confirm slug={slug} confirm={confirm} writes={writes} /> : null}
      </div>
    </div>
  );
}

function Confirm({ slug, confirm, writes }: { slug: string; confirm: NonNullable<InviteGroupProps['confirm']>; writes: boolean }) {
  const { group, members } = confirm;
  const unnamed = group.missing - members.length;
  return (
    <Form className="panel invite__confirm" method="post" action={localePath(`/meetings/${slug}/attendees`)}>
      <input type="hidden" name="intent" value="invite-group" />
      <input type="hidden" name="groupId" value={group.id} />
      <input type="hidden" name="expected" value={group.missing} />
      <p>{m.attendance_invite_confirm({ count: group.missing, group: group.name })}</p>
      <ul>
        {members.map((person) => (
          <li key={person.id}>
            <b>{fullNameOf(person)}</b>{' '}
            <span className="meta">{[person.function, person.organisationName].filter(Boolean).join(', ')}</span>
          </li>
        ))}
        {unnamed > 0 ? <li>{m.attendance_invite_confirm_more({ count: unnamed })}</li> : null}
      </ul>
      <p className="row">
        <SubmitButton icon={writes ? 'envelope-simple' : 'user-plus'}>
          {writes ? m.attendance_invite_people_count({ count: group.missing }) : m.attendance_invite_add_count({ count: group.missing })}
        </SubmitButton>
        <A className="btn btn--quiet" to={`/meetings/${slug}/attendees#invite-group`}>
          {m.attendance_invite_not_now()}
        </A>
      </p>
    </Form>
  );
}

import { m } from '#app/messages/compiled/messages.js';
import { Notice } from '#app/ui/notice.tsx';
import type { AttendeesPageProps } from './attendees-page.tsx';
import { InviteFromDirectory } from './invite-from-directory.tsx';
import { InviteGroup } from './invite-group.tsx';
import { InviteNewPerson } from './invite-new-person.tsx';

/** Whom to invite: a group, people of the directory, somebody new. Says beforehand whether a message leaves. */
export function InviteSection(props: AttendeesPageProps) {
  const { meeting, over } = props;
  const cancelled = meeting.status === 'cancelled';
  const writes = meeting.status === 'scheduled' && !over;
  return (
    <section id="invite" className="no-print invite" aria-labelledby="t-invite">
      <div className="sect__h">
        <h2 id="t-invite">{m.attendance_invite_title()}</h2>
      </div>
      {cancelled ? <Notice look="warn">{m.attendance_invite_cancelled()}</Notice> : null}
      {meeting.status === 'draft' ? <Notice>{m.attendance_invite_draft()}</Notice> : null}
      {over && meeting.status === 'scheduled' ? <Notice>{m.attendance_invite_over()}</Notice> : null}
      {cancelled ? null : (
        <>
          <InviteGroup slug={meeting.slug} groups={props.groups} confirm={props.confirm} writes={writes} />
          <InviteFromDirectory slug={meeting.slug} query={props.query} found={props.found} more={props.moreFound} />
          <InviteNewPerson slug={meeting.slug} newId={props.newId} refused={props.refused} />
        </>
      )}
    </section>
  );
}

import { Form } from 'react-router';
import copyScript from '#app/calendar/copy-address.js?url';
import { m } from '#app/messages/compiled/messages.js';
import { fullNameOf } from '#app/model/attendance.ts';
import { Icon } from '#app/ui/icon.tsx';

interface PersonalLinkProps {
  reviewer: { attendanceId: string; givenName: string; familyName: string };
  made: { attendanceId: string; address: string } | null;
}

/** The way to hand somebody their link otherwise than by our mail. It is made when asked for and shown this once: only its hash is kept. */
export function PersonalLink({ reviewer, made }: PersonalLinkProps) {
  const name = fullNameOf(reviewer);
  if (made?.attendanceId !== reviewer.attendanceId)
    return (
      <Form method="post" action={`#r-${reviewer.attendanceId}`}>
        <input type="hidden" name="attendance" value={reviewer.attendanceId} />
        <button type="submit" className="btn btn--quiet btn--sm" name="intent" value="link" aria-label={m.reviews_show_link_of({ name })}>
          <Icon name="link-simple" />
          {m.reviews_show_link()}
        </button>
      </Form>
    );
  return (
    <div className="copyline">
      <input className="input" id="personal-link" readOnly aria-label={m.reviews_link_of({ name })} value={made.address} />
      <button
        className="btn"
        type="button"
        hidden
        data-copy="personal-link"
        data-done={m.calendar_copied()}
        data-failed={m.calendar_copy_by_hand()}
      >
        <Icon name="copy" />
        {m.calendar_copy()}
      </button>
      <p className="hint" role="status" data-copy-says="" />
      <script type="module" src={copyScript} />
    </div>
  );
}

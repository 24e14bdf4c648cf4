import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { fullNameOf } from '#app/model/attendance.ts';
import { CopyLine } from '#app/ui/copy-line.tsx';
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
  return <CopyLine id="personal-link" label={m.reviews_link_of({ name })} value={made.address} />;
}

import { m } from '#app/messages/compiled/messages.js';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** In the place of a form: a cancelled meeting stays as it was announced. */
export function CancelledMeeting({ slug, title }: { slug: string; title: string }) {
  return (
    <div className="wrap fm-head stack">
      <Breadcrumb crumbs={[{ to: `/meetings/${slug}`, label: title }]} />
      <h1>{m.meetings_cancelled_title()}</h1>
      <Notice>{m.meetings_cancelled_no_edit()}</Notice>
      <p>
        <A to={`/meetings/${slug}`}>{m.meetings_back_to_meeting()}</A>
      </p>
    </div>
  );
}

import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';

/** An import that nothing more is decided of: done, given up, or cut off while its meeting was made. */
export function ClosedImport({ state, meetingSlug }: { id: string; state: 'open' | 'done' | 'dropped'; meetingSlug: string | null }) {
  if (state === 'dropped') return <Notice>{m.imports_was_dropped()}</Notice>;
  if (state === 'done')
    return (
      <Notice look="ok">
        <p>{m.imports_was_done()}</p>
        {meetingSlug ? <A to={`/meetings/${meetingSlug}/minutes`}>{m.imports_to_minutes()}</A> : null}
      </Notice>
    );
  return (
    <>
      <Notice look="warn">{m.imports_cut_off()}</Notice>
      <Form method="post">
        <SubmitButton name="intent" value="finish">
          {m.imports_resume()}
        </SubmitButton>
      </Form>
    </>
  );
}

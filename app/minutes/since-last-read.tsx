import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';

interface SinceLastReadProps {
  slug: string;
  /** The version that the reader knows; `gone`: its words were redacted since, so that nothing can be compared with it. */
  known: number;
  gone: boolean;
  latest: number;
}

/** Tells a reader that there is a newer version than the one they know, and leads to what changed. */
export function SinceLastRead({ slug, known, gone, latest }: SinceLastReadProps) {
  return (
    <Notice>
      <p>{gone ? m.sending_read_redacted({ number: known, latest }) : m.sending_read_since({ number: known, latest })}</p>
      <form method="post" action={localePath(`/minutes/${slug}/read`)} className="row">
        {gone ? null : (
          <A className="btn btn--line btn--sm" to={`/minutes/${slug}/changes?from=${known}&to=${latest}`}>
            {m.sending_changes_since()}
          </A>
        )}
        <button className="btn btn--quiet btn--sm" type="submit">
          {m.sending_mark_read()}
        </button>
      </form>
    </Notice>
  );
}

import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** Tells a reader that there is a newer version than the one they know, and leads to what changed. */
export function SinceLastRead({ slug, known, latest }: { slug: string; known: number; latest: number }) {
  return (
    <Notice>
      <p>{m.sending_read_since({ number: known, latest })}</p>
      <form method="post" action={localePath(`/minutes/${slug}/read`)} className="row">
        <A className="btn btn--line btn--sm" to={`/minutes/${slug}/changes?from=${known}&to=${latest}`}>
          {m.sending_changes_since()}
        </A>
        <button className="btn btn--quiet btn--sm" type="submit">
          {m.sending_mark_read()}
        </button>
      </form>
    </Notice>
  );
}

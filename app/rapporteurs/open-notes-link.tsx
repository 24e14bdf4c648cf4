import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';

/** On the page of a session whose notes everybody may read. */
export function OpenNotesLink({ slug }: { slug: string }) {
  return (
    <A className="btn btn--line btn--wide" to={`/meetings/${slug}/open-notes`}>
      <Icon name="note-pencil" />
      {m.rapporteurs_open_follow()}
    </A>
  );
}

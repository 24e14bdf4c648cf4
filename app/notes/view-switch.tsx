import type { MouseEvent } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { type NotesView, useViewOfNotes } from './view.ts';

/** « Tout / Point en cours ». Links, which work without scripts. */
export function ViewSwitch() {
  const { view, showView } = useViewOfNotes();
  const link = (to: NotesView, word: string) => (
    <A
      to={`?view=${to}`}
      aria-current={view === to ? 'true' : undefined}
      onClick={(event: MouseEvent) => {
        event.preventDefault();
        showView(to);
      }}
    >
      {word}
    </A>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div className="seg lv-view" role="group" aria-label={m.notes_view()}>
      {link('all', m.notes_view_all())}
      {link('current', m.notes_view_current())}
    </div>
  );
}

import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import type { Live } from '../load-live.server.ts';
import { historyPath } from './history-query.ts';
import './writers.css';

/** Below the notes, for those who write them: their history without scripts, and on telephones, which show no toolbar, who wrote. */
export function NotesEnd({ live: { can, meeting }, writers }: { live: Live; writers: { shown: boolean; toggle(): void } | null }) {
  if (!can.write) return null;
  return (
    <p className="by-end">
      {writers ? (
        <button className="btn btn--line btn--sm by-end__who" type="button" aria-pressed={writers.shown} onClick={writers.toggle}>
          <Icon name="users-three" />
          {m.history_who()}
        </button>
      ) : null}
      <A className="btn btn--quiet btn--sm" to={historyPath(meeting.slug)}>
        <Icon name="clock-counter-clockwise" />
        {m.history_title()}
      </A>
    </p>
  );
}

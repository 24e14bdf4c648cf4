import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { DropPlace } from './grid-cell.tsx';
import { preparePath } from './prepare-path.ts';
import { SessionTile } from './session-tile.tsx';
import type { Placing } from './use-placing.ts';

/** The sessions that wait for an hour; dropping one here takes it off the grid. */
export function Unplaced({ edition, placing }: { edition: string; placing: Placing }) {
  const waiting = placing.programme.sessions.filter((session) => session.slotId === null);
  return (
    <aside className="pr-wait" aria-labelledby="waiting">
      <h2 id="waiting">
        {m.prepare_unplaced()} <span className="count">{waiting.length}</span>
      </h2>
      <DropPlace as="div" cell={{ slotId: null, roomId: null }} label={m.prepare_unplaced()} placing={placing}>
        {waiting.length > 0 ? (
          <ul>
            {waiting.map((session) => (
              <SessionTile key={session.id} {...{ session, edition, placing }} />
            ))}
          </ul>
        ) : (
          <p className="meta">{m.prepare_all_placed()}</p>
        )}
      </DropPlace>
      <A className="btn btn--line btn--wide" to={preparePath(edition, 'sessions/new')}>
        {m.prepare_new_session()}
      </A>
    </aside>
  );
}

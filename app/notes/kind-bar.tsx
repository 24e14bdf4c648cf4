import { AskFloor } from '#app/facilitation/ask-floor.tsx';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { kindChoices } from './kind-choices.ts';
import type { Live } from './load-live.server.ts';
import type { Room } from './room.ts';
import { useStore } from './use-room.ts';

/** Under the notes: the five kinds, for the line being written. The letters are those of the block menu. */
export function KindBar({ live, room, onForm }: { live: Live; room: Room; onForm(): void }) {
  const active = useStore(room.active);
  const { current, locked, closedAt } = live.facilitation;
  const open = [current?.agendaItemId, ...live.points.map(({ id }) => id)].find((id) => id !== undefined && !locked.includes(id));
  const sectionId = active?.agendaItemId ?? open ?? '';
  return (
    <div className="composer">
      <ul aria-label={m.notes_bar()}>
        {live.me.attendanceId !== null && !live.can.facilitate && closedAt === null ? (
          <li className="bk-hand">
            <AskFloor live={live} className="bk" pane="notes" short />
          </li>
        ) : null}
        {kindChoices().map(({ kind, icon, label, key, look }) => (
          <li key={kind}>
            <button
              className={look ? `bk bk--${look}` : 'bk'}
              type="button"
              onMouseDown={keepFocus}
              disabled={locked.includes(sectionId)}
              onClick={() => room.startBlock(sectionId, kind)}
            >
              <Icon name={icon} />
              {label}
              <kbd>{key}</kbd>
            </button>
          </li>
        ))}
        <li className="bk-form">
          <button className="bk" type="button" onClick={onForm}>
            <Icon name="pencil-simple" />
            {m.notes_form_short()}
          </button>
        </li>
      </ul>
    </div>
  );
}

/** The caret stays in the text, and a phone's keyboard open. */
function keepFocus(event: React.MouseEvent): void {
  event.preventDefault();
}

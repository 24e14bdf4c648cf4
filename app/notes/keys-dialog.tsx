import { Fragment } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { Modal } from './modal.tsx';
import type { Room } from './room.ts';
import { useStore } from './use-room.ts';

/** All that the keyboard does in the notes (Ctrl/⌘+/). */
export function KeysDialog({ room }: { room: Room }) {
  const shown = useStore(room.keysShown);
  if (!shown) return null;
  return (
    <Modal title={m.notes_keys_title()} onClose={() => room.keysShown.set(false)}>
      <dl className="notes-keys">
        {rows().map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 ? ` ${m.notes_or()} ` : null}
                  <kbd>{key}</kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

function rows(): [string[], string][] {
  return [
    [['/', 'Ctrl/⌘ K'], m.notes_keys_menu()],
    [['->', '!'], m.notes_keys_takeaway()],
    [['[]'], m.notes_keys_action()],
    [['@'], m.notes_keys_person()],
    [['//'], m.notes_keys_due()],
    [['↵'], m.notes_keys_enter()],
    [['⌫'], m.notes_keys_backspace()],
    [['Alt ↑', 'Alt ↓'], m.notes_keys_move()],
    [['Ctrl/⌘ Z'], m.notes_keys_undo()],
    [['Ctrl/⌘ ↵'], m.facilitation_key_next()],
    [['Ctrl/⌘ .'], m.facilitation_key_ask()],
    [['F6', '⇧ F6'], m.notes_keys_panes()],
    [['Alt F10'], m.notes_keys_tools()],
    [['Esc'], m.notes_keys_escape()],
    [['Ctrl/⌘ /'], m.notes_keys_this()],
  ];
}

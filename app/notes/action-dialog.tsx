import type { FormEvent } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { cleanLine } from '#app/model/text.ts';
import { Field } from '#app/ui/field.tsx';
import type { Live } from './load-live.server.ts';
import { Modal } from './modal.tsx';
import type { Room } from './room.ts';
import { useStore } from './use-room.ts';

/** Who does an action, and for when: for phones, and for whoever does not know '@' and '//'. */
export function ActionDialog({ live, room }: { live: Live; room: Room }) {
  const action = useStore(room.action);
  return action ? <ActionForm key={action.blockId} live={live} room={room} action={action} /> : null;
}

function ActionForm({ live, room, action }: { live: Live; room: Room; action: { agendaItemId: string; blockId: string } }) {
  const now = room.readAction(action);
  const onClose = () => room.action.set(null);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const chosen = live.participants.find(({ id }) => id === form.get('person'));
    const other = cleanLine(String(form.get('other') ?? ''));
    room.assign(action, {
      assigneeId: other ? null : (chosen?.id ?? null),
      assignee: other || chosen?.name || null,
      due: String(form.get('due') ?? '') || null,
    });
    onClose();
  };
  return (
    <Modal title={m.notes_action_title()} onClose={onClose}>
      <form className="notes-form" onSubmit={onSubmit}>
        <Field as="select" id="action-person" name="person" label={m.notes_action_who()} defaultValue={now.assigneeId ?? ''}>
          <option value="">{m.notes_action_choose()}</option>
          {live.participants.map(({ id, name, organisation }) => (
            <option key={id} value={id}>
              {[name, organisation].filter(Boolean).join(', ')}
            </option>
          ))}
        </Field>
        <Field
          id="action-other"
          name="other"
          label={m.notes_action_other()}
          optional
          maxLength={200}
          defaultValue={now.assigneeId ? '' : (now.assignee ?? '')}
        />
        <Field id="action-due" name="due" type="date" label={m.notes_action_due()} optional defaultValue={now.due ?? ''} />
        <p className="notes-form__end">
          <button className="btn" type="submit">
            {m.notes_action_save()}
          </button>
        </p>
      </form>
    </Modal>
  );
}

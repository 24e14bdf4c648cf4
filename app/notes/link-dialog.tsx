import { type FormEvent, useState } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { Field } from '#app/ui/field.tsx';
import { Modal } from './modal.tsx';
import type { Room } from './room.ts';

/** Sets, changes or removes the link of the selection (or, without one, inserts its address). */
export function LinkDialog({ room, sectionId, onClose }: { room: Room; sectionId: string; onClose(): void }) {
  const [error, setError] = useState<string>();
  const before = room.readLink(sectionId);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const address = String(new FormData(event.currentTarget).get('address') ?? '');
    if (!room.setLink(sectionId, address)) return setError(m.notes_link_wrong());
    onClose();
  };
  return (
    <Modal title={m.notes_link_title()} onClose={onClose}>
      <form className="notes-form" onSubmit={onSubmit} noValidate>
        <Field
          id="link-address"
          name="address"
          type="url"
          inputMode="url"
          label={m.notes_link_address()}
          defaultValue={before}
          error={error}
        />
        <p className="notes-form__end">
          <button className="btn" type="submit">
            {m.notes_link_save()}
          </button>
          {before ? (
            <button
              className="btn btn--line"
              type="button"
              onClick={() => {
                room.setLink(sectionId, '');
                onClose();
              }}
            >
              {m.notes_link_remove()}
            </button>
          ) : null}
        </p>
      </form>
    </Modal>
  );
}

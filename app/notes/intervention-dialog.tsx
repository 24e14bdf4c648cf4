import { type FormEvent, useState } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import type { BlockKind } from '#app/model/notes.ts';
import { cleanText } from '#app/model/text.ts';
import { Field } from '#app/ui/field.tsx';
import { kindChoices } from './kind-choices.ts';
import type { Live } from './load-live.server.ts';
import { Modal } from './modal.tsx';
import type { Room } from './room.ts';
import { useStore } from './use-room.ts';

interface InterventionDialogProps {
  live: Live;
  room: Room;
  onClose(): void;
}

/** The same as the editor by plain fields: who speaks, what it is, the text. For phones and screen readers. */
export function InterventionDialog({ live, room, onClose }: InterventionDialogProps) {
  const active = useStore(room.active);
  const [error, setError] = useState<string>();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const lines = cleanText(String(form.get('text') ?? ''))
      .split('\n')
      .filter(Boolean);
    if (lines.length === 0) return setError(m.notes_form_empty());
    room.addIntervention(String(form.get('section')), {
      kind: String(form.get('kind')) as BlockKind,
      speaker: live.participants.find(({ id }) => id === form.get('speaker')) ?? null,
      lines,
    });
    room.announcement.set({ what: 'added' });
    onClose();
  };
  return (
    <Modal title={m.notes_form()} onClose={onClose}>
      <form className="notes-form" onSubmit={onSubmit} noValidate>
        <Field
          as="select"
          id="form-section"
          name="section"
          label={m.notes_form_where()}
          defaultValue={active?.agendaItemId ?? live.points[0]?.id}
        >
          {live.points.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Field>
        <Field as="select" id="form-speaker" name="speaker" label={m.notes_form_speaker()}>
          <option value="">{m.notes_form_nobody()}</option>
          {live.participants.map(({ id, name, organisation }) => (
            <option key={id} value={id}>
              {[name, organisation].filter(Boolean).join(', ')}
            </option>
          ))}
        </Field>
        <Field as="select" id="form-kind" name="kind" label={m.notes_form_kind()}>
          <option value="text">{m.notes_form_kind_text()}</option>
          {kindChoices()
            .filter(({ kind }) => kind !== 'turn')
            .map(({ kind, label }) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
        </Field>
        <Field as="textarea" id="form-text" name="text" label={m.notes_form_text()} rows={5} error={error} />
        <p className="notes-form__end">
          <button className="btn" type="submit">
            {m.notes_form_save()}
          </button>
        </p>
      </form>
    </Modal>
  );
}

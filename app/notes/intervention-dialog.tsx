import { type FormEvent, useState } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { parseIntervention } from '#app/model/intervention.ts';
import type { FieldFault } from '#app/ui/error-summary.tsx';
import { InterventionFields } from './intervention-fields.tsx';
import { emptyIntervention, namedPeople, readInterventionForm } from './intervention-form.ts';
import { interventionFaults, interventionRefusal } from './intervention-words.ts';
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
  const { points, participants, facilitation } = live;
  const [values] = useState(() => emptyIntervention(active?.agendaItemId ?? facilitation.current?.agendaItemId ?? points[0]?.id ?? ''));
  const [faults, setFaults] = useState<FieldFault[]>([]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const sent = readInterventionForm(new FormData(event.currentTarget));
    const parsed = parseIntervention(sent, { sections: points.map(({ id }) => id), people: namedPeople(participants) });
    if ('faults' in parsed) return setFaults(interventionFaults(parsed.faults));
    if (facilitation.locked.includes(sent.section)) return setFaults([interventionRefusal('locked')]);
    room.addIntervention(parsed.intervention.agendaItemId, parsed.intervention);
    room.announcement.set({ what: 'added' });
    onClose();
  };
  return (
    <Modal title={m.notes_form()} onClose={onClose}>
      <form className="notes-form" onSubmit={onSubmit} noValidate>
        <InterventionFields values={values} faults={faults} points={points} participants={participants} />
        <p className="notes-form__end">
          <button className="btn" type="submit">
            {m.notes_form_save()}
          </button>
        </p>
      </form>
    </Modal>
  );
}

import { type FormEvent, useState } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { Modal } from '#app/notes/modal.tsx';
import type { FieldFault } from '#app/ui/error-summary.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { PollFields } from './poll-fields.tsx';
import { emptyPollForm } from './poll-form-values.ts';
import { faultWords, refusalWords } from './poll-words.ts';
import type { PollDesk } from './use-polls.ts';

interface PollDialogProps {
  desk: PollDesk;
  points: readonly { id: string; title: string }[];
  /** The point that the meeting is at; null: none. */
  current: string | null;
  onClose(): void;
}

/** A new poll, without leaving the meeting. */
export function PollDialog({ desk, points, current, onClose }: PollDialogProps) {
  const [values] = useState(() => emptyPollForm(crypto.randomUUID(), current ?? points[0]?.id ?? ''));
  const [faults, setFaults] = useState<FieldFault[]>([]);
  const [busy, setBusy] = useState(false);
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const answer = await desk.send(new FormData(event.currentTarget));
    setBusy(false);
    if (answer.ok) onClose();
    else setFaults(answer.reason === 'faults' ? faultWords(answer.faults) : [openingFault(answer.reason)]);
  };
  return (
    <Modal title={m.live_polls_new_title()} onClose={onClose}>
      <form className="notes-form" onSubmit={onSubmit} noValidate>
        <input type="hidden" name="intent" value="open" />
        <PollFields values={values} faults={faults} points={points} />
        <p className="notes-form__end">
          <SubmitButton busy={busy && m.live_polls_sending()}>{m.live_polls_open()}</SubmitButton>
        </p>
      </form>
    </Modal>
  );
}

/** Why a poll was not opened, at its field where there is one. */
export function openingFault(reason: Parameters<typeof refusalWords>[0]): FieldFault {
  return reason === 'point-unknown'
    ? { id: 'poll-point', message: m.live_polls_refused_point_unknown_new() }
    : { message: refusalWords(reason) };
}

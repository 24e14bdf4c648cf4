import { type MouseEvent, useEffect, useId, useState } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { nameKey } from '#app/model/text.ts';
import type { Live } from '#app/notes/load-live.server.ts';
import { Modal } from '#app/notes/modal.tsx';
import type { Participant } from '#app/notes/participant.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { useStepDesk } from './use-steps.ts';

/** « Émargement »: the list of who came, ticked by the organisers; without scripts, the page of the attendees. */
export function CheckInButton({ live }: { live: Live }) {
  const [open, setOpen] = useState(false);
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <>
      <A className="btn btn--line" to={`/meetings/${live.meeting.slug}/attendees`} onClick={onClick} aria-haspopup="dialog">
        <Icon name="signature" />
        {m.facilitation_check_in()}
      </A>
      {open ? (
        <Modal title={m.facilitation_list_title()} onClose={() => setOpen(false)}>
          <CheckInList live={live} />
        </Modal>
      ) : null}
    </>
  );
}

/** From so many people on, one looks for a name rather than for a line. */
const MANY = 10;

function CheckInList({ live: { meeting, participants } }: { live: Live }) {
  const { online } = useStepDesk();
  const [query, setQuery] = useState('');
  const field = useId();
  const wanted = nameKey(query);
  const shown = participants.filter(({ name, organisation }) => nameKey(`${name} ${organisation}`).includes(wanted));
  const signed = participants.filter(({ checkedIn }) => checkedIn).length;
  return (
    <div className="lv-list">
      <p className="meta" role="status">
        {m.facilitation_list_count({ count: signed, total: participants.length })}
      </p>
      {participants.length >= MANY ? (
        <div className="field">
          <label htmlFor={field}>{m.facilitation_list_find()}</label>
          <input className="input" id={field} type="search" value={query} onChange={(event) => setQuery(event.target.value)} />
        </div>
      ) : null}
      {participants.length === 0 ? <p>{m.facilitation_list_empty()}</p> : shown.length === 0 ? <p>{m.facilitation_list_none()}</p> : null}
      <ul>
        {shown.map((participant) => (
          <li key={participant.id}>
            <Tick participant={participant} disabled={!online} />
          </li>
        ))}
      </ul>
      <A to={`/meetings/${meeting.slug}/attendees`}>{m.facilitation_list_all()}</A>
    </div>
  );
}

/** Shows at once what was ticked, and again what is true should the server refuse it. */
function Tick({ participant: { id, name, organisation, checkedIn }, disabled }: { participant: Participant; disabled: boolean }) {
  const { send } = useStepDesk();
  const [wanted, setWanted] = useState<boolean | null>(null);
  useEffect(() => {
    if (wanted === checkedIn) setWanted(null);
  }, [wanted, checkedIn]);
  const onChange = async (present: boolean) => {
    setWanted(present);
    const answer = await send({ intent: 'check', attendance: id, present: present ? 'yes' : 'no' });
    if (!answer?.ok) setWanted(null);
  };
  return (
    <label>
      <input
        className="tick"
        type="checkbox"
        checked={wanted ?? checkedIn}
        disabled={disabled}
        onChange={(event) => void onChange(event.target.checked)}
      />
      <span>
        {name} <small>{organisation}</small>
      </span>
    </label>
  );
}

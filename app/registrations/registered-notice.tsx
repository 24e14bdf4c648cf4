import { m } from '#app/messages/compiled/messages.js';
import type { PlaceState } from '#app/model/registrations.ts';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';

interface RegisteredNoticeProps {
  told: PlaceState;
  /** Waits for a place in a session. */
  waits: boolean;
  /** Of the form. */
  path: string;
  /** Of the programme, where one goes next. */
  programme: string;
}

/** After registering: the same for an address that was registered before, of which only its mail tells. */
export function RegisteredNotice({ told, waits, path, programme }: RegisteredNoticeProps) {
  return (
    <>
      <Notice look={told === 'waiting' ? 'warn' : 'ok'} role="status">
        <b>{told === 'waiting' ? m.registrations_done_waiting() : m.registrations_done_registered()}</b>
        <p>{told === 'waiting' ? m.registrations_done_waiting_what() : m.registrations_done_registered_what()}</p>
        {waits && told === 'registered' ? <p>{m.registrations_done_waits()}</p> : null}
        <p>{m.registrations_done_known()}</p>
      </Notice>
      <p className="row">
        <A className="btn" to={programme}>
          {m.programme_see_programme()}
        </A>
        <A className="btn btn--line" to={path}>
          {m.registrations_register_another()}
        </A>
      </p>
    </>
  );
}

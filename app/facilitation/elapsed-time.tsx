import { m } from '#app/messages/compiled/messages.js';
import { elapsed, formatSeconds } from '#app/model/meeting-pace.ts';
import type { Live } from '#app/notes/load-live.server.ts';
import { Icon } from '#app/ui/icon.tsx';
import { useMoment } from './use-steps.ts';

/** « En direct 34:18 » in the bar: since the meeting was opened, or while its hour is come; that it is closed, once it is. */
export function LiveBadge({ live: { facilitation, meeting } }: { live: Live }) {
  const seconds = useMoment((at) => elapsed(facilitation, at));
  if (facilitation.closedAt !== null) {
    return (
      <span className="lv-live lv-live--over">
        <Icon name="lock-simple" />
        <span className="t">{m.facilitation_closed()}</span>
      </span>
    );
  }
  if (seconds === null && !meeting.goesOn) return null;
  return (
    <span className="lv-live">
      <span className="dot-live" aria-hidden="true" />
      <span className="t">{m.notes_now()}</span>
      {seconds === null ? null : (
        <span className="num" role="timer" aria-label={m.facilitation_elapsed({ time: formatSeconds(seconds) })}>
          {formatSeconds(seconds)}
        </span>
      )}
    </span>
  );
}

import { m } from '#app/messages/compiled/messages.js';
import { Avatar } from '#app/ui/avatar.tsx';
import { A } from '#app/ui/link.tsx';
import { anchorOf } from './live-point.ts';
import type { Live } from './load-live.server.ts';
import { useGoToNotes } from './use-go-to-notes.ts';

/** The points with their hours; each leads to its notes. */
export function AgendaPane({ live: { meeting, points } }: { live: Live }) {
  const goToNotes = useGoToNotes();
  return (
    <section className="lv-ag" aria-label={m.notes_agenda()} tabIndex={-1} data-focus="agenda">
      <div className="lv-ag__h">
        <h2>{m.notes_agenda()}</h2>
        {meeting.end && points.length > 0 ? <span className="lv-end">{m.notes_agenda_end({ time: meeting.end })}</span> : null}
      </div>
      <ol className="lv-pts">
        {points.map(({ id, title, minutes, time, presenters }) => (
          <li className="lv-pt" key={id}>
            <div className="lv-pt__m">{time}</div>
            <div className="lv-pt__b">
              <A {...goToNotes(anchorOf(id))}>{title}</A>
              <p className="lv-pt__k">
                {presenters[0] ? <Avatar id={presenters[0].id} name={presenters[0].name} size="sm" /> : null}
                {presenters.length > 0
                  ? m.notes_agenda_minutes_by({ minutes, people: presenters.map(({ name }) => name).join(', ') })
                  : m.notes_agenda_minutes({ minutes })}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

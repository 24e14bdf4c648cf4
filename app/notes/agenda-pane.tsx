import { AgendaPoint } from '#app/facilitation/agenda-point.tsx';
import { FacilitatorTools } from '#app/facilitation/facilitator-tools.tsx';
import { ParticipantTools } from '#app/facilitation/participant-tools.tsx';
import { useEnd } from '#app/facilitation/point-hour.tsx';
import { m } from '#app/messages/compiled/messages.js';
import type { Live } from './load-live.server.ts';
import type { Room } from './room.ts';
import { useRecords } from './written-records.ts';

/** The points with their hours, each leading to its notes; below, what one does at the meeting. */
export function AgendaPane({ live, room }: { live: Live; room: Room | null }) {
  const { points, sections, can } = live;
  const records = useRecords(room, sections);
  return (
    <section className="lv-ag" aria-label={can.facilitate ? m.facilitation_pane() : m.notes_agenda()} tabIndex={-1} data-focus="agenda">
      <div className="lv-ag__h">
        <h2>{m.notes_agenda()}</h2>
        {points.length > 0 ? <End live={live} /> : null}
      </div>
      <ol className="lv-pts">
        {points.map((point) => (
          <AgendaPoint key={point.id} live={live} point={point} records={records} />
        ))}
      </ol>
      {can.facilitate && !live.meeting.cancelled ? <FacilitatorTools live={live} records={records} /> : null}
      {can.organise || live.meeting.cancelled ? null : <ParticipantTools live={live} />}
    </section>
  );
}

/** « fin prévue » until the meeting is opened, « fin estimée » while it goes on, then when it ended. */
function End({ live }: { live: Live }) {
  const time = useEnd(live);
  if (time === '') return null;
  const { startedAt, closedAt } = live.facilitation;
  const say = startedAt === null ? m.notes_agenda_end : closedAt === null ? m.facilitation_end_estimated : m.facilitation_end_was;
  return <span className="lv-end">{say({ time })}</span>;
}

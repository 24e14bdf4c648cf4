import { AskFloor } from '#app/facilitation/ask-floor.tsx';
import { FloorQueue } from '#app/facilitation/floor-queue.tsx';
import { m } from '#app/messages/compiled/messages.js';
import { Avatar } from '#app/ui/avatar.tsx';
import { Icon } from '#app/ui/icon.tsx';
import type { Live } from './load-live.server.ts';
import type { Participant } from './participant.ts';
import { shortName } from './person-names.ts';
import type { Room, Writer } from './room.ts';
import { useStore } from './use-room.ts';

/** Who writes, who reads, and who came. */
export function PresentPeople({ live, room }: { live: Live; room: Room | null }) {
  const { participants, me, facilitation } = live;
  const present = participants.filter((participant) => participant.present !== null);
  const remote = present.filter((participant) => participant.present === 'remote').length;
  return (
    <section className="lv-sec lv-sec--pres" aria-labelledby="t-pres">
      <div className="lv-sec__h">
        <h2 id="t-pres">{facilitation.startedAt === null ? m.notes_expected() : m.notes_present()}</h2>
        <span className="count">{present.length}</span>
        <span className="meta">{m.notes_present_how({ here: present.length - remote, remote })}</span>
      </div>
      {room ? <Here room={room} /> : null}
      <FloorQueue live={live} room={room} />
      {me.attendanceId !== null && facilitation.closedAt === null && !live.meeting.cancelled ? (
        <div className="pres-all">
          <AskFloor live={live} className="btn btn--wide" pane="present" />
        </div>
      ) : null}
      <details className="pres-more">
        <summary>
          <span>{m.notes_present_all()}</span>
          <span className="meta">
            {m.notes_present_checked({ count: present.filter(({ checkedIn }) => checkedIn).length, total: present.length })}
          </span>
        </summary>
        <ul className="pres">
          {present.map((participant) => (
            <li key={participant.id}>
              <Avatar id={participant.personId} name={participant.name} size="sm" />
              <span>
                {participant.name} <small>{participant.organisation}</small>
              </span>
              <span className="st-l">
                {presenceWord(participant)}
                {participant.checkedIn ? (
                  <Icon name="check" label={m.notes_checked_in()} />
                ) : (
                  <span className="meta">{m.notes_not_checked_in()}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function presenceWord({ present }: Participant): string {
  if (present === 'remote') return m.notes_present_remote();
  return present === 'represented' ? m.notes_present_substitute() : m.notes_present_here();
}

function Here({ room }: { room: Room }) {
  const here = useStore(room.writers);
  const canWrite = useStore(room.connection.canWrite);
  const writing = here.filter((person) => (person.me ? canWrite : person.writing));
  const reading = here.filter((person) => !writing.includes(person));
  return (
    <>
      {writing.length > 0 ? <People title={m.notes_present_writing()} people={writing} /> : null}
      {reading.length > 0 ? <People title={m.notes_present_reading()} people={reading} /> : null}
    </>
  );
}

function People({ title, people }: { title: string; people: Writer[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul className="writers">
        {people.map(({ personId, name, me }) => (
          <li key={personId}>
            <Avatar id={personId} name={name} size="sm" />
            {me ? m.notes_you() : shortName(name)}
          </li>
        ))}
      </ul>
    </>
  );
}

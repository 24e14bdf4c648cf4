import { m } from '#app/messages/compiled/messages.js';
import { anchorOf, type LivePoint } from '#app/notes/live-point.ts';
import type { Live } from '#app/notes/load-live.server.ts';
import type { ShownRecord } from '#app/notes/room.ts';
import { useGoToNotes } from '#app/notes/use-go-to-notes.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { PointControls } from './point-controls.tsx';
import { PointHour } from './point-hour.tsx';
import { PointMenu } from './point-menu.tsx';
import { PointTimer } from './point-timer.tsx';

interface AgendaPointProps {
  live: Live;
  point: LivePoint;
  records: readonly ShownRecord[];
}

/** A point of the agenda: held, at hand with its clock, or to come. */
export function AgendaPoint({ live, point, records }: AgendaPointProps) {
  const { facilitation } = live;
  const run = facilitation.points.find(({ agendaItemId }) => agendaItemId === point.id);
  const closed = facilitation.closedAt !== null;
  const current = !closed && run !== undefined && facilitation.current?.agendaItemId === point.id;
  const goToNotes = useGoToNotes();
  const look = current ? ' lv-pt--now' : run ? ' lv-pt--done' : '';
  return (
    <li className={`lv-pt${look}`} aria-current={current ? 'step' : undefined}>
      <div className="lv-pt__m">
        <PointHour live={live} pointId={point.id} />
      </div>
      <div className="lv-pt__b">
        <div className="lv-pt__t">
          <A {...goToNotes(anchorOf(point.id))}>{point.title}</A>
          {facilitation.locked.includes(point.id) ? <Icon name="lock-simple" label={m.facilitation_locked()} /> : null}
          {current ? null : <PointMenu live={live} point={point} />}
        </div>
        {current ? (
          <>
            <Presenters point={point} />
            <PointTimer live={live} />
            {live.can.facilitate ? <PointControls live={live} /> : null}
          </>
        ) : run ? (
          <p className="lv-pt__k">
            <Icon name="check" label={m.facilitation_done()} />
            {[spentOf(run.spentSeconds), ...harvestOf(point, records)].join(', ')}
          </p>
        ) : (
          <Plan point={point} closed={closed} />
        )}
      </div>
    </li>
  );
}

function Presenters({ point: { presenters } }: { point: LivePoint }) {
  const [first] = presenters;
  return first ? (
    <p className="lv-pt__k">
      <Avatar id={first.id} name={first.name} size="sm" />
      {namesOf(presenters)}
    </p>
  ) : null;
}

function Plan({ point: { minutes, presenters }, closed }: { point: LivePoint; closed: boolean }) {
  if (closed) return <p className="lv-pt__k">{m.facilitation_not_held()}</p>;
  const people = namesOf(presenters);
  return <p className="lv-pt__k">{people ? m.notes_agenda_minutes_by({ minutes, people }) : m.notes_agenda_minutes({ minutes })}</p>;
}

const namesOf = (people: readonly { name: string }[]) => people.map(({ name }) => name).join(', ');

function spentOf(seconds: number): string {
  return seconds < 60 ? m.facilitation_spent_little() : m.facilitation_spent({ minutes: Math.round(seconds / 60) });
}

/** What came out of a point: « 1 décision, 2 actions ». */
function harvestOf({ id }: LivePoint, records: readonly ShownRecord[]): string[] {
  const count = (kind: ShownRecord['kind']) => records.filter((record) => record.agendaItemId === id && record.kind === kind).length;
  const [decisions, actions] = [count('decision'), count('action')];
  return [
    ...(decisions > 0 ? [m.facilitation_decisions({ count: decisions })] : []),
    ...(actions > 0 ? [m.facilitation_actions({ count: actions })] : []),
  ];
}

import { m } from '#app/messages/compiled/messages.js';
import type { Live } from '#app/notes/load-live.server.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { StripTimer } from './point-timer.tsx';
import { StepForm } from './step-form.tsx';
import { hourOf } from './time-words.ts';

/** Above the notes: that the meeting is closed; on a phone, the point that it is at, and its clock. */
export function PointStrip({ live }: { live: Live }) {
  const { facilitation, points } = live;
  const index = points.findIndex(({ id }) => id === facilitation.current?.agendaItemId);
  const point = points[index];
  if (facilitation.closedAt !== null) return <ClosedBar live={live} closedAt={facilitation.closedAt} />;
  if (!point) return null;
  const place = { number: index + 1, total: points.length };
  const people = point.presenters.map(({ name }) => name).join(', ');
  return (
    <div className="lv-strip">
      <div>
        <b>{point.title}</b>
        <span className="meta">{people ? m.facilitation_strip_of_by({ ...place, people }) : m.facilitation_strip_of(place)}</span>
      </div>
      <StripTimer live={live} />
    </div>
  );
}

function ClosedBar({ live: { meeting, can }, closedAt }: { live: Live; closedAt: string }) {
  return (
    <div className="lv-closed">
      <Icon name="lock-simple" />
      <p>
        <b>{m.facilitation_closed_at({ time: hourOf(Date.parse(closedAt), meeting.timeZone) })}</b>{' '}
        {can.organise ? m.facilitation_closed_writes() : m.facilitation_closed_reads()}
      </p>
      {can.organise ? (
        <>
          <A className="btn btn--sm" to={`/meetings/${meeting.slug}/minutes`}>
            {m.facilitation_minutes()}
          </A>
          <StepForm step={{ intent: 'reopen' }} pane="notes" className="btn btn--line btn--sm">
            {m.facilitation_reopen()}
          </StepForm>
        </>
      ) : (
        <A className="btn btn--line btn--sm" to={`/meetings/${meeting.slug}`}>
          {m.facilitation_minutes_read()}
        </A>
      )}
    </div>
  );
}

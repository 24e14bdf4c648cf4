import { m } from '#app/messages/compiled/messages.js';
import { nextPoint } from '#app/model/meeting-pace.ts';
import type { Live } from '#app/notes/load-live.server.ts';
import { StepForm } from './step-form.tsx';

const MINUTES = 5;

/** Pause, five minutes more, next point: under the clock of whoever runs the meeting. */
export function PointControls({ live: { facilitation, points } }: { live: Live }) {
  const { current } = facilitation;
  if (!current) return null;
  const point = current.agendaItemId;
  const seen = facilitation.points.find(({ agendaItemId }) => agendaItemId === point)?.addedMinutes ?? 0;
  const paused = current.runningSince === null;
  return (
    <div className="lv-ctl">
      <StepForm
        step={{ intent: paused ? 'resume' : 'pause', point }}
        className="btn btn--line btn--icon"
        icon={paused ? 'play' : 'pause'}
        label={paused ? m.facilitation_resume() : m.facilitation_pause()}
      />
      <StepForm step={{ intent: 'add', point, seen: String(seen), minutes: String(MINUTES) }} className="btn btn--line" icon="plus">
        {m.facilitation_add({ minutes: MINUTES })} <span className="vh">{m.facilitation_add_more()}</span>
      </StepForm>
      <StepForm step={{ intent: 'next', leaving: point }} className="btn btn--wide" iconAfter="arrow-right">
        {nextPoint(facilitation, points) === null ? m.facilitation_finish() : m.facilitation_next()}
      </StepForm>
    </div>
  );
}

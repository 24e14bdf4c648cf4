import { m } from '#app/messages/compiled/messages.js';
import type { LivePoint } from '#app/notes/live-point.ts';
import type { Live } from '#app/notes/load-live.server.ts';
import { StepForm } from './step-form.tsx';

/** What whoever runs the meeting may do with a point that it is not at: go there, lock its notes. Opens without scripts too. */
export function PointMenu({ live: { facilitation, can }, point: { id, title } }: { live: Live; point: LivePoint }) {
  const goes = can.facilitate && facilitation.startedAt !== null && facilitation.closedAt === null;
  if (!goes && !can.organise) return null;
  const locked = facilitation.locked.includes(id);
  return (
    <details className="lv-more">
      <summary aria-label={m.facilitation_more({ title })}>
        <span aria-hidden="true">⋯</span>
      </summary>
      <div>
        {goes ? (
          <StepForm
            step={{ intent: 'go', point: id, leaving: facilitation.current?.agendaItemId ?? '' }}
            className="btn btn--line btn--sm"
            icon="arrow-right"
          >
            {m.facilitation_go()}
          </StepForm>
        ) : null}
        {can.organise ? (
          <StepForm step={{ intent: locked ? 'unlock' : 'lock', point: id }} className="btn btn--line btn--sm" icon="lock-simple">
            {locked ? m.facilitation_unlock() : m.facilitation_lock_point()}
          </StepForm>
        ) : null}
      </div>
    </details>
  );
}

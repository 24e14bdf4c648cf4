import { m } from '#app/messages/compiled/messages.js';
import type { LivePoint } from '#app/notes/live-point.ts';
import type { Live } from '#app/notes/load-live.server.ts';
import { Icon } from '#app/ui/icon.tsx';
import { StepForm } from './step-form.tsx';

/** Under the title of a point whose notes are locked: why nobody can write there, and the way out for organisers. */
export function SectionLock({ live: { facilitation, can }, point: { id, title } }: { live: Live; point: LivePoint }) {
  if (!facilitation.locked.includes(id)) return null;
  return (
    <div className="notes__lock">
      <Icon name="lock-simple" />
      <p>
        <b>{m.facilitation_locked_title()}</b> {can.organise ? m.facilitation_locked_organiser() : m.facilitation_locked_why()}
      </p>
      {can.organise ? (
        <StepForm
          step={{ intent: 'unlock', point: id }}
          pane="notes"
          className="btn btn--line btn--sm"
          label={m.facilitation_unlock_label({ title })}
        >
          {m.facilitation_unlock()}
        </StepForm>
      ) : null}
    </div>
  );
}
